// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/place.hpp"

namespace yaqut::io {

/// Which tags of OpenStreetMap make a place: the table osm_features.
class OsmFeatures {
  public:
    OsmFeatures();

    struct Meaning {
        FeatureClass feature = FeatureClass::other;
        std::string_view feature_code;
    };
    /// `tag` gives the value of a key, empty when there is none. nullopt: no place.
    using TagValue = std::function<std::string_view(std::string_view key)>;
    [[nodiscard]] std::optional<Meaning> find(const TagValue& tag) const;

    /// All keys that the table asks for, each once.
    [[nodiscard]] std::vector<std::string> keys() const;

  private:
    struct Condition {
        std::string_view key;
        std::vector<std::string_view> values; ///< empty: any
    };
    struct Rule {
        Condition main;
        std::optional<Condition> also;
        Meaning meaning;
    };

    std::vector<Rule> m_rules;
};

/// Configuration for GDAL's OSM driver: the given keys become columns of all layers under their own names.
[[nodiscard]] std::string osm_driver_configuration(const std::vector<std::string>& keys);

} // namespace yaqut::io
