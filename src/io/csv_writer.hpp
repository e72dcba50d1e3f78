// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "io/feature_writer.hpp"

namespace yaqut::io {

/// RFC 4180: a header, commas, "\r\n", UTF-8. What is not known is an empty cell. No geometry but columns. With
/// options.csv_hxl the second row holds the tags of hxl_tag().
[[nodiscard]] std::unique_ptr<FeatureWriter> open_csv(const std::string& path, const FeatureSchema& schema,
                                                      const LayerOptions& options);

} // namespace yaqut::io
