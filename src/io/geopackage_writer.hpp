// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "io/layer_writer.hpp"

namespace yaqut::io {

/// A GeoPackage: the layer of events that have a point, the table "unlocated" of the others, and the style, which QGIS
/// takes from the table layer_styles.
[[nodiscard]] std::unique_ptr<LayerWriter> open_geopackage(const std::string& path, const LayerOptions& options);

} // namespace yaqut::io
