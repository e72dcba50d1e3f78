// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "io/feature_writer.hpp"

namespace yaqut::io {

/// GeoJSON (RFC 7946): one collection with its box, or one feature per line.
[[nodiscard]] std::unique_ptr<FeatureWriter> open_geojson(const std::string& path, const FeatureSchema& schema,
                                                          const LayerOptions& options);
[[nodiscard]] std::unique_ptr<FeatureWriter> open_geojson_lines(const std::string& path, const FeatureSchema& schema,
                                                                const LayerOptions& options);

} // namespace yaqut::io
