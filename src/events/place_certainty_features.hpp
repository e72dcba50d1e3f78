// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace yaqut::events {

/// What speaks for or against the place of an event being right, given that the event is told.
enum class PlaceCertaintyFeature : std::uint8_t {
    floor,     ///< never added: places that are less likely are not given
    map_floor, ///< never added: places that are less likely are not drawn
    base,
    odds,         ///< logarithm of the odds of the choice among what the sentence offers
    odds_context, ///< the same for what the context offers
    land_odds,    ///< of its country among what is offered
    anaphor,      ///< "in the city"
    topic,        ///< opens the paragraph or the section
    context,
    other_sentence, ///< named in another sentence than the one that tells the event
    country,
    area, ///< a province, a region
    site,
    decision_in, ///< finer than a country, and the event is an election, an appointment, what courts and prisons do
    politics,
    unrest, ///< neither politics nor violence
    verb,
    headline, ///< told in a headline
    late,     ///< blocks before it, logarithm
    generic,  ///< "the attack"
    casualty, ///< no more than a word of killing
    worth,    ///< what the gate says of its best mention, at most 6
    past,     ///< told as what went before
    asserted,
    around,         ///< "near the town"
    doubtful_use,   ///< one minus the probability that the name is used as a place
    doubtful_place, ///< one minus the probability of the resolution
    sole_name,      ///< the only one of its name
    fallback,       ///< the place itself is not in the gazetteer
    mentions,       ///< of the event, logarithm
    alike,          ///< other mentions with the same place, logarithm
    apart,          ///< other mentions with another place, logarithm
    nested,         ///< other mentions with a place in or around it, logarithm
    events,         ///< events of the article, logarithm
    alone,          ///< no other event has a place
    others_land,    ///< share of the others that are in its country
    others_place,   ///< share of the others that are there
    type_elsewhere, ///< share of those of its type that are neither there nor near it nor around it
    undated,        ///< it has no date, or the article none
    to_come,        ///< after the day of publication
    fresh,          ///< two days before it at most
    recent,         ///< two weeks
    old,            ///< about a year
    years,          ///< longer ago
    size
};

inline constexpr std::array<std::string_view, static_cast<std::size_t>(PlaceCertaintyFeature::size)>
    place_certainty_feature_names{
        "floor",       "map_floor",    "base",           "odds",     "odds_context", "land_odds",      "anaphor",
        "topic",       "context",      "other_sentence", "country",  "area",         "site",           "decision_in",
        "politics",    "unrest",       "verb",           "headline", "late",         "generic",        "casualty",
        "worth",       "past",         "asserted",       "around",   "doubtful_use", "doubtful_place", "sole_name",
        "fallback",    "mentions",     "alike",          "apart",    "nested",       "events",         "alone",
        "others_land", "others_place", "type_elsewhere", "undated",  "to_come",      "fresh",          "recent",
        "old",         "years",
    };

} // namespace yaqut::events
