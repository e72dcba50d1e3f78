// SPDX-License-Identifier: Apache-2.0
#include "events/parties.hpp"

#include <string>
#include <unordered_map>
#include <vector>

#include "core/error.hpp"
#include "lexicon/table.hpp"
#include "text/document.hpp"

namespace yaqut::events {

namespace {

constexpr std::size_t most_parties = 64;

using Words = std::vector<std::uint64_t>;

Words words_of(std::string_view text) {
    const text::Document document(text, text::Document::Parts::tokens);
    Words words;
    for (const text::Token& token : document.tokens()) {
        if (token.kind != text::TokenKind::punct) {
            words.push_back(token.loose_hash);
        }
    }
    return words;
}

struct Name {
    Words words;
    PartySet party = 0;
};

/// Names by the hash of their first word.
class Names {
  public:
    Names() {
        const lexicon::Table table = lexicon::load("event_actors");
        std::size_t party = 0;
        for (const lexicon::Row& row : table.rows()) {
            if (party == most_parties) {
                throw TableError("event_actors", "more than " + std::to_string(most_parties) + " parties");
            }
            for (const std::string_view name : row.list("names")) {
                const Words words = words_of(name);
                if (!words.empty()) {
                    m_names[words.front()].push_back({words, PartySet{1} << party});
                }
            }
            ++party;
        }
    }

    [[nodiscard]] PartySet in(std::string_view text) const {
        const Words words = words_of(text);
        PartySet found = 0;
        for (std::size_t first = 0; first < words.size(); ++first) {
            const auto names = m_names.find(words[first]);
            if (names == m_names.end()) {
                continue;
            }
            for (const Name& name : names->second) {
                found |= begins_with(std::span(words).subspan(first), name.words) ? name.party : 0;
            }
        }
        return found;
    }

  private:
    static bool begins_with(std::span<const std::uint64_t> words, const Words& name) {
        return words.size() >= name.size() && std::equal(name.begin(), name.end(), words.begin());
    }

    std::unordered_map<std::uint64_t, std::vector<Name>> m_names;
};

} // namespace

Parties parties_of(std::span<const Actor> actors) {
    static const Names names;
    Parties parties;
    for (const Actor& actor : actors) {
        const PartySet found = names.in(actor.text);
        parties.all |= found;
        if (actor.role == "attacker" || actor.role == "side") {
            parties.acting |= found;
        }
    }
    return parties;
}

bool parties_differ(const Parties& a, const Parties& b) {
    return a.acting != 0 && b.acting != 0 && (a.acting & b.all) == 0 && (b.acting & a.all) == 0;
}

bool parties_meet(const Parties& a, const Parties& b) { return (a.all & b.all) != 0; }

} // namespace yaqut::events
