// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace yaqut::events {

/// What speaks for or against the type, place and date of an event being right.
enum class ConfidenceFeature : std::uint8_t {
    floor, ///< never added: the least confidence of events that are given a place
    base,
    worth,    ///< what the gate says of its best mention, at most 6
    doubtful, ///< and whether that is little
    mentions, ///< logarithm
    headline, ///< told in a headline, or in the first paragraph
    late,     ///< blocks before it, logarithm
    verb,
    casualty, ///< no more than a word of killing
    generic,  ///< "the attack"
    politics,
    unrest, ///< neither politics nor violence
    place_none,
    place_country,
    place_wide, ///< an area, an administrative unit
    place_inferred,
    place_topic,     ///< stands not with the event but opens its paragraph or section
    place_score,     ///< of the choice among places of its name, 0 to 1
    place_sole,      ///< the only one of its name
    place_certainty, ///< what the choice says of its being right
    point_day,       ///< a town or a site, and a day of its own
    date_unknown,
    date_inherited,
    date_telling, ///< the day on which it was said
    date_wide,    ///< not a day
    date_odds,    ///< logarithm of the odds of the choice among what the sentence offers
    date_odds_context,
    date_unsure, ///< there were dates, none sure enough
    ongoing,
    planned,
    negated,
    background,
    before,  ///< told as what went before
    actor,   ///< somebody who took part is named
    sourced, ///< it is told who says so
    toll,
    size,
};

inline constexpr std::array<std::string_view, static_cast<std::size_t>(ConfidenceFeature::size)>
    confidence_feature_names{
        "floor",
        "base",
        "worth",
        "doubtful",
        "mentions",
        "headline",
        "late",
        "verb",
        "casualty",
        "generic",
        "politics",
        "unrest",
        "place_none",
        "place_country",
        "place_wide",
        "place_inferred",
        "place_topic",
        "place_score",
        "place_sole",
        "place_certainty",
        "point_day",
        "date_unknown",
        "date_inherited",
        "date_telling",
        "date_wide",
        "date_odds",
        "date_odds_context",
        "date_unsure",
        "ongoing",
        "planned",
        "negated",
        "background",
        "before",
        "actor",
        "sourced",
        "toll",
    };

} // namespace yaqut::events
