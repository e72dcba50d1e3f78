// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "io/vector_reader.hpp"

namespace yaqut::io {

/// Inside of this folder: the circle that stands for a geometry of GDAL's (an OGRGeometryH, may be null). nullopt when
/// it is empty, or cannot be brought to WGS 84.
[[nodiscard]] std::optional<FeatureShape> shape_of(void* geometry);

} // namespace yaqut::io
