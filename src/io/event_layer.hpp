// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "io/feature_writer.hpp"

namespace yaqut::io {

/// The events layer under this name, with the columns of the profile.
[[nodiscard]] FeatureSchema event_layer_schema(const std::string& name, Profile profile = Profile::none);

/// Events in a file of their own, side layers in files beside it. Any format but gpkg and html.
[[nodiscard]] std::unique_ptr<LayerWriter> open_event_layer(const std::string& path, LayerFormat format,
                                                            const LayerOptions& options);

} // namespace yaqut::io
