// SPDX-License-Identifier: Apache-2.0
// yaqut gazetteer build: compiles places of any source, merged with the bundled ones.
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <optional>

#include <CLI/CLI.hpp>

#include "cli/bundled_units.hpp"
#include "cli/command.hpp"
#include "cli/import_log.hpp"
#include "core/error.hpp"
#include "gazetteer/builder.hpp"
#include "gazetteer/gazetteer.hpp"
#include "gazetteer/geonames_source.hpp"
#include "io/osm_places.hpp"
#include "io/packed_text.hpp"
#include "io/place_values.hpp"
#include "io/table_places.hpp"
#include "spatial/located_places.hpp"

namespace yaqut::cli {

namespace {

/// What the command line says of sources.
struct Sources {
    gazetteer::BuildInput tables;
    std::string geonames;
    std::string alternate_names;
    std::vector<std::string> osm;
    std::vector<std::string> from;
    std::vector<std::string> maps;
    std::string layer;
    std::string encoding;
    std::string licence;
    std::vector<std::string> countries;

    [[nodiscard]] bool has_tables() const { return !tables.places.empty(); }
    [[nodiscard]] bool has_imports() const { return !geonames.empty() || !osm.empty() || !from.empty(); }
};

/// What is wrong with the options, or nothing.
std::string fault(const Sources& sources) {
    if (sources.tables.places.empty() != sources.tables.names.empty()) {
        return "expected --places and --names together";
    }
    if (!sources.has_tables() && !sources.has_imports()) {
        return "expected a source: --geonames, --osm, --from with --map, or --places with --names";
    }
    if (!sources.alternate_names.empty() && sources.geonames.empty()) {
        return "expected --geonames beside --alternate-names";
    }
    if (sources.from.size() != sources.maps.size()) {
        return "expected one --map for each --from, found " + std::to_string(sources.maps.size()) + " for " +
               std::to_string(sources.from.size());
    }
    return {};
}

std::string is_country(const std::string& code) {
    return io::parse_country(code) ? std::string() : "expected two-letter codes, found \"" + code + '"';
}

std::string upper_case(const std::string& code) { return io::parse_country(code).value_or(code); }

class Build : public Command {
  public:
    void setup(CLI::App& app) override {
        add_source_options(app);
        add_table_options(app);
        app.add_flag("--no-bundled", m_no_bundled, "Do not merge with the bundled gazetteer");
        app.add_option("--gazetteer", m_options.gazetteer,
                       "Compiled gazetteer to merge with instead of the bundled one")
            ->type_name("FILE");
        app.add_option("--memory", m_memory, "Memory for sorting; more goes to temporary files beside the output")
            ->transform(CLI::AsSizeValue(false))
            ->type_name("SIZE")
            ->default_str("1G");
        app.add_option("-o,--output", m_output, "Compiled gazetteer")->required()->type_name("FILE");
        add_overwrite_option(app, m_options);
        app.add_flag("--strict", m_options.strict, "Exit with 3 when a row was skipped");
        app.add_flag("-q,--quiet", m_options.quiet, "Print errors only");
    }

    int run() override {
        if (const std::string wrong = fault(m_sources); !wrong.empty()) {
            std::cerr << "yaqut: " << wrong << '\n';
            return exit_usage;
        }
        const auto maps = column_maps();
        if (!maps) {
            return exit_usage;
        }
        if (std::filesystem::exists(m_output) && !m_options.overwrite) {
            throw ExistsError(m_output, "already exists");
        }
        ImportLog log(m_options.quiet);
        const gazetteer::BuildReport report =
            m_sources.has_imports() ? import(*maps, log) : gazetteer::build(m_sources.tables, m_output, skip_into(log));
        log.progress().clear();
        log.print_counts();
        if (!m_options.quiet) {
            print(report);
        }
        return m_options.strict && log.rows_skipped() > 0 ? exit_strict : exit_done;
    }

  private:
    void add_source_options(CLI::App& app) {
        app.add_option("--geonames", m_sources.geonames, "GeoNames file: allCountries.txt, LY.txt; also .zip")
            ->type_name("FILE");
        app.add_option("--alternate-names", m_sources.alternate_names, "GeoNames alternateNamesV2.txt; also .zip")
            ->type_name("FILE");
        app.add_option("--countries", m_sources.countries, "Import only places in these countries: LY,EG")
            ->delimiter(',')
            ->check(CLI::Validator(is_country, ""))
            ->transform(upper_case)
            ->type_name("CC");
        app.add_option("--osm", m_sources.osm, "OpenStreetMap extract: .osm.pbf or .osm")->type_name("FILE");
        app.add_option("--from", m_sources.from,
                       "Any table or map layer: CSV, GeoPackage, shapefile, XLSX, GeoJSON; also in a .zip")
            ->type_name("SOURCE");
        app.add_option("--map", m_sources.maps,
                       "Columns of the source: name=COLUMN,name_ar=...,class=:city (a value for all rows). Fields: "
                       "name name_ar name_en name_fr alt_names class country admin1 population id lat lon")
            ->type_name("FIELD=COLUMN,...");
        app.add_option("--layer", m_sources.layer, "Layer of the source, when it has several")->type_name("NAME");
        app.add_option("--encoding", m_sources.encoding, "Encoding of the source's texts [found out]")
            ->type_name("NAME");
        app.add_option("--licence", m_sources.licence, "Licence of the source, for info")->type_name("TEXT");
    }

