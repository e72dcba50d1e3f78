// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "io/layer_writer.hpp"

namespace yaqut::io {

/// A point shapefile in UTF-8 (.shp .shx .dbf .prj .cpg). Texts are cut between characters as people see them when they
/// are longer than their field, and counted; events without a point have a null geometry.
[[nodiscard]] std::unique_ptr<LayerWriter> open_shapefile(const std::string& path, const LayerOptions& options);

} // namespace yaqut::io
