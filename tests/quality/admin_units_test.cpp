// SPDX-License-Identifier: Apache-2.0
// The bundled polygons of first-level units: are they areas, and do they put places where they are?
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string_view>

#include "gazetteer/line_reader.hpp"
#include "io/admin_unit_json.hpp"
#include "spatial/admin_units.hpp"

using namespace yaqut;

namespace {

const std::filesystem::path data = std::filesystem::path(YAQUT_SOURCE_DIR) / "gazetteer";

std::vector<spatial::AdminUnit> read_units() {
    gazetteer::LineReader lines(data / "admin1.geojsonl.zst");
    std::vector<spatial::AdminUnit> units;
    while (const auto line = lines.next()) {
        units.push_back(io::parse_admin_unit(*line, lines.where()));
    }
    return units;
}

const spatial::AdminUnits& bundled_units() {
    static const spatial::AdminUnits units(read_units());
    return units;
}

constexpr std::array<std::string_view, 23> arab{"AE", "BH", "DJ", "DZ", "EG", "EH", "IQ", "JO", "KM", "KW", "LB", "LY",
                                                "MA", "MR", "OM", "PS", "QA", "SA", "SD", "SO", "SY", "TN", "YE"};

struct Row {
    std::string feature;
    std::string country;
    std::string admin1;
    Location location;
};

std::vector<Row> read_places() {
    gazetteer::LineReader lines(data / "places.tsv.zst");
    std::vector<Row> rows;
    static_cast<void>(lines.next()); // names of the columns
    while (const auto line = lines.next()) {
        std::array<std::string, 8> cells;
        std::size_t begin = 0;
        for (std::string& cell : cells) {
            const std::size_t end = std::min(line->find('\t', begin), line->size());
            cell = line->substr(begin, end - begin);
            begin = std::min(end + 1, line->size());
        }
        rows.push_back({cells[1],
                        cells[6],
                        cells[7],
                        {std::strtod(cells[4].c_str(), nullptr), std::strtod(cells[3].c_str(), nullptr)}});
    }
    return rows;
}

} // namespace

TEST_CASE("all polygons are valid areas") {
    std::size_t valid = 0;
    const std::vector<spatial::AdminUnit> units = read_units();
    for (const spatial::AdminUnit& unit : units) {
        const bool fine = spatial::is_valid(unit.area);
        CHECK_MESSAGE(fine, unit.id, " ", unit.name);
        valid += fine ? 1U : 0U;
    }
    std::cout << valid << " of " << units.size() << " polygons are valid\n";
    CHECK(units.size() > 4000);
    CHECK(bundled_units().index().problems().empty());
}

TEST_CASE("places of the Arab world lie in their country") {
    std::size_t all = 0;
    std::size_t right = 0;
    std::size_t same_unit = 0;
    for (const Row& row : read_places()) {
        if (row.feature != "city" || std::find(arab.begin(), arab.end(), row.country) == arab.end()) {
            continue;
        }
        ++all;
        const spatial::AdminUnit* unit = bundled_units().find(row.location);
        right += unit != nullptr && unit->country == row.country ? 1U : 0U;
        const spatial::AdminUnit* trusted = bundled_units().find(row.location, row.country);
        same_unit +=
            trusted != nullptr && trusted->country == row.country && trusted->admin1_code == row.admin1 ? 1U : 0U;
    }
    const auto percent = [all](std::size_t part) {
        return 100.0 * static_cast<double>(part) / static_cast<double>(all);
    };
    std::cout << all << " cities of Arab countries: right country " << percent(right) << " %, same first-level unit "
              << percent(same_unit) << " %\n";
    CHECK(all > 2000);
    CHECK(percent(right) >= 98.5);
}

TEST_CASE("units have their own names, not those that the source of the polygons gives them") {
    const spatial::AdminUnit* derna = bundled_units().find({22.63669, 32.76704});
    REQUIRE(derna != nullptr);
    CHECK(derna->id == "gn:87204");
    CHECK(derna->name != "القبة");
    const spatial::AdminUnit* tripoli = bundled_units().find({13.18733, 32.88743});
    REQUIRE(tripoli != nullptr);
    CHECK(tripoli->id == "gn:2210245");
    CHECK(bundled_units().find({18.0, 34.5}) == nullptr); // between Libya and Crete
}
