// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "core/date.hpp"
#include "io/bounding_box.hpp"
#include "io/layer_writer.hpp"

namespace yaqut::io {

/// What is said of a layer as a whole.
struct LayerMetadata {
    std::string title;
    std::string abstract;
    std::string attribution; ///< whose data it rests on, with their licences
    std::string history;     ///< how it was made, with the program's version
    BoundingBox box;
    std::optional<Date> first; ///< days of the events; nullopt: none is dated
    std::optional<Date> last;
};

/// The file (.qmd) from which QGIS takes the metadata of a layer when it stands beside it under the same name.
[[nodiscard]] std::string metadata_qmd(const LayerMetadata& metadata);

/// Writes the metadata of the events that it is given. Several formats of one name share the file.
[[nodiscard]] std::unique_ptr<LayerWriter> open_event_metadata(const std::string& path, const LayerOptions& options);

} // namespace yaqut::io
