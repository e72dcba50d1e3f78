// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "io/layer_writer.hpp"

namespace yaqut::io {

/// A feature collection.
[[nodiscard]] std::unique_ptr<LayerWriter> open_geojson(const std::string& path, const LayerOptions& options);
/// One feature per line.
[[nodiscard]] std::unique_ptr<LayerWriter> open_geojson_lines(const std::string& path, const LayerOptions& options);

} // namespace yaqut::io
