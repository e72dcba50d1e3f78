// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "io/layer_writer.hpp"

namespace yaqut::io {

/// RFC 4180: a header, commas, "\r\n", UTF-8. What is not known is an empty cell. Events without a point are there,
/// too. With options.csv_hxl the second row holds the tags of hxl_tag().
[[nodiscard]] std::unique_ptr<LayerWriter> open_csv(const std::string& path, const LayerOptions& options);

} // namespace yaqut::io
