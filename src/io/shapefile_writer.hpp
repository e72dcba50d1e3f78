// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "io/feature_writer.hpp"

namespace yaqut::io {

/// A shapefile in UTF-8 (.shp .shx .dbf .prj .cpg). Texts are cut between characters as people see them when they are
/// longer than their field, and counted; features that are not on the map have a null geometry.
[[nodiscard]] std::unique_ptr<FeatureWriter> open_shapefile(const std::string& path, const FeatureSchema& schema,
                                                            const LayerOptions& options);

} // namespace yaqut::io
