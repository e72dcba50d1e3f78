// SPDX-License-Identifier: Apache-2.0
#include "io/osm_features.hpp"

#include <algorithm>

#include "core/error.hpp"
#include "lexicon/table.hpp"

namespace yaqut::io {

OsmFeatures::OsmFeatures() {
    const lexicon::Table table = lexicon::load("osm_features");
    for (const lexicon::Row& row : table.rows()) {
        const auto feature = parse_feature_class(row["class"]);
        if (!feature) {
            throw TableError(table.name(), "unknown class in line " + std::to_string(row.line()));
        }
        Rule rule;
        rule.main.key = row["key"];
        if (row["value"] != "*") {
            rule.main.values = row.list("value");
        }
        if (const std::string_view also = row["also"]; !also.empty()) {
            const std::size_t equals = also.find('=');
            if (equals == std::string_view::npos) {
                throw TableError(table.name(), "expected key=value in line " + std::to_string(row.line()));
            }
            rule.also = Condition{also.substr(0, equals), {}};
            if (also.substr(equals + 1) != "*") {
                rule.also->values = {also.substr(equals + 1)};
            }
        }
        rule.meaning = {*feature, row["fcode"]};
        m_rules.push_back(std::move(rule));
    }
}

std::optional<OsmFeatures::Meaning> OsmFeatures::find(const TagValue& tag) const {
    const auto fits = [&](const Condition& condition) {
        const std::string_view value = tag(condition.key);
        return !value.empty() && value != "no" &&
               (condition.values.empty() ||
                std::find(condition.values.begin(), condition.values.end(), value) != condition.values.end());
    };
    for (const Rule& rule : m_rules) {
        if (fits(rule.main) && (!rule.also || fits(*rule.also))) {
            return rule.meaning;
        }
    }
    return std::nullopt;
}

std::vector<std::string> OsmFeatures::keys() const {
    std::vector<std::string> keys;
    const auto add = [&keys](std::string_view key) {
        if (std::find(keys.begin(), keys.end(), key) == keys.end()) {
            keys.emplace_back(key);
        }
    };
    for (const Rule& rule : m_rules) {
        add(rule.main.key);
        if (rule.also) {
            add(rule.also->key);
        }
    }
    return keys;
}

std::string osm_driver_configuration(const std::vector<std::string>& keys) {
    std::string attributes;
    for (const std::string& key : keys) {
        attributes += (attributes.empty() ? "" : ",") + key;
    }
    std::string text = "attribute_name_laundering=no\n"
                       "closed_ways_are_polygons=aeroway,amenity,barrier=border_control,boundary,building,craft,"
                       "geological,harbour,historic,industrial,landuse,leisure,military,natural,office,place,power,"
                       "shop,sport,tourism,waterway=dam,waterway=riverbank,man_made,railway=station\n";
    for (const char* layer : {"points", "lines", "multipolygons", "multilinestrings", "other_relations"}) {
        text += std::string("[") + layer +
                "]\nosm_id=yes\nosm_version=no\nosm_timestamp=no\nosm_uid=no\nosm_user=no\n" +
                "osm_changeset=no\nattributes=" + attributes + "\nother_tags=no\n";
    }
    return text;
}

} // namespace yaqut::io
