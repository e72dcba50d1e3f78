// SPDX-License-Identifier: Apache-2.0
#include "spatial/geodesic.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace yaqut::spatial {

namespace {

constexpr double radians_per_degree = std::numbers::pi / 180.0;
constexpr double full_circle = 360.0;
constexpr double half_circle = 180.0;

double radians(double degrees) { return degrees * radians_per_degree; }
double degrees(double radians) { return radians / radians_per_degree; }

double wrap_longitude(double lon) {
    const double wrapped = std::fmod(lon + half_circle, full_circle);
    return wrapped < 0.0 ? wrapped + half_circle : wrapped - half_circle;
}

} // namespace

double distance_km(Location from, Location to) {
    const double lat_sine = std::sin(radians(to.lat - from.lat) / 2.0);
    const double lon_sine = std::sin(radians(to.lon - from.lon) / 2.0);
    const double square =
        lat_sine * lat_sine + std::cos(radians(from.lat)) * std::cos(radians(to.lat)) * lon_sine * lon_sine;
    // Written so that NaN stays NaN.
    return 2.0 * earth_radius_km * std::asin(square > 1.0 ? 1.0 : std::sqrt(square));
}

double bearing_deg(Location from, Location to) {
    const double lon = radians(to.lon - from.lon);
    const double east = std::sin(lon) * std::cos(radians(to.lat));
    const double north = std::cos(radians(from.lat)) * std::sin(radians(to.lat)) -
                         std::sin(radians(from.lat)) * std::cos(radians(to.lat)) * std::cos(lon);
    if (from == to) {
        return 0.0;
    }
    const double bearing = degrees(std::atan2(east, north));
    const double positive = bearing < 0.0 ? bearing + full_circle : bearing;
    return positive >= full_circle ? 0.0 : positive;
}

Location destination(Location from, double bearing, double km) {
    // With vectors, for the formulas on latitudes and longitudes lose the longitude at the poles.
    const double lat = radians(from.lat);
    const double lon = radians(from.lon);
    const double angle = km / earth_radius_km;
    const double north_part = std::sin(angle) * std::cos(radians(bearing));
    const double east_part = std::sin(angle) * std::sin(radians(bearing));
    const double outward = std::cos(angle) * std::cos(lat) - north_part * std::sin(lat);
    const double x = outward * std::cos(lon) - east_part * std::sin(lon);
    const double y = outward * std::sin(lon) + east_part * std::cos(lon);
    const double z = std::cos(angle) * std::sin(lat) + north_part * std::cos(lat);
    const double from_axis = std::hypot(x, y);
    constexpr double at_pole = 1e-12;
    if (from_axis < at_pole) {
        return {from.lon, z < 0.0 ? -90.0 : 90.0};
    }
    return {wrap_longitude(degrees(std::atan2(y, x))), degrees(std::atan2(z, from_axis))};
}

double angle_between(double bearing_a, double bearing_b) {
    const double difference = std::fmod(std::abs(bearing_a - bearing_b), full_circle);
    return std::min(difference, full_circle - difference);
}

} // namespace yaqut::spatial
