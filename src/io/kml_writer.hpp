// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "io/feature_writer.hpp"

namespace yaqut::io {

/// KML 2.2 for Google Earth: a placemark per feature, with all columns as extended data. Events have a title, the
/// sentence as text, the days as a time span and the colour of their type. Whatever articles say is shown as text.
[[nodiscard]] std::unique_ptr<FeatureWriter> open_kml(const std::string& path, const FeatureSchema& schema,
                                                      const LayerOptions& options);

} // namespace yaqut::io
