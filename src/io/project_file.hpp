// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "io/layer_writer.hpp"

namespace yaqut::io {

/// A QGIS project over a layer of events and the side layers of `options` beside it, with the outlines of countries
/// below it (basemap.geojson, written beside), the map's extent, and the range and step of the time controller; to be
/// given the same events. `layer` is the file of the events: GeoJSON, GeoPackage, FlatGeobuf or shapefile in the
/// project's folder. Layers are named by relative paths: the folder can be moved. Throws ExistsError and OutputError.
[[nodiscard]] std::unique_ptr<LayerWriter> open_project(const std::string& path, const std::string& layer,
                                                        const LayerOptions& options);

} // namespace yaqut::io
