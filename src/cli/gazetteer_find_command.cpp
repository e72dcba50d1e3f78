// SPDX-License-Identifier: Apache-2.0
// yaqut gazetteer find: places by their names, for people who type.
#include <cmath>
#include <cstdio>
#include <iostream>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/text_table.hpp"
#include "gazetteer/gazetteer.hpp"

namespace yaqut::cli {

namespace {

using Json = nlohmann::ordered_json;

std::string fixed(double value, int digits) {
    char text[64];
    std::snprintf(text, sizeof text, "%.*f", digits, value);
    return text;
}

Json to_json(const gazetteer::Found& found) {
    const Place& place = found.place;
    const auto text_or_null = [](std::string_view text) { return text.empty() ? Json() : Json(text); };
    return {{"place_id", place.id},
            {"name", place.name},
            {"name_ar", text_or_null(place.name_ar)},
            {"class", to_string(place.feature)},
            {"country", text_or_null(place.country)},
            {"admin1", text_or_null(place.admin1)},
            {"lat", place.location.lat},
            {"lon", place.location.lon},
            {"score", std::round(found.score * 1000) / 1000}};
}

std::vector<std::string> lines_of(std::istream& in) {
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) {
        if (line.ends_with('\r')) {
            line.pop_back();
        }
        if (line.find_first_not_of(" \t") != std::string::npos) {
            lines.push_back(line);
        }
    }
    return lines;
}

class Find : public Command {
  public:
    void setup(CLI::App& app) override {
        app.add_option("names", m_names, "Names as you would type them, in any spelling; - reads one a line")
            ->required()
            ->type_name("NAME");
        app.add_option("--country", m_find.country, "Only in this country (two-letter code)")->type_name("CC");
        app.add_option("--class", m_class, "Only this class: country, adm1, city, airport ...")->type_name("CLASS");
        app.add_option("--near", m_near, "Prefer places near this point (degrees)")
            ->delimiter(',')
            ->expected(2)
            ->type_name("LAT,LON");
        app.add_option("--limit", m_find.limit, "Rows at most, for each name")->type_name("N")->capture_default_str();
        app.add_option("--format", m_format, "table, tsv or json")
            ->check(CLI::IsMember({"table", "tsv", "json"}))
            ->capture_default_str();
        add_gazetteer_option(app, m_options);
    }

    int run() override {
        if (!read_filters()) {
            return exit_usage;
        }
        if (m_names == std::vector<std::string>{"-"}) {
            m_names = lines_of(std::cin);
            m_several = true;
        }
        m_several |= m_names.size() > 1;
        const gazetteer::Gazetteer gazetteer = open_gazetteer(m_options);
        auto array = Json::array();
        TextTable table = empty_table();
        for (const std::string& name : m_names) {
            const auto rows = gazetteer.find(name, m_find);
            for (const gazetteer::Found& row : rows) {
                if (m_format == "json") {
                    Json object = m_several ? Json{{"query", name}} : Json::object();
                    object.update(to_json(row));
                    array.push_back(std::move(object));
                } else {
                    add(table, name, row);
                }
            }
            if (rows.empty()) {
                std::cerr << "nothing found for \"" << name << "\"\n";
            }
        }
        print(array, table);
        return exit_done;
    }

  private:
    [[nodiscard]] bool read_filters() {
        if (!m_class.empty()) {
            m_find.feature = parse_feature_class(m_class);
            if (!m_find.feature) {
                std::cerr << "yaqut: --class: expected a feature class such as city, found \"" << m_class << "\"\n";
                return false;
            }
        }
        if (m_near.size() == 2) {
            m_find.near = Location{m_near[1], m_near[0]};
            if (!m_find.near->valid()) {
                std::cerr << "yaqut: --near: expected LAT,LON in degrees, found " << m_near[0] << ',' << m_near[1]
                          << '\n';
                return false;
            }
        }
        return true;
    }

    [[nodiscard]] TextTable empty_table() const {
        std::vector<TextTable::Column> columns{{"score", true}, {"lat", true}, {"lon", true}, {"class"}, {"country"},
                                               {"name"},        {"Arabic"},    {"admin1"},    {"id"}};
        if (m_several) {
            columns.insert(columns.begin(), {"asked for"});
        }
        return TextTable(columns);
    }

    void add(TextTable& table, const std::string& name, const gazetteer::Found& row) const {
        const Place& place = row.place;
        std::vector<std::string> cells{fixed(row.score, 2),          fixed(place.location.lat, 5),
                                       fixed(place.location.lon, 5), std::string(to_string(place.feature)),
                                       std::string(place.country),   std::string(place.name),
                                       std::string(place.name_ar),   std::string(place.admin1),
                                       std::string(place.id)};
        if (m_several) {
            cells.insert(cells.begin(), name);
        }
        table.add(std::move(cells));
    }

    void print(const Json& array, const TextTable& table) const {
        if (m_format == "json") {
            std::cout << array.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
        } else if (m_format == "tsv") {
            table.print_tabs(std::cout);
        } else if (!table.empty()) {
            table.print(std::cout);
        }
    }

    CommonOptions m_options;
    gazetteer::FindOptions m_find;
    std::vector<std::string> m_names;
    std::string m_class;
    std::string m_format = "table";
    std::vector<double> m_near;
    bool m_several = false; ///< rows say which name they are for
};

} // namespace

std::unique_ptr<Command> make_gazetteer_find() { return std::make_unique<Find>(); }

} // namespace yaqut::cli
