// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/location.hpp"

/// Great circles on the sphere with the mean radius of the WGS 84 ellipsoid. Distances are at most 0.6 % off those on
/// the ellipsoid, which is far below the precision of "about 20 km east of". Distances, bearings and destinations
/// agree with each other. Locations must be valid().
namespace yaqut::spatial {

inline constexpr double earth_radius_km = 6371.0088;

/// Haversine distance in kilometres, stable for points that are close together.
[[nodiscard]] double distance_km(Location from, Location to);

/// Initial bearing in degrees clockwise from north, 0 <= bearing < 360; 0 when both are one point.
[[nodiscard]] double bearing_deg(Location from, Location to);

/// The point `km` away on the great circle that leaves `from` at `bearing` (degrees clockwise from north). Crosses
/// poles and the antimeridian; the longitude is in [-180, 180). At a pole, bearings count from the meridian `from.lon`.
[[nodiscard]] Location destination(Location from, double bearing, double km);

/// The smaller angle between two bearings, 0 to 180 degrees.
[[nodiscard]] double angle_between(double bearing_a, double bearing_b);

} // namespace yaqut::spatial
