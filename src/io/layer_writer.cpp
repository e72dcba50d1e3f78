// SPDX-License-Identifier: Apache-2.0
#include "io/layer_writer.hpp"

#include <algorithm>
#include <array>

#include "core/error.hpp"
#include "io/ascii.hpp"
#include "io/csv_writer.hpp"
#include "io/event_layer.hpp"
#include "io/feature_writer.hpp"
#include "io/gdal_file_writer.hpp"
#include "io/geojson_features.hpp"
#include "io/geopackage_writer.hpp"
#include "io/html_writer.hpp"
#include "io/kml_writer.hpp"
#include "io/lpf_writer.hpp"
#include "io/shapefile_writer.hpp"

namespace yaqut::io {

namespace {

constexpr std::array<SideLayerInfo, 3> side_layer_infos{
    {{SideLayer::mentions, "mentions", "every place name with a location, as the articles have it"},
     {SideLayer::areas, "areas", "countries and first-level units with counts of their events"},
     {SideLayer::circles, "circles", "how far from its point each event may have happened"}}};

constexpr std::array<LayerFormatInfo, 9> formats{
    {{LayerFormat::geojson, "geojson", ".geojson", true, true, "GeoJSON (RFC 7946) with a QGIS style"},
     {LayerFormat::shp, "shp", ".shp", true, true, "ESRI shapefile in UTF-8 with a QGIS style"},
     {LayerFormat::csv, "csv", ".csv", false, false, "comma-separated values, UTF-8"},
     {LayerFormat::geojsonl, "geojsonl", ".geojsonl", true, false, "one GeoJSON feature per line"},
     {LayerFormat::gpkg, "gpkg", ".gpkg", true, false,
      "GeoPackage with a QGIS style; events without a point in a table of their own"},
     {LayerFormat::fgb, "fgb", ".fgb", true, true, "FlatGeobuf with a QGIS style; events with a point alone"},
     {LayerFormat::kml, "kml", ".kml", false, false, "KML with time spans, for Google Earth"},
     {LayerFormat::xlsx, "xlsx", ".xlsx", false, false, "spreadsheet"},
     {LayerFormat::html, "html", ".html", false, false,
      "one web page with map, time, filters and list; needs no network"}}};

} // namespace

std::span<const LayerFormatInfo> layer_formats() { return formats; }

std::optional<LayerFormat> parse_layer_format(std::string_view name) {
    const auto* const found = std::find_if(formats.begin(), formats.end(),
                                           [name](const LayerFormatInfo& format) { return format.name == name; });
    return found == formats.end() ? std::nullopt : std::optional(found->format);
}

std::optional<LayerFormat> layer_format_of(std::string_view path) {
    const auto* const found = std::find_if(formats.begin(), formats.end(), [path](const LayerFormatInfo& format) {
        return ends_with(path, format.extension);
    });
    return found == formats.end() ? std::nullopt : std::optional(found->format);
}

bool fits_profile(LayerFormat format, Profile profile) {
    const bool lines = format == LayerFormat::csv || format == LayerFormat::geojsonl;
    return profile == Profile::none || format == LayerFormat::geojson || (lines && profile != Profile::lpf);
}

std::span<const SideLayerInfo> side_layers() { return side_layer_infos; }

std::optional<SideLayer> parse_side_layer(std::string_view name) {
    const auto* const found = std::find_if(side_layer_infos.begin(), side_layer_infos.end(),
                                           [name](const SideLayerInfo& info) { return info.name == name; });
    return found == side_layer_infos.end() ? std::nullopt : std::optional(found->layer);
}

bool can_hold(LayerFormat format, SideLayer layer) {
    const bool table = format == LayerFormat::csv || format == LayerFormat::xlsx;
    return format != LayerFormat::html && !(table && layer == SideLayer::circles);
}

void LayerWriter::write_side(SideLayer /*layer*/, const Feature& /*feature*/) {}

void LayerWriter::write_reports(const KeptReports& /*reports*/) {}

std::unique_ptr<FeatureWriter> open_features(const std::string& path, LayerFormat format, const FeatureSchema& schema,
                                             const LayerOptions& options) {
    switch (format) {
    case LayerFormat::geojson: return open_geojson(path, schema, options);
    case LayerFormat::geojsonl: return open_geojson_lines(path, schema, options);
    case LayerFormat::csv: return open_csv(path, schema, options);
    case LayerFormat::fgb: return open_flatgeobuf(path, schema, options);
    case LayerFormat::kml: return open_kml(path, schema, options);
    case LayerFormat::xlsx: return open_xlsx(path, schema, options);
    case LayerFormat::shp: return open_shapefile(path, schema, options);
    case LayerFormat::gpkg:
    case LayerFormat::html: break;
    }
    throw Error("this format has no layer of its own");
}

std::unique_ptr<LayerWriter> open_layer(const std::string& path, LayerFormat format, const LayerOptions& options) {
    if (!fits_profile(format, options.profile)) {
        throw OutputError(path,
                          "profile " + std::string(to_string(options.profile)) + " cannot be written in this format");
    }
    if (options.profile == Profile::lpf) {
        return open_linked_places(path, options);
    }
    switch (format) {
    case LayerFormat::gpkg: return open_geopackage(path, options);
    case LayerFormat::html: return open_html(path, options);
    default: return open_event_layer(path, format, options);
    }
}

} // namespace yaqut::io
