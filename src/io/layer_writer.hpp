// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/event.hpp"
#include "io/drawn_points.hpp"
#include "io/feature.hpp"
#include "io/kept_reports.hpp"
#include "io/profile.hpp"

namespace yaqut::io {

enum class LayerFormat : std::uint8_t {
    geojson,  ///< RFC 7946 feature collection
    geojsonl, ///< one feature per line
    csv,      ///< RFC 4180, UTF-8
    shp,      ///< ESRI shapefile with .dbf, .shx, .prj, .cpg
    gpkg,     ///< GeoPackage with the style inside
    fgb,      ///< FlatGeobuf
    kml,      ///< for Google Earth
    xlsx,     ///< spreadsheet
    html,     ///< one web page with everything in it
};

struct LayerFormatInfo {
    LayerFormat format;
    std::string_view name;      ///< as in --format
    std::string_view extension; ///< with its dot
    bool for_qgis;              ///< a layer that a QGIS project can show
    bool styled;                ///< a style (.qml) is written beside it
    std::string_view description;
};

/// All formats, in the order in which they are shown.
[[nodiscard]] std::span<const LayerFormatInfo> layer_formats();
[[nodiscard]] std::optional<LayerFormat> parse_layer_format(std::string_view name);
/// By the ending of the file's name.
[[nodiscard]] std::optional<LayerFormat> layer_format_of(std::string_view path);

/// Programs count bytes of a shapefile with 31 bits.
constexpr std::uint64_t shapefile_limit = (std::uint64_t{1} << 31U) - 1;

/// Can a layer of this format have the columns of that data set?
[[nodiscard]] bool fits_profile(LayerFormat format, Profile profile);

/// Layers beside the events, on request.
enum class SideLayer : std::uint8_t {
    mentions, ///< place names with a location, as the articles have them
    areas,    ///< countries and first-level units with counts of their events
    circles,  ///< how far from its point an event may have happened
};

struct SideLayerInfo {
    SideLayer layer;
    std::string_view name; ///< as in --layers
    std::string_view description;
};

[[nodiscard]] std::span<const SideLayerInfo> side_layers();
[[nodiscard]] std::optional<SideLayer> parse_side_layer(std::string_view name);
/// A web page has its own ways, and what is nothing but a shape has no place in a table.
[[nodiscard]] bool can_hold(LayerFormat format, SideLayer layer);

struct LayerOptions {
    bool overwrite = false;      ///< replace what is there
    DrawnPoints drawn;           ///< beside events whose place is sure
    bool style = true;           ///< write a QGIS style (.qml) beside the layer; a GeoPackage holds it in any case
    std::string name = "events"; ///< of the layer
    std::string attribution;     ///< of the data, for formats with room for it; empty: none
    std::string generator;       ///< name and version of the program, for metadata
    bool keep_reports = false;   ///< for write_reports(), in a GeoPackage or a database
    bool forget_reports = false; ///< those that a database has kept; a GeoPackage is made anew in any case
    std::vector<SideLayer> side_layers;              ///< to write as well, where the format can hold them
    bool csv_bom = false;                            ///< begin CSV with a byte order mark, which some spreadsheets need
    bool csv_hxl = false;                            ///< second row of CSV: tags of the Humanitarian Exchange Language
    Profile profile = Profile::none;                 ///< whose columns; for csv, geojson and geojsonl
    std::uint64_t shapefile_bytes = shapefile_limit; ///< most that a .dbf may hold
};

/// What finish() has written.
struct LayerReport {
    std::uint64_t events = 0;
    std::uint64_t located = 0;        ///< events with a geometry
    std::uint64_t truncated = 0;      ///< text values cut to fit the format
    std::uint64_t left_out = 0;       ///< events without a point that the format cannot hold
    std::uint64_t not_in_profile = 0; ///< events of a kind that the data set of the profile does not hold
    std::vector<std::string> files;   ///< all parts, the main file first; empty for standard output
};

/// Writes events to one layer. Files are written under other names in the same folder and get their own on finish();
/// a writer that is destroyed before leaves nothing behind. Same events, same bytes.
class LayerWriter {
  public:
    LayerWriter() = default;
    LayerWriter(const LayerWriter&) = delete;
    LayerWriter& operator=(const LayerWriter&) = delete;
    virtual ~LayerWriter() = default;

    /// Throws OutputError when it cannot be written (the disk is full, the format's limits are reached).
    virtual void write(const Event& event) = 0;
    /// A feature of a side layer (side_layer_schema() has its columns). Nothing where that layer is not written.
    virtual void write_side(SideLayer layer, const Feature& feature);
    /// What an article tells, for later runs. Nothing where options.keep_reports is not set or the format has no room.
    virtual void write_reports(const KeptReports& reports);
    /// True of a file that describes the layers beside it and is worth nothing where one of them is missing.
    [[nodiscard]] virtual bool is_companion() const { return false; }
    /// Completes the files. Must be called once; throws OutputError.
    virtual LayerReport finish() = 0;
};

/// Opens a layer. Side layers stand in the same file (GeoPackage), or in files beside it: "events_areas.geojson". Path
/// "-" is standard output (not for shapefiles). Throws ExistsError when a part of it is there already and
/// options.overwrite is not set, OutputError when it cannot be written.
[[nodiscard]] std::unique_ptr<LayerWriter> open_layer(const std::string& path, LayerFormat format,
                                                      const LayerOptions& options = {});

} // namespace yaqut::io
