// SPDX-License-Identifier: Apache-2.0
#include "dates/vocabulary_names.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "core/error.hpp"

namespace yaqut::dates {

namespace {

constexpr std::array<std::pair<std::string_view, Word>, 67> word_names{{
    {"month", Word::month},
    {"hijri_month", Word::hijri_month},
    {"weekday", Word::weekday},
    {"day_offset", Word::day_offset},
    {"night_offset", Word::night_offset},
    {"unit", Word::unit},
    {"dual", Word::dual},
    {"plural", Word::plural},
    {"part", Word::part},
    {"past", Word::past},
    {"current", Word::current},
    {"future", Word::future},
    {"demonstrative", Word::demonstrative},
    {"takes_of", Word::takes_of},
    {"same", Word::same},
    {"edge", Word::edge},
    {"season", Word::season},
    {"ago", Word::ago},
    {"since", Word::since},
    {"after", Word::after},
    {"before", Word::before},
    {"during", Word::during},
    {"lasting", Word::lasting},
    {"every", Word::every},
    {"some", Word::some},
    {"few", Word::few},
    {"more_than", Word::more_than},
    {"of", Word::of},
    {"in", Word::in},
    {"until", Word::until},
    {"from", Word::from},
    {"between", Word::between},
    {"conjunction", Word::conjunction},
    {"reference", Word::reference},
    {"frequency", Word::frequency},
    {"decade", Word::decade},
    {"century", Word::century},
    {"clock", Word::clock},
    {"meridiem", Word::meridiem},
    {"zone", Word::zone},
    {"gregorian", Word::gregorian},
    {"hijri", Word::hijri},
    {"before_era", Word::before_era},
    {"dated", Word::dated},
    {"counted", Word::counted},
    {"year_cue", Word::year_cue},
    {"commemoration", Word::commemoration},
    {"aged", Word::aged},
    {"named", Word::named},
    {"person", Word::person},
    {"both", Word::both},
    {"exploded", Word::exploded},
    {"article", Word::article},
    {"ordinal_mark", Word::ordinal_mark},
    {"decade_mark", Word::decade_mark},
    {"number", Word::number},
    {"no_day", Word::no_day},
    {"that", Word::that},
    {"nowadays", Word::nowadays},
    {"season_noun", Word::season_noun},
    {"each_weekday", Word::each_weekday},
    {"named_day", Word::named_day},
    {"outlet", Word::outlet},
    {"complement", Word::complement},
    {"preposition", Word::preposition},
    {"minutes", Word::minutes},
    {"published", Word::published},
}};
constexpr std::array<std::pair<std::string_view, Word>, 5> cue_names{{
    {"past_verb", Word::past_verb},
    {"future_verb", Word::future_verb},
    {"scheduled", Word::scheduled},
    {"not_future", Word::not_future},
    {"future_ending", Word::future_ending},
}};
constexpr std::array<std::pair<std::string_view, Flag>, 8> flag_names{{
    {"cued", Flag::cued},
    {"levant", Flag::levant},
    {"definite", Flag::definite},
    {"capital", Flag::capital},
    {"adverb", Flag::adverb},
    {"state", Flag::state},
    {"plain", Flag::plain},
    {"figure", Flag::figure},
}};
constexpr std::array<std::string_view, 12> unit_names{"second", "minute", "hour",    "day",     "week",    "month",
                                                      "year",   "decade", "century", "quarter", "weekend", "half_year"};
constexpr std::array<std::string_view, 8> part_names{"none",      "dawn",    "morning", "noon",
                                                     "afternoon", "evening", "night",   "midnight"};
constexpr std::array<std::string_view, 6> edge_names{"none", "start", "middle", "end", "early", "late"};

template <typename Names> std::optional<int> position(const Names& names, std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? std::nullopt : std::optional{static_cast<int>(found - names.begin())};
}

template <typename Names, typename Value> bool look_up(const Names& names, std::string_view name, Value& value) {
    for (const auto& [known, meaning] : names) {
        if (known == name) {
            value = meaning;
            return true;
        }
    }
    return false;
}

[[noreturn]] void fail(const std::string& table, const lexicon::Row& row, std::string_view what,
                       std::string_view cell) {
    throw TableError(table, "line " + std::to_string(row.line()) + ": unknown " + std::string(what) + " \"" +
                                std::string(cell) + '"');
}

} // namespace

namespace names {

Word word_of(const std::string& table, const lexicon::Row& row) {
    Word word = Word::month;
    if (!look_up(word_names, row["kind"], word) && !look_up(cue_names, row["kind"], word)) {
        fail(table, row, "kind", row["kind"]);
    }
    return word;
}

std::uint8_t flags_of(const std::string& table, const lexicon::Row& row) {
    std::uint8_t flags = 0;
    for (const std::string_view cell : row.list("flags")) {
        Flag flag = Flag::none;
        if (!look_up(flag_names, cell, flag)) {
            fail(table, row, "flag", cell);
        }
        flags = static_cast<std::uint8_t>(flags | static_cast<std::uint8_t>(flag));
    }
    return flags;
}

int value_of(const lexicon::Row& row) {
    const std::string_view cell = row["value"];
    if (cell.empty()) {
        return 0;
    }
    for (const auto& found : {position(unit_names, cell), position(part_names, cell), position(edge_names, cell)}) {
        if (found) {
            return *found;
        }
    }
    return static_cast<int>(row.number("value"));
}

} // namespace names

} // namespace yaqut::dates
