// SPDX-License-Identifier: Apache-2.0
#include "events/same_actor.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "events/parties.hpp"
#include "events/rules.hpp"

namespace yaqut::events {

namespace {

using NameWords = std::span<const std::uint64_t>;

/// Soldiers, gunmen, the army, the general: a kind of actor, whoever it is.
bool is_kind_of_actor(std::uint64_t word) {
    static const std::array<Rules, 3> languages{Rules(Language::ar), Rules(Language::en), Rules(Language::fr)};
    constexpr CueSet kinds{Cue::armed, Cue::title, Cue::person};
    return std::any_of(languages.begin(), languages.end(), [&](const Rules& rules) {
        return !rules.empty() && rules.entry(rules.find_word(word)).cues.has_any(kinds);
    });
}

/// `part` inside `whole`: a name of one word at its end, or with nothing but kinds of actors around it.
bool names_same(NameWords part, NameWords whole) {
    if (part.empty() || std::all_of(part.begin(), part.end(), is_kind_of_actor)) {
        return false;
    }
    const auto found = std::search(whole.begin(), whole.end(), part.begin(), part.end());
    if (found == whole.end()) {
        return false;
    }
    const auto behind = found + static_cast<std::ptrdiff_t>(part.size());
    return part.size() > 1 || behind == whole.end() ||
           (std::all_of(whole.begin(), found, is_kind_of_actor) && std::all_of(behind, whole.end(), is_kind_of_actor));
}

} // namespace

bool same_actor(std::string_view a, std::string_view b) {
    const ActorName one(a);
    const ActorName other(b);
    if (one.parties() != 0 && other.parties() != 0) {
        return (one.parties() & other.parties()) != 0;
    }
    const NameWords first = one.words();
    const NameWords second = other.words();
    if (first.size() == second.size() && !first.empty() && std::equal(first.begin(), first.end(), second.begin())) {
        return true;
    }
    return first.size() < second.size() ? names_same(first, second) : names_same(second, first);
}

} // namespace yaqut::events
