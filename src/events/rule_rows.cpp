// SPDX-License-Identifier: Apache-2.0
#include "events/rule_rows.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "core/error.hpp"

namespace yaqut::events {

namespace {

using namespace std::string_view_literals;

std::uint8_t trait(std::string_view word) {
    constexpr std::array<std::pair<std::string_view, Trait>, 7> known{{{"casualty"sv, Trait::casualty},
                                                                       {"generic"sv, Trait::generic},
                                                                       {"state"sv, Trait::state},
                                                                       {"place"sv, Trait::place},
                                                                       {"lone"sv, Trait::lone},
                                                                       {"adopt"sv, Trait::adopt},
                                                                       {"wide"sv, Trait::wide}}};
    for (const auto& [name, value] : known) {
        if (name == word) {
            return static_cast<std::uint8_t>(value);
        }
    }
    throw TableError("event tables", "unknown tag " + std::string(word));
}

} // namespace

EventType event_type(const lexicon::Row& row) {
    const std::optional<EventType> type = parse_event_type(row["type"]);
    if (!type) {
        throw TableError("event tables",
                         "unknown event type " + std::string(row["type"]) + " in line " + std::to_string(row.line()));
    }
    return *type;
}

Gate gate(std::string_view word) {
    if (word == "strong"sv) {
        return Gate::strong;
    }
    return word == "lone"sv ? Gate::lone : Gate::weak;
}

std::uint8_t read_tags(std::string_view cell, std::vector<std::string_view>& unless) {
    constexpr std::string_view prefix = "unless:";
    std::uint8_t traits = 0;
    while (!cell.empty()) {
        const std::size_t end = std::min(cell.find(' '), cell.size());
        const std::string_view tag = cell.substr(0, end);
        cell.remove_prefix(std::min(end + 1, cell.size()));
        if (tag.starts_with(prefix)) {
            unless.push_back(tag.substr(prefix.size()));
        } else if (!tag.empty()) {
            traits |= trait(tag);
        }
    }
    return traits;
}

std::vector<WordForm> forms_of(Language language, std::string_view pos, std::string_view word,
                               const lexicon::Row& row) {
    const Words extra = row.list("extra");
    const Words stems = row.list("stem");
    const std::string_view stem = row["stem"];
    if (pos == "verb"sv) {
        switch (language) {
        case Language::ar: return arabic_verb_forms(word, stem, extra);
        case Language::fr: return french_verb_forms(word, stem, extra);
        default: return english_verb_forms(word, extra);
        }
    }
    if (pos == "noun"sv) {
        switch (language) {
        case Language::ar: return arabic_noun_forms(word, stems, extra);
        case Language::fr: return french_noun_forms(word, stems);
        default: return english_noun_forms(word, stems);
        }
    }
    return {{std::string(word), FormFlag::none}};
}

} // namespace yaqut::events
