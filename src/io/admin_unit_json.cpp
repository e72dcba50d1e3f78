// SPDX-License-Identifier: Apache-2.0
#include "io/admin_unit_json.hpp"

#include <nlohmann/json.hpp>

#include "core/error.hpp"

namespace yaqut::io {

namespace {

using nlohmann::json;

spatial::PolygonPart part_of(const json& rings) {
    spatial::PolygonPart part;
    for (const json& points : rings) {
        spatial::Ring& ring = part.rings.emplace_back();
        ring.reserve(points.size());
        for (const json& point : points) {
            ring.push_back({point.at(0).get<double>(), point.at(1).get<double>()});
        }
    }
    return part;
}

spatial::AdminUnit unit_of(const json& feature, const std::string& where) {
    const json& properties = feature.at("properties");
    const json& geometry = feature.at("geometry");
    spatial::AdminUnit unit;
    unit.id = properties.at("id").get<std::string>();
    unit.country = properties.at("cc").get<std::string>();
    unit.admin1_code = properties.at("adm1").get<std::string>();
    unit.name = properties.at("name").get<std::string>();
    unit.area.id = unit.id;
    const std::string type = geometry.at("type").get<std::string>();
    if (type == "Polygon") {
        unit.area.parts.push_back(part_of(geometry.at("coordinates")));
    } else if (type == "MultiPolygon") {
        for (const json& part : geometry.at("coordinates")) {
            unit.area.parts.push_back(part_of(part));
        }
    } else {
        throw InputError(where, "expected a Polygon or MultiPolygon, found " + type);
    }
    return unit;
}

} // namespace

spatial::AdminUnit parse_admin_unit(std::string_view feature, const std::string& where) {
    try {
        return unit_of(json::parse(feature), where);
    } catch (const json::exception& error) {
        throw InputError(where, std::string("expected an administrative unit as GeoJSON: ") + error.what());
    }
}

} // namespace yaqut::io
