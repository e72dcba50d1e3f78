// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "core/place.hpp"

namespace yaqut::gazetteer {

/// What GeoNames feature codes are here: the table lexicon/geonames_features.tsv.
class GeoNamesFeatures {
  public:
    /// Throws TableError.
    GeoNamesFeatures();
    /// By feature class ("P") and code ("PPLA"); nullopt: such places are left out. Unknown ones are `other`.
    [[nodiscard]] std::optional<FeatureClass> find(std::string_view feature_class, std::string_view code) const;

  private:
    std::unordered_map<std::string, std::optional<FeatureClass>> m_classes;
};

} // namespace yaqut::gazetteer
