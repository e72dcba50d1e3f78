// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "io/feature_writer.hpp"

namespace yaqut::io {

/// The events layer under this name, with the columns of the profile.
[[nodiscard]] FeatureSchema event_layer_schema(const std::string& name, Profile profile = Profile::none);

/// The file of a side layer beside that of the events: "out/events.shp" gives "out/events_areas.shp".
[[nodiscard]] std::string side_path(const std::string& path, std::string_view layer);

/// Events in a file of their own, side layers in files beside it. Any format but gpkg and html.
[[nodiscard]] std::unique_ptr<LayerWriter> open_event_layer(const std::string& path, LayerFormat format,
                                                            const LayerOptions& options);

} // namespace yaqut::io
