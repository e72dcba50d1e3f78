// SPDX-License-Identifier: Apache-2.0
#include "evaluate/sphere.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace yaqut::evaluate {

double sphere_km(Location a, Location b) {
    constexpr double to_radians = std::numbers::pi / 180;
    const double lat_a = a.lat * to_radians;
    const double lat_b = b.lat * to_radians;
    const double h = std::pow(std::sin((lat_b - lat_a) / 2), 2) +
                     std::cos(lat_a) * std::cos(lat_b) * std::pow(std::sin((b.lon - a.lon) * to_radians / 2), 2);
    return 12742.0 * std::asin(std::min(1.0, std::sqrt(h)));
}

} // namespace yaqut::evaluate
