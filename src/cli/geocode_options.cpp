// SPDX-License-Identifier: Apache-2.0
#include "cli/geocode_options.hpp"

#include <CLI/CLI.hpp>

#include "text/country_codes.hpp"

namespace yaqut::cli {

namespace {

void add_input_options(CLI::App& app, GeocodeOptions& options) {
    app.add_option("input", options.common.inputs,
                   "A table (CSV, spreadsheet, any layer that GDAL reads; - for CSV on standard input), or names")
        ->type_name("FILE|NAME");
    app.add_option("--column", options.columns, "Column with the names; again for columns with what they lie in")
        ->type_name("NAME");
    app.add_option("--template", options.text_template,
                   "Text to look up, with columns in braces: \"{village}, {admin1}\"")
        ->type_name("TEXT");
    app.add_option("--country-col", options.country_column, "Column with the country, as a name or code")
        ->type_name("NAME");
    app.add_option("--admin1-col", options.admin1_column, "Column with the first-level unit (governorate, province)")
        ->type_name("NAME");
    app.add_option("--layer", options.layer, "Layer or sheet of files with several")->type_name("NAME");
    app.add_option("--encoding", options.encoding, "Of texts that are not UTF-8, when it is not found out rightly")
        ->type_name("NAME");
    app.add_option("--delimiter", options.delimiter, "Between cells of CSV, when it is not found out rightly")
        ->type_name("CHAR");
}

void add_look_up_options(CLI::App& app, GeocodeOptions& options) {
    app.add_option("--country", options.countries, "Only places in these countries (two- or three-letter codes)")
        ->delimiter(',')
        ->type_name("CC[,CC]");
    app.add_option("--bbox", options.box, "Only places in this box (degrees)")
        ->delimiter(',')
        ->expected(4)
        ->type_name("W,S,E,N");
    app.add_option("--near", options.near, "Prefer places near this point (degrees)")
        ->delimiter(',')
        ->expected(2)
        ->type_name("LAT,LON");
    app.add_option("--class", options.feature, "Only this class: country, adm1, city, airport ...")->type_name("CLASS");
    app.add_option("--min-score", options.min_score, "Score from which on a place is taken (0 to 1)")
        ->check(CLI::Range(0.0, 1.0))
        ->capture_default_str();
    app.add_option("--candidates", options.candidates, "Candidates listed in cand_alt; 0: no such column")
        ->check(CLI::Range(0, 100))
        ->type_name("N")
        ->capture_default_str();
    app.add_flag("--best", options.best, "Give the best candidate's place also where geo_status is not ok");
    app.add_flag("--force", options.force, "Look up rows, too, that have coordinates already");
    app.add_flag("--no-context", options.no_context, "Take each row for itself: do not prefer the list's main country");
    app.add_option("--reverse", options.reverse, "Places near this point instead (degrees)")
        ->expected(2)
        ->type_name("LAT LON");
}

void add_output_options(CLI::App& app, GeocodeOptions& options) {
    app.add_option("-o,--output", options.output, "Where the table goes; - is standard output")
        ->type_name("FILE")
        ->capture_default_str();
    app.add_option("-f,--format", options.format, "Format, when the output's name does not tell [csv]")
        ->type_name("NAME");
    app.add_option("--unmatched", options.unmatched, "CSV with the rows whose geo_status is not ok")->type_name("FILE");
    add_progress_options(app, options.common);
    app.add_option("--threads", options.common.threads,
                   "Threads; the output is the same with any number [one per core]")
        ->type_name("N")
        ->check(CLI::Range(1, 1024));
    app.add_flag("--strict", options.common.strict, "Exit with 3 when a row's geo_status is not ok");
    app.add_flag("-q,--quiet", options.common.quiet, "Print errors only");
    add_overwrite_option(app, options.common);
    add_gazetteer_option(app, options.common);
}

Location point_of(const std::vector<double>& lat_lon, const char* option) {
    const Location point{lat_lon[1], lat_lon[0]};
    if (!point.valid()) {
        throw UsageError(std::string(option) + ": expected LAT and LON in degrees, found " +
                         std::to_string(lat_lon[0]) + ", " + std::to_string(lat_lon[1]));
    }
    return point;
}

} // namespace

void add_geocode_options(CLI::App& app, GeocodeOptions& options) {
    add_input_options(app, options);
    add_look_up_options(app, options);
    add_output_options(app, options);
}

geocode::Settings settings_of(const GeocodeOptions& options) {
    geocode::Settings settings;
    settings.min_score = options.min_score;
    settings.candidates = options.candidates;
    for (const std::string& country : options.countries) {
        settings.countries.push_back(text::country_alpha2(country));
        if (settings.countries.back().empty()) {
            throw UsageError("--country: expected a code of two or three letters such as LY, found \"" + country + '"');
        }
    }
    if (!options.feature.empty()) {
        settings.feature = parse_feature_class(options.feature);
        if (!settings.feature) {
            throw UsageError("--class: expected a feature class such as city, found \"" + options.feature + '"');
        }
    }
    if (!options.box.empty()) {
        settings.box = geocode::Box{{options.box[0], options.box[1]}, {options.box[2], options.box[3]}};
        if (!settings.box->south_west.valid() || !settings.box->north_east.valid() || options.box[1] > options.box[3]) {
            throw UsageError("--bbox: expected west, south, east and north in degrees");
        }
    }
    if (!options.near.empty()) {
        settings.near = point_of(options.near, "--near");
    }
    if (!options.reverse.empty()) {
        (void)point_of(options.reverse, "--reverse");
    }
    return settings;
}

} // namespace yaqut::cli
