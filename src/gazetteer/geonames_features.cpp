// SPDX-License-Identifier: Apache-2.0
#include "gazetteer/geonames_features.hpp"

#include "core/error.hpp"
#include "lexicon/table.hpp"

namespace yaqut::gazetteer {

GeoNamesFeatures::GeoNamesFeatures() {
    const lexicon::Table table = lexicon::load("geonames_features");
    for (const lexicon::Row& row : table.rows()) {
        const std::string_view name = row["class"];
        const auto feature = parse_feature_class(name);
        if (!feature && name != "-") {
            throw TableError(table.name(), "unknown class \"" + std::string(name) + "\"");
        }
        m_classes[std::string(row["code"])] = feature;
    }
}

std::optional<FeatureClass> GeoNamesFeatures::find(std::string_view feature_class, std::string_view code) const {
    std::string key(feature_class);
    const auto whole = m_classes.find(key);
    key.append(1, '.').append(code);
    const auto one = m_classes.find(key);
    if (one != m_classes.end()) {
        return one->second;
    }
    return whole != m_classes.end() ? whole->second : FeatureClass::other;
}

} // namespace yaqut::gazetteer
