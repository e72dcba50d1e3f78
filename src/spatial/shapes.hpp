// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "core/location.hpp"
#include "spatial/polygon.hpp"

namespace yaqut::spatial {

/// A point that stands for an area, and how far the area reaches from it.
struct SurfacePoint {
    Location location;
    double reach_km = 0.0; ///< distance to the farthest point of its edge
};

/// A point that lies inside the area, unlike its centre where the area is bent or has several parts. nullopt when there
/// is no area. Throws Error when a coordinate is not finite.
[[nodiscard]] std::optional<SurfacePoint> surface_point(const Polygon& polygon);

/// All points within `radius_km` of `centre`, as a polygon with `corners` corners that lie on the circle. Cut at the
/// antimeridian, and drawn along it to the pole where the circle holds one. Without parts when the radius is not above
/// zero, or 5000 km and more.
[[nodiscard]] Polygon circle(Location centre, double radius_km, int corners = 64);

/// The same area in parts that do not cross the antimeridian, as GeoJSON (RFC 7946) wants them. Throws Error as
/// make_valid() does.
[[nodiscard]] Polygon cut_at_antimeridian(const Polygon& polygon);

/// Outer rings counterclockwise, holes clockwise, as GeoJSON wants them.
void wind_for_geojson(Polygon& polygon);

} // namespace yaqut::spatial
