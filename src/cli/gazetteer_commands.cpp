// SPDX-License-Identifier: Apache-2.0
// yaqut gazetteer build | find | info | verify
#include <cstdio>
#include <iomanip>
#include <iostream>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "core/error.hpp"
#include "gazetteer/builder.hpp"
#include "gazetteer/gazetteer.hpp"

namespace yaqut::cli {

namespace {

class Build : public Command {
  public:
    void setup(CLI::App& app) override {
        app.add_option("--places", m_places, "Table of places (.tsv or .tsv.zst)")->required()->type_name("FILE");
        app.add_option("--names", m_names, "Table of names (.tsv or .tsv.zst)")->required()->type_name("FILE");
        app.add_option("--licences", m_licences, "Table of sources and their licences")->type_name("FILE");
        app.add_option("--ambiguous", m_ambiguity.names, "Table of names that need a cue, for imports")
            ->type_name("FILE");
        app.add_option("--never-ambiguous", m_ambiguity.never, "Short names that need none")->type_name("FILE");
        app.add_option("-o,--output", m_output, "Compiled gazetteer")->required()->type_name("FILE");
        add_overwrite_option(app, m_options);
    }

    int run() override {
        if (std::filesystem::exists(m_output) && !m_options.overwrite) {
            throw ExistsError(m_output, "already exists");
        }
        const auto report = gazetteer::build({m_places, m_names, m_licences, m_ambiguity}, m_output,
                                             [](const std::string& message) { std::cerr << message << '\n'; });
        std::cerr << report.places << " places, " << report.names << " names, " << report.keys << " keys written to "
                  << m_output << '\n';
        if (report.skipped > 0) {
            std::cerr << report.skipped << " rows skipped\n";
        }
        return exit_done;
    }

  private:
    CommonOptions m_options;
    std::string m_places;
    std::string m_names;
    std::string m_licences;
    gazetteer::AmbiguityFiles m_ambiguity;
    std::string m_output;
};

nlohmann::ordered_json to_json(const gazetteer::Found& found) {
    const Place& place = found.place;
    const auto text_or_null = [](std::string_view text) {
        return text.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(text);
    };
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

void print_table(const std::vector<gazetteer::Found>& rows) {
    for (const gazetteer::Found& row : rows) {
        const Place& place = row.place;
        std::cout << std::fixed << std::setprecision(2) << row.score << '\t' << std::setprecision(5)
                  << place.location.lat << '\t' << place.location.lon << '\t' << to_string(place.feature) << '\t'
                  << place.country << '\t' << place.name << '\t' << place.name_ar << '\t' << place.admin1 << '\t'
                  << place.id << '\n';
    }
}

class Find : public Command {
  public:
    void setup(CLI::App& app) override {
        app.add_option("name", m_name, "Name as you would type it, in any spelling")->required()->type_name("NAME");
        app.add_option("--country", m_find.country, "Only in this country (two-letter code)")->type_name("CC");
        app.add_option("--class", m_class, "Only this class: country, adm1, city, airport ...")->type_name("CLASS");
        app.add_option("--near", m_near, "Prefer places near LAT LON")->expected(2)->type_name("LAT LON");
        app.add_option("--limit", m_find.limit, "Rows at most")->type_name("N")->capture_default_str();
        app.add_option("--format", m_format, "table or json")
            ->check(CLI::IsMember({"table", "json"}))
            ->capture_default_str();
        add_gazetteer_option(app, m_options);
    }

    int run() override {
        if (!m_class.empty()) {
            m_find.feature = parse_feature_class(m_class);
            if (!m_find.feature) {
                std::cerr << "yaqut: --class: expected a feature class such as city, found \"" << m_class << "\"\n";
                return exit_usage;
            }
        }
        if (m_near.size() == 2) {
            m_find.near = Location{m_near[1], m_near[0]};
        }
        const gazetteer::Gazetteer gazetteer = open_gazetteer(m_options);
        const auto rows = gazetteer.find(m_name, m_find);
        if (m_format == "json") {
            auto array = nlohmann::ordered_json::array();
            for (const auto& row : rows) {
                array.push_back(to_json(row));
            }
            std::cout << array.dump() << '\n';
        } else {
            print_table(rows);
        }
        if (rows.empty()) {
            std::cerr << "nothing found for \"" << m_name << "\"\n";
        }
        return exit_done;
    }

  private:
    CommonOptions m_options;
    gazetteer::FindOptions m_find;
    std::string m_name;
    std::string m_class;
    std::string m_format = "table";
    std::vector<double> m_near;
};

void print_counts(const char* title, const std::vector<std::pair<std::string, std::uint64_t>>& counts,
                  std::size_t limit) {
    std::cout << title << '\n';
    for (std::size_t i = 0; i < counts.size() && i < limit; ++i) {
        std::cout << "  " << std::left << std::setw(12) << (counts[i].first.empty() ? "-" : counts[i].first)
                  << std::right << std::setw(10) << counts[i].second << '\n';
    }
    if (counts.size() > limit) {
        std::cout << "  and " << counts.size() - limit << " more\n";
    }
}

class InfoCommand : public Command {
  public:
    void setup(CLI::App& app) override { add_gazetteer_option(app, m_options); }

    int run() override {
        const gazetteer::Gazetteer gazetteer = open_gazetteer(m_options);
        const gazetteer::Info info = gazetteer.info();
        std::cout << "places  " << info.places << "\nnames   " << info.names << "\nkeys    " << info.keys
                  << "\nbytes   " << info.file_bytes << "\nfrom    " << info.created_from << '\n';
        constexpr std::size_t all = 1000;
        constexpr std::size_t countries = 25;
        print_counts("by class", info.by_class, all);
        print_counts("names by language", info.by_language, all);
        print_counts("by country", info.by_country, countries);
        print_counts("by source", info.by_source, all);
        print_counts("by licence", info.by_licence, all);
        return exit_done;
    }

  private:
    CommonOptions m_options;
};

class Verify : public Command {
  public:
    void setup(CLI::App& app) override { add_gazetteer_option(app, m_options); }

    int run() override {
        const gazetteer::Gazetteer gazetteer = open_gazetteer(m_options);
        gazetteer.verify();
        std::cout << "as built: " << gazetteer.size() << " places\n";
        return exit_done;
    }

  private:
    CommonOptions m_options;
};

} // namespace

std::unique_ptr<Command> make_gazetteer_build() { return std::make_unique<Build>(); }
std::unique_ptr<Command> make_gazetteer_find() { return std::make_unique<Find>(); }
std::unique_ptr<Command> make_gazetteer_info() { return std::make_unique<InfoCommand>(); }
std::unique_ptr<Command> make_gazetteer_verify() { return std::make_unique<Verify>(); }

} // namespace yaqut::cli
