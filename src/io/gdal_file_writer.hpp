// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "io/layer_writer.hpp"

namespace yaqut::io {

/// FlatGeobuf: events with a point alone, since GDAL drops others from it; in the order of its spatial index.
[[nodiscard]] std::unique_ptr<LayerWriter> open_flatgeobuf(const std::string& path, const LayerOptions& options);
/// KML with a time span per dated event, for Google Earth.
[[nodiscard]] std::unique_ptr<LayerWriter> open_kml(const std::string& path, const LayerOptions& options);
/// A spreadsheet: one sheet, no geometry but the columns latitude and longitude.
[[nodiscard]] std::unique_ptr<LayerWriter> open_xlsx(const std::string& path, const LayerOptions& options);

} // namespace yaqut::io
