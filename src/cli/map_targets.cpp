// SPDX-License-Identifier: Apache-2.0
#include "cli/map_targets.hpp"

#include <algorithm>
#include <filesystem>

#include <CLI/CLI.hpp>

#include "core/error.hpp"
#include "io/metadata_file.hpp"
#include "io/postgis_writer.hpp"
#include "io/profile.hpp"
#include "io/project_file.hpp"

namespace yaqut::cli {

namespace {

namespace fs = std::filesystem;

template <typename Infos> std::vector<std::string> names_of(const Infos& infos) {
    std::vector<std::string> names;
    for (const auto& info : infos) {
        names.emplace_back(info.name);
    }
    return names;
}

const io::LayerFormatInfo& info_of(const std::string& name) {
    const auto infos = io::layer_formats();
    return *std::find_if(infos.begin(), infos.end(), [&](const auto& info) { return info.name == name; }); // checked
}

[[noreturn]] void wrong(const std::string& message) { throw CLI::ValidationError(message); }

void make_folder(const std::string& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) {
        throw OutputError(folder, "folder cannot be made: " + error.message());
    }
}

bool goes_to_stdout(io::LayerFormat format) {
    return format == io::LayerFormat::geojson || format == io::LayerFormat::geojsonl ||
           format == io::LayerFormat::csv || format == io::LayerFormat::html;
}

} // namespace

void MapTargets::setup(CLI::App& app) {
    app.add_option("-o,--output", m_output,
                   "Folder for the layers; or one file, - for standard output, or a database (PG:...)")
        ->type_name("DIR");
    const std::vector<std::string> names = names_of(io::layer_formats());
    const auto known = [names](const std::string& name) {
        return io::is_database(name) || std::find(names.begin(), names.end(), name) != names.end()
                   ? std::string()
                   : name + " is not one of " + CLI::detail::join(names, ", ") + " or PG:...";
    };
    app.add_option("-f,--format", m_formats,
                   "Formats: " + CLI::detail::join(names, ", ") +
                       "; or a PostGIS database, \"PG:dbname=gis\" [geojson,shp]")
        ->delimiter(',')
        ->check(CLI::Validator(known, ""));
    app.add_option("--profile", m_profile,
                   "Columns of another data set, machine-coded: " + CLI::detail::join(names_of(io::profiles()), ", "))
        ->type_name("NAME")
        ->check(CLI::IsMember(names_of(io::profiles())));
    app.add_option("--layers", m_layers,
                   "Layers beside the events: " + CLI::detail::join(names_of(io::side_layers()), ", "))
        ->delimiter(',')
        ->check(CLI::IsMember(names_of(io::side_layers())));
    app.add_flag("--bom", m_bom, "Begin CSV with a byte order mark, for spreadsheets that take it for Latin-1");
    app.add_flag("--hxl", m_hxl, "Second row of CSV: tags of the Humanitarian Exchange Language");
    app.add_flag("--project", m_project, "Write a QGIS project over the first format, with a base map");
    app.add_flag(
        "--append", m_append,
        "Add to a GeoPackage or database made with --append: its articles are merged with these, and not read again");
    app.parse_complete_callback([this] { check(); });
}

bool MapTargets::is_single() const {
    return m_output == "-" || io::is_database(m_output) ||
           (io::layer_format_of(m_output) && !fs::is_directory(m_output));
}

std::string MapTargets::run_folder() const {
    if (m_output.empty() || to_standard_output() || io::is_database(m_output)) {
        return "";
    }
    const fs::path path(m_output);
    return (is_single() ? path.parent_path() / ("." + path.filename().string() + ".yaqut-run") : path / ".yaqut-run")
        .string();
}

std::string MapTargets::place_to_append_to() const {
    if (!m_append) {
        return "";
    }
    const std::string format = formats().front();
    return io::is_database(format) ? format : is_single() ? m_output : (fs::path(m_output) / "events.gpkg").string();
}

io::Profile MapTargets::profile() const {
    return m_profile.empty() ? io::Profile::none : io::parse_profile(m_profile).value_or(io::Profile::none);
}

std::vector<std::string> MapTargets::formats() const {
    if (!m_formats.empty()) {
        return m_formats;
    }
    if (io::is_database(m_output)) {
        return {m_output};
    }
    if (m_output == "-") {
        return {"geojsonl"};
    }
    if (is_single()) {
        const auto format = io::layer_format_of(m_output);
        for (const io::LayerFormatInfo& info : io::layer_formats()) {
            if (info.format == *format) {
                return {std::string(info.name)};
            }
        }
    }
    return profile() == io::Profile::none  ? std::vector<std::string>{"geojson", "shp"}
           : profile() == io::Profile::lpf ? std::vector<std::string>{"geojson"}
                                           : std::vector<std::string>{"csv"};
}

