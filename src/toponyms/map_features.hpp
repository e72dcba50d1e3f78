// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "core/fixed_list.hpp"
#include "core/toponym.hpp"
#include "toponyms/resolution.hpp"

namespace yaqut::toponyms {

/// What a mention's right to stand on the map depends on. Each has a few values, and a weight for each in the table
/// map_weights.tsv.
enum class MapSlot : std::uint8_t {
    bias,
    location,     ///< logit of the probability of a location
    metonym,      ///< of the others
    organisation, //
    no_name,      //
    nationality,  //
    place,        ///< logit of the probability of the place
    rival,        ///< probability of the next best place
    feature,      ///< FeatureClass of the place
    descriptor,   ///< does the descriptor name the place's class, by place_group()
    match,        ///< MatchKind
    name_kind,    ///< NameKind
    fallback,     ///< the place merely holds the named one
    cue,          ///< each MentionCue
    cue_group,    ///< by the group of the place
    ambiguous,    ///< an ordinary word or a person's name, by the group of the place
    importance,   //
    small,        ///< importance of ambiguous names
    level,        ///< which other levels have the name, and how likely they are
    repeated,     ///< mentions of the name in the article
    standing,     ///< how the article stands to the country
    ground,       ///< Ground that holds
    words,        ///< words of the name
    nil,          ///< probability that the gazetteer lacks the place
    called,       ///< the descriptor's class, by the group of the place
    named,        ///< how often news mean a name at all by the word, with what the descriptor says
    located,      ///< how often they mean a location by the name
    unnamed,      ///< shape of words that only their descriptor makes a name
    neighbour,    ///< how far away the next place of the sentence is, and whether it stands close behind
    land,         ///< which home country the place is in: how its news use names of towns for districts
    part,         ///< an adjective of direction follows: a part of the place, or a longer name
};
inline constexpr std::size_t map_slot_count = static_cast<std::size_t>(MapSlot::part) + 1;
extern const std::array<std::string_view, map_slot_count> map_slot_names;
inline constexpr std::size_t map_slot_values = 128; ///< each slot has fewer
inline constexpr std::size_t most_lands = 31;

struct MapFeature {
    MapSlot slot = MapSlot::bias;
    std::uint8_t value = 0;
};
using MapFeatures = FixedList<MapFeature, 96>;

/// What news mostly mean by a name, of 100: a name at all, and as a name a location.
struct NameUses {
    std::uint8_t named = 100;
    std::uint8_t located = 100;
};

/// Where a location stands: what its features are read from.
struct MapView {
    const ResolvedToponym& toponym;
    const NameGroup* group = nullptr;        ///< the names it was weighed with; nullptr when it had no candidates
    std::optional<NameUses> uses = {};       ///< of frequent names that seldom are locations
    bool offset = false;                     ///< a point at a distance from the place
    bool beside_unit = false;                ///< listed with a first-level unit of the same country
    std::optional<double> neighbour_km = {}; ///< from the edge of the next narrow place of the sentence
    bool close_behind = false;               ///< that place stands close behind
    std::size_t land = 0;                    ///< row of the home country, from 1 on; 0: another country
    std::uint64_t next_word = 0;             ///< loose hash of the word behind the name; 0: none
    bool part = false;                       ///< see MapSlot::part
};

/// Features of a location that has a place.
void map_features(const MapView& view, MapFeatures& out);

} // namespace yaqut::toponyms
