// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/location.hpp"

namespace yaqut::evaluate {

/// Distance in kilometres on a sphere of 12,742 km diameter: the measure behind the published figures.
[[nodiscard]] double sphere_km(Location a, Location b);

} // namespace yaqut::evaluate
