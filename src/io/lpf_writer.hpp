// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "io/layer_writer.hpp"

namespace yaqut::io {

/// Linked Places Format (https://github.com/LinkedPasts/linked-places-format): GeoJSON that is JSON-LD, too. One
/// feature per event that has a place: the place with its names, the event's time in "when", the article as citation
/// and description. The geometry is null where the text gives no point. Certainty is never more than "less-certain",
/// since nobody has looked.
[[nodiscard]] std::unique_ptr<LayerWriter> open_linked_places(const std::string& path, const LayerOptions& options);

} // namespace yaqut::io
