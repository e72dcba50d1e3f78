// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "io/layer_writer.hpp"

namespace yaqut::io {

/// One web page that needs nothing else: base map, events with time and filters, list. Works from disk, without a
/// network. Whatever articles say is data in it, never mark-up.
[[nodiscard]] std::unique_ptr<LayerWriter> open_html(const std::string& path, const LayerOptions& options);

} // namespace yaqut::io
