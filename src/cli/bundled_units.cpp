// SPDX-License-Identifier: Apache-2.0
#include "cli/bundled_units.hpp"

#include <system_error>

#include "cli/command.hpp"
#include "core/error.hpp"
#include "gazetteer/gazetteer.hpp"
#include "gazetteer/line_reader.hpp"
#include "io/admin_unit_json.hpp"

namespace yaqut::cli {

namespace {

constexpr const char* file_name = "admin1.geojsonl.zst";

std::vector<std::filesystem::path> folders(const std::filesystem::path& gazetteer) {
    const std::filesystem::path folder = program_path().parent_path();
    return {gazetteer.parent_path(), folder.parent_path() / "share" / "yaqut", folder};
}

std::filesystem::path unit_file(const std::filesystem::path& gazetteer) {
    if (auto file = find_unit_file(gazetteer)) {
        return *file;
    }
    std::string all;
    for (const std::filesystem::path& place : folders(gazetteer)) {
        all += (all.empty() ? "" : ", ") + place.string();
    }
    throw GazetteerError(file_name, "not found; looked in " + all);
}

/// Names that the same unit has elsewhere in the product: polygons bear what their source calls them.
void take_names(std::vector<spatial::AdminUnit>& units, const std::filesystem::path& file) {
    const gazetteer::Gazetteer gazetteer = gazetteer::Gazetteer::open(file);
    for (spatial::AdminUnit& unit : units) {
        if (const auto place = gazetteer.by_id(unit.id)) {
            unit.name = place->name;
        }
    }
}

} // namespace

std::optional<std::filesystem::path> find_unit_file(const std::filesystem::path& gazetteer) {
    for (const std::filesystem::path& place : folders(gazetteer)) {
        std::error_code ignored;
        if (!place.empty() && std::filesystem::exists(place / file_name, ignored)) {
            return place / file_name;
        }
    }
    return std::nullopt;
}

const spatial::AdminUnits& BundledUnits::get() {
    if (!m_units) {
        gazetteer::LineReader lines(unit_file(m_gazetteer));
        std::vector<spatial::AdminUnit> units;
        while (const auto line = lines.next()) {
            units.push_back(io::parse_admin_unit(*line, lines.where()));
        }
        if (!m_gazetteer.empty()) {
            take_names(units, m_gazetteer);
        }
        m_units.emplace(std::move(units));
    }
    return *m_units;
}

} // namespace yaqut::cli
