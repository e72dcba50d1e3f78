// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/language.hpp"
#include "toponyms/country_code.hpp"
#include "toponyms/map_features.hpp"

namespace yaqut::toponyms {

/// Says how likely a location with a place is right in all: a location, of the right level, in the right place. What is
/// not likely enough keeps its place, for people and for events to weigh, but is not shown on a map as a fact.
class MapModel {
  public:
    /// Reads the language's table map_weights; without one every location that has a place is on the map.
    explicit MapModel(Language language);

    /// Sets map_score, on_map and why_not_on_map of view.toponym, which is `toponym`; uses, land and part of
    /// the view are looked up here.
    /// `features` is left with what they stand on, empty for what is no location with a place.
    void judge(ResolvedToponym& toponym, MapView view, MapFeatures& features) const;

  private:
    [[nodiscard]] float weight(MapFeature feature) const {
        return m_weights[static_cast<std::size_t>(feature.slot) * map_slot_values + feature.value]; // NOLINT
    }
    void read_weights(const std::string& table);
    void read_uses(const std::string& table);
    void read_lands(const std::string& table);
    void read_directions(const std::string& table);
    void look_up(MapView& view) const;
    [[nodiscard]] std::optional<NameUses> uses_of(const ToponymMention& mention) const;
    [[nodiscard]] std::string_view weakest(const MapFeatures& features) const;

    bool m_known = false;
    std::array<float, map_slot_count * map_slot_values> m_weights{};
    std::unordered_map<std::uint64_t, NameUses> m_uses; ///< by hash of the loose key
    std::vector<CountryCode> m_lands;                   ///< the home countries
    std::unordered_set<std::uint64_t> m_directions;     ///< adjectives with the article, by loose hash
};

} // namespace yaqut::toponyms
