// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "io/feature_writer.hpp"

namespace yaqut::io {

/// FlatGeobuf: features with a geometry alone, since GDAL drops others from it; in the order of its spatial index.
[[nodiscard]] std::unique_ptr<FeatureWriter> open_flatgeobuf(const std::string& path, const FeatureSchema& schema,
                                                             const LayerOptions& options);
/// A spreadsheet: one sheet, no geometry but columns.
[[nodiscard]] std::unique_ptr<FeatureWriter> open_xlsx(const std::string& path, const FeatureSchema& schema,
                                                       const LayerOptions& options);

} // namespace yaqut::io
