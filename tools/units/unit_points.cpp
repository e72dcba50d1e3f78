// SPDX-License-Identifier: Apache-2.0
// unit_points UNITS OUT: works out where the first-level units are drawn (cli/unit_points.hpp says what is written).
#include <exception>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "cli/unit_points.hpp"
#include "core/error.hpp"
#include "gazetteer/line_reader.hpp"
#include "io/admin_unit_json.hpp"
#include "io/output_file.hpp"

namespace {

using namespace yaqut;

void write(const std::string& units, const std::string& out) {
    std::map<std::string, std::vector<spatial::Polygon>> areas; // by key
    gazetteer::LineReader lines(units);
    while (const auto line = lines.next()) {
        spatial::AdminUnit unit = io::parse_admin_unit(*line, lines.where());
        areas.try_emplace(unit.id, std::vector{unit.area}); // of two with the same id the first one counts
        if (!unit.admin1_code.empty()) {
            areas[unit.country + '.' + unit.admin1_code].push_back(std::move(unit.area));
        }
    }
    io::OutputFile file(out, true);
    file.write(cli::UnitPoints::head(units) + '\n');
    for (const auto& [key, parts] : areas) {
        file.write(cli::UnitPoints::line(key, cli::surface_of(key, parts)) + '\n');
    }
    file.complete();
    file.publish();
}

} // namespace

int main(int argc, char** argv) {
    try {
        if (argc != 3) {
            std::cerr << "usage: unit_points UNITS OUT\n";
            return 2;
        }
        write(argv[1], argv[2]);
        return 0;
    } catch (const std::exception& error) {
        std::cerr << "unit_points: " << error.what() << '\n';
        return 1;
    }
}
