// SPDX-License-Identifier: Apache-2.0
// yaqut geocode: lists of names to coordinates, and back.
#include <cstdio>
#include <filesystem>
#include <iostream>

#include <CLI/CLI.hpp>

#include "cli/command.hpp"
#include "cli/geocode_options.hpp"
#include "cli/geocode_table.hpp"
#include "cli/text_table.hpp"
#include "gazetteer/gazetteer.hpp"
#include "geocode/geocoder.hpp"

namespace yaqut::cli {

namespace {

std::string fixed(double value, int digits) {
    char text[64];
    std::snprintf(text, sizeof text, "%.*f", digits, value);
    return text;
}

class Geocode : public Command {
  public:
    void setup(CLI::App& app) override { add_geocode_options(app, m_options); }

    int run() override {
        try {
            return choose();
        } catch (const UsageError& error) {
            std::cerr << "yaqut: " << error.what() << '\n';
            return exit_usage;
        }
    }

  private:
    int choose() {
        const geocode::Settings settings = settings_of(m_options);
        if (m_options.common.inputs.empty() && m_options.reverse.empty()) {
            throw UsageError("expected a table, a name, or --reverse LAT LON; see yaqut geocode --help");
        }
        const gazetteer::Gazetteer gazetteer = open_gazetteer(m_options.common);
        if (!m_options.reverse.empty()) {
            return reverse(gazetteer, settings);
        }
        return is_table() ? geocode_table(m_options, gazetteer) : names(gazetteer, settings);
    }

    /// A file that is there, or what only a table can be.
    [[nodiscard]] bool is_table() const {
        const std::vector<std::string>& inputs = m_options.common.inputs;
        const bool said = !m_options.columns.empty() || !m_options.text_template.empty();
        std::error_code ignored;
        const bool table = said || inputs.front() == "-" || inputs.front().starts_with("/vsi") ||
                           std::filesystem::path(inputs.front()).has_extension() ||
                           std::filesystem::exists(inputs.front(), ignored);
        if (table && inputs.size() > 1) {
            throw UsageError("expected one table, found " + std::to_string(inputs.size()) + " inputs");
        }
        return table;
    }

    int names(const gazetteer::Gazetteer& gazetteer, const geocode::Settings& settings) const {
        const geocode::Geocoder geocoder(gazetteer, settings, geocode::Geocoder::Load::few);
        const bool several = m_options.common.inputs.size() > 1;
        std::vector<TextTable::Column> columns{{"status"}, {"score", true}, {"lat", true}, {"lon", true},
                                               {"class"},  {"country"},     {"name"},      {"Arabic"},
                                               {"admin1"}, {"match"},       {"id"}};
        if (several) {
            columns.insert(columns.begin(), {"asked for"});
        }
        TextTable table(columns);
        bool all_ok = true;
        for (const std::string& name : m_options.common.inputs) {
            const geocode::Answer answer = geocoder.geocode({name, {}, {}});
            all_ok = all_ok && answer.status == geocode::Status::ok;
            if (answer.candidates.empty()) {
                std::cerr << "nothing found for \"" << name << "\"\n";
            }
            if (!answer.note.empty()) {
                std::cerr << name << ": " << answer.note << '\n';
            }
            add_rows(gazetteer, answer, several ? std::optional(name) : std::nullopt, table);
        }
        if (!table.empty()) {
            table.print(std::cout);
        }
        return m_options.common.strict && !all_ok ? exit_strict : exit_done;
    }

    static void add_rows(const gazetteer::Gazetteer& gazetteer, const geocode::Answer& answer,
                         const std::optional<std::string>& asked, TextTable& table) {
        for (const geocode::Candidate& candidate : answer.candidates) {
            const Place place = gazetteer.place(candidate.place);
            const bool first = &candidate == &answer.candidates.front();
            std::vector<std::string> cells{first ? std::string(to_string(answer.status)) : std::string(),
                                           fixed(static_cast<double>(candidate.score), 2),
                                           fixed(place.location.lat, 5),
                                           fixed(place.location.lon, 5),
                                           std::string(to_string(place.feature)),
                                           std::string(place.country),
                                           std::string(place.name),
                                           std::string(place.name_ar),
                                           std::string(place.admin1),
                                           std::string(to_string(candidate.match)),
                                           std::string(place.id)};
            if (asked) {
                cells.insert(cells.begin(), first ? *asked : std::string());
            }
            table.add(std::move(cells));
        }
    }

    int reverse(const gazetteer::Gazetteer& gazetteer, const geocode::Settings& settings) const {
        const geocode::Geocoder geocoder(gazetteer, settings, geocode::Geocoder::Load::few);
        TextTable table({{"km", true},
                         {"lat", true},
                         {"lon", true},
                         {"class"},
                         {"country"},
                         {"name"},
                         {"Arabic"},
                         {"admin1"},
                         {"id"}});
        const Location point{m_options.reverse[1], m_options.reverse[0]};
        for (const geocode::Nearby& nearby : geocoder.nearest(point, std::max<std::size_t>(1, settings.candidates))) {
            const Place place = gazetteer.place(nearby.place);
            table.add({fixed(nearby.km, 1), fixed(place.location.lat, 5), fixed(place.location.lon, 5),
                       std::string(to_string(place.feature)), std::string(place.country), std::string(place.name),
                       std::string(place.name_ar), std::string(place.admin1), std::string(place.id)});
        }
        if (table.empty()) {
            std::cerr << "nothing found\n";
        } else {
            table.print(std::cout);
        }
        return exit_done;
    }

    GeocodeOptions m_options;
};

} // namespace

std::unique_ptr<Command> make_geocode() { return std::make_unique<Geocode>(); }

} // namespace yaqut::cli