void MapTargets::check_format(const std::string& name) const {
    if (io::is_database(name)) {
        if (profile() != io::Profile::none) {
            wrong("--profile: a database has the columns of yaqut");
        }
        return;
    }
    if (!io::fits_profile(info_of(name).format, profile())) {
        wrong("--profile: " + m_profile + " cannot be written as " + name);
    }
    if (m_output == "-" && !goes_to_stdout(info_of(name).format)) {
        wrong("--output: " + name + " cannot go to standard output");
    }
}

void MapTargets::check() const {
    const std::vector<std::string> wanted = formats();
    const bool files =
        std::any_of(wanted.begin(), wanted.end(), [](const auto& name) { return !io::is_database(name); });
    if (m_output.empty() && files) {
        throw CLI::RequiredError("--output");
    }
    if (is_single() && (wanted.size() != 1 || m_project)) {
        wrong("--output: " + m_output + " takes one format and no project; name a folder");
    }
    if (io::is_database(m_output) && files) {
        wrong("--format: " + wanted.front() + " does not go into a database");
    }
    std::for_each(wanted.begin(), wanted.end(), [this](const std::string& name) { check_format(name); });
    check_layers();
    check_append();
    if ((m_bom || m_hxl) && std::find(wanted.begin(), wanted.end(), "csv") == wanted.end()) {
        wrong(std::string(m_bom ? "--bom" : "--hxl") + " is for -f csv");
    }
    if (m_hxl && profile() != io::Profile::none) {
        wrong("--hxl tags the columns of yaqut, not those of a profile");
    }
}

std::vector<io::SideLayer> MapTargets::layers() const {
    std::vector<io::SideLayer> layers;
    for (const io::SideLayerInfo& info : io::side_layers()) {
        if (std::find(m_layers.begin(), m_layers.end(), info.name) != m_layers.end()) {
            layers.push_back(info.layer);
        }
    }
    return layers;
}

bool MapTargets::has(io::SideLayer layer) const {
    const std::vector<io::SideLayer> wanted = layers();
    return std::find(wanted.begin(), wanted.end(), layer) != wanted.end();
}

/// A layer that no format can hold would be missed at the end of the work.
void MapTargets::check_layers() const {
    const std::vector<std::string> wanted = formats();
    for (const io::SideLayerInfo& info : io::side_layers()) {
        const bool asked = std::find(m_layers.begin(), m_layers.end(), info.name) != m_layers.end();
        const bool held = m_output != "-" && std::any_of(wanted.begin(), wanted.end(), [&](const std::string& name) {
                              return !io::is_database(name) && io::can_hold(info_of(name).format, info.layer);
                          });
        if (asked && !held) {
            wrong("--layers: " + std::string(info.name) +
                  " have no place there: write geojson, gpkg, shp, fgb or kml into a folder");
        }
    }
}

void MapTargets::check_append() const {
    const std::vector<std::string> wanted = formats();
    if (m_append && (wanted.size() != 1 || (wanted.front() != "gpkg" && !io::is_database(wanted.front())))) {
        wrong("--append is for one GeoPackage or database: -o NAME.gpkg, -f gpkg or -f PG:...");
    }
    if (m_append && has(io::SideLayer::mentions)) {
        wrong("--append keeps events, not mentions: leave out one of them");
    }
}

std::vector<std::unique_ptr<io::LayerWriter>> MapTargets::open(io::LayerOptions options) const {
    options.keep_reports = m_append;
    options.forget_reports = m_append && options.overwrite;
    options.overwrite = options.overwrite || m_append;
    options.csv_bom = m_bom;
    options.csv_hxl = m_hxl;
    options.profile = profile();
    options.side_layers = layers();
    const bool single = is_single();
    if (!single && !m_output.empty()) {
        make_folder(m_output);
    }
    const std::string suffix = m_profile.empty() ? "" : "-" + m_profile; // never taken for the data set itself
    const std::string base =
        single ? fs::path(m_output).replace_extension() : fs::path(m_output) / (options.name + suffix);
    std::vector<std::unique_ptr<io::LayerWriter>> writers;
    std::string for_project;
    bool for_qgis = false;
    for (const std::string& name : formats()) {
        if (io::is_database(name)) {
            writers.push_back(io::open_postgis(name, options));
            continue;
        }
        const io::LayerFormatInfo& info = info_of(name);
        const std::string file = single ? m_output : base + std::string(info.extension);
        writers.push_back(io::open_layer(file, info.format, options));
        options.style = options.style && !info.styled; // events.qml lies beside all: one writes it
        for_qgis = for_qgis || info.for_qgis;
        for_project = for_project.empty() && info.for_qgis ? file : for_project;
    }
    if (m_project && for_project.empty()) {
        throw OutputError(base + ".qgs", "a project shows a layer: write geojson, gpkg, shp or fgb too");
    }
    if (for_qgis && m_output != "-") {
        writers.push_back(io::open_event_metadata(base + ".qmd", options));
    }
    if (m_project) {
        writers.push_back(io::open_project(base + ".qgs", for_project, options));
    }
    return writers;
}

} // namespace yaqut::cli
