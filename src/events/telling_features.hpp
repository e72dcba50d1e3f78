// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace yaqut::events {

/// What speaks for or against one of the places that the mentions of one event have.
enum class TellingFeature : std::uint8_t {
    strongest, ///< better_place() takes it
    first,     ///< named first
    stated,    ///< by a mention's own sentence
    anaphor,
    topic,
    context,
    odds, ///< logarithm of the odds of the mention that is surest of it
    odds_context,
    share,    ///< of the mentions that have a place
    mentions, ///< logarithm
    main,     ///< of the mention that stands for the event
    headline, ///< of headlines only
    orphan,   ///< only of words of killing
    generic,  ///< only of words like "the attack"
    verb,     ///< of a verb
    alike,    ///< of a mention that has the event's type
    late,     ///< blocks after the first mention, logarithm
    country,
    province,
    area,
    town,
    site,
    politics_country,
    finer,   ///< than another of the places, and in it
    coarser, ///< than another of the places, which is in it
    doubtful_use,
    doubtful_place,
    around, ///< "near the town"
    size
};

inline constexpr std::array<std::string_view, static_cast<std::size_t>(TellingFeature::size)> telling_feature_names{
    "strongest",    "first",          "stated",           "anaphor",  "topic",
    "context",      "odds",           "odds_context",     "share",    "mentions",
    "main",         "headline",       "orphan",           "generic",  "verb",
    "alike",        "late",           "country",          "province", "area",
    "town",         "site",           "politics_country", "finer",    "coarser",
    "doubtful_use", "doubtful_place", "around",
};

} // namespace yaqut::events
