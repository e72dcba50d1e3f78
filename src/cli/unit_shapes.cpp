// SPDX-License-Identifier: Apache-2.0
#include "cli/unit_shapes.hpp"

#include "cli/bundled_units.hpp"
#include "gazetteer/line_reader.hpp"
#include "io/admin_unit_json.hpp"
#include "spatial/shapes.hpp"

namespace yaqut::cli {

namespace {

/// The text of a member of the feature's properties, found without parsing the line: of several thousand units few are
/// ever asked for. Empty when it is not there.
std::string member(std::string_view json, std::string_view name) {
    const std::string_view head = json.substr(0, json.find("\"geometry\""));
    const std::string key = "\"" + std::string(name) + "\":\"";
    const std::size_t begin = head.find(key);
    if (begin == std::string_view::npos) {
        return {};
    }
    const std::string_view rest = head.substr(begin + key.size());
    return std::string(rest.substr(0, rest.find('"')));
}

} // namespace

void UnitShapes::load() {
    const auto file = find_unit_file(m_file);
    if (!file) {
        return;
    }
    gazetteer::LineReader lines(*file);
    while (const auto line = lines.next()) {
        m_lines.push_back({member(*line, "id"), member(*line, "cc"), lines.where(), std::string(*line)});
    }
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        m_by_id.emplace(m_lines[i].id, i);
        m_by_country[m_lines[i].country].push_back(i);
    }
}

std::vector<spatial::Polygon> UnitShapes::polygons(const std::string& country, std::string_view admin1_code) {
    std::call_once(m_loaded, [this] { load(); });
    std::vector<spatial::Polygon> result;
    if (const auto found = m_by_country.find(country); found != m_by_country.end()) {
        for (const std::size_t line : found->second) {
            spatial::AdminUnit unit = io::parse_admin_unit(m_lines[line].json, m_lines[line].where);
            if (admin1_code.empty() || unit.admin1_code == admin1_code) {
                result.push_back(std::move(unit.area));
            }
        }
    }
    return result;
}

std::optional<spatial::SurfacePoint> UnitShapes::surface(std::string_view place_id, std::string_view country,
                                                         std::string_view admin1_code) {
    std::call_once(m_looked_for_points, [this] {
        const auto file = find_unit_file(m_file);
        m_points = file ? UnitPoints::beside(*file) : nullptr;
    });
    if (!m_points) {
        return work_out_surface(place_id, country, admin1_code);
    }
    auto known = m_points->find(place_id);
    if (!known && !admin1_code.empty()) {
        known = m_points->find(std::string(country).append(".").append(admin1_code));
    }
    return known ? known->point : std::nullopt;
}

std::optional<spatial::SurfacePoint> UnitShapes::work_out_surface(std::string_view place_id, std::string_view country,
                                                                  std::string_view admin1_code) {
    std::call_once(m_loaded, [this] { load(); });
    const auto line = m_by_id.find(place_id);
    const std::string key =
        line != m_by_id.end() ? std::string(place_id) : std::string(country).append(".").append(admin1_code);
    const std::scoped_lock lock(m_mutex);
    if (const auto known = m_surfaces.find(key); known != m_surfaces.end()) {
        return known->second;
    }
    std::vector<spatial::Polygon> areas;
    if (line != m_by_id.end()) {
        areas.push_back(io::parse_admin_unit(m_lines[line->second].json, m_lines[line->second].where).area);
    } else if (!admin1_code.empty()) {
        areas = polygons(std::string(country), admin1_code);
    }
    return m_surfaces[key] = surface_of(key, areas);
}

io::AreaUnit UnitShapes::area(const std::string& country, const std::string& admin1_code) {
    const std::vector<spatial::Polygon> areas = polygons(country, admin1_code);
    io::AreaUnit unit;
    std::optional<Place> place;
    if (admin1_code.empty()) {
        place = m_gazetteer.country(country);
    } else if (!areas.empty()) {
        place = m_gazetteer.by_id(areas.front().id);
    }
    if (place) {
        unit.id = place->id;
        unit.name = place->name;
        unit.name_ar = place->name_ar;
    }
    if (!areas.empty()) {
        constexpr double gap = 0.02; // about two kilometres
        unit.area = areas.size() == 1 ? areas.front() : spatial::close_gaps(spatial::unite(unit.id, areas), gap);
        unit.area = spatial::cut_at_antimeridian(unit.area);
        spatial::wind_for_geojson(unit.area);
    }
    return unit;
}

} // namespace yaqut::cli