    void add_table_options(CLI::App& app) {
        gazetteer::BuildInput& tables = m_sources.tables;
        app.add_option("--places", tables.places, "Table of places (.tsv or .tsv.zst)")->type_name("FILE");
        app.add_option("--names", tables.names, "Table of names (.tsv or .tsv.zst)")->type_name("FILE");
        app.add_option("--licences", tables.licences, "Table of the licences of the sources of --places")
            ->type_name("FILE");
        app.add_option("--ambiguous", tables.ambiguity.names, "Table of names that need support")->type_name("FILE");
        app.add_option("--never-ambiguous", tables.ambiguity.never, "List of short names that need none")
            ->type_name("FILE");
    }

    [[nodiscard]] std::optional<std::vector<io::ColumnMap>> column_maps() const {
        std::vector<io::ColumnMap> maps;
        for (const std::string& text : m_sources.maps) {
            try {
                maps.emplace_back(text);
            } catch (const Error& error) {
                std::cerr << "yaqut: --map: " << error.what() << '\n';
                return std::nullopt;
            }
        }
        return maps;
    }

    static gazetteer::Report skip_into(ImportLog& log) {
        return [&log](const std::string& message) { log.skipped(message); };
    }

    /// The gazetteer that imports are merged with; empty: none. Own tables take its part.
    [[nodiscard]] std::filesystem::path base() const {
        if (!m_options.gazetteer.empty()) {
            return m_options.gazetteer;
        }
        return m_no_bundled || m_sources.has_tables() ? std::filesystem::path()
                                                      : gazetteer::bundled_gazetteer(program_path());
    }

    gazetteer::BuildReport import(const std::vector<io::ColumnMap>& maps, ImportLog& log) {
        gazetteer::BuildPlan plan;
        plan.base = base();
        plan.ambiguity = m_sources.tables.ambiguity;
        if (m_sources.has_tables()) {
            plan.sources.push_back(gazetteer::make_table_source(m_sources.tables, skip_into(log)));
        }
        if (!m_sources.geonames.empty()) {
            plan.sources.push_back(geonames(log));
        }
        BundledUnits polygons(plan.base);
        for (const std::string& file : m_sources.osm) {
            plan.sources.push_back(located(io::make_osm_places({file}, row_report(log, file)), polygons, log));
        }
        for (std::size_t i = 0; i < maps.size(); ++i) {
            const std::string& source = m_sources.from[i];
            plan.sources.push_back(
                located(io::make_table_places({source, m_sources.layer, maps[i], m_sources.encoding, m_sources.licence},
                                              row_report(log, source)),
                        polygons, log));
        }
        return gazetteer::build(std::move(plan), m_output, options(log), skip_into(log));
    }

    [[nodiscard]] std::unique_ptr<PlaceSource> geonames(ImportLog& log) const {
        gazetteer::GeoNamesInput input;
        io::PackedText places = io::open_packed_text(m_sources.geonames);
        input.places = std::move(places.stream);
        input.places_name = places.name;
        if (!m_sources.alternate_names.empty()) {
            io::PackedText names = io::open_packed_text(m_sources.alternate_names);
            input.alternate_names = std::move(names.stream);
            input.alternate_names_name = names.name;
        }
        input.countries = m_sources.countries;
        input.memory_limit = m_memory / 2;
        input.temp_folder = std::filesystem::absolute(m_output).parent_path();
        return gazetteer::make_geonames_source(std::move(input), skip_into(log));
    }

    static std::unique_ptr<PlaceSource> located(std::unique_ptr<PlaceSource> source, BundledUnits& polygons,
                                                ImportLog& log) {
        return spatial::make_located_places(
            std::move(source), [&polygons]() -> const spatial::AdminUnits& { return polygons.get(); },
            [&log](const std::string& message) { log.noted(message); });
    }

    static io::RowReport row_report(ImportLog& log, const std::string& file) {
        return {[&log](const std::string& message) { log.skipped(message); },
                [&log](const std::string& message) { log.noted(message); },
                [&log, name = std::filesystem::path(file).filename().string()](double share) {
                    if (log.progress().due()) {
                        log.progress().show("reading " + name + ", " + std::to_string(static_cast<int>(share * 100)) +
                                            " %");
                    }
                }};
    }

    [[nodiscard]] gazetteer::BuildOptions options(ImportLog& log) const {
        gazetteer::BuildOptions options;
        options.memory_limit = m_memory;
        options.countries = m_sources.countries;
        options.progress = [&log](const gazetteer::BuildProgress& progress) {
            if (log.progress().due()) {
                log.progress().show(std::string(progress.stage) + ", " + std::to_string(progress.done) + " places");
            }
        };
        return options;
    }

    void print(const gazetteer::BuildReport& report) const {
        std::cerr << report.places << " places, " << report.names << " names, " << report.keys << " keys written to "
                  << m_output << '\n';
        if (report.merged > 0) {
            std::cerr << "imported places that were there already and gave it their names: " << report.merged << '\n';
        }
    }

    CommonOptions m_options;
    Sources m_sources;
    std::string m_output;
    std::uint64_t m_memory = std::uint64_t{1} << 30U;
    bool m_no_bundled = false;
};

} // namespace

std::unique_ptr<Command> make_gazetteer_build() { return std::make_unique<Build>(); }

} // namespace yaqut::cli
