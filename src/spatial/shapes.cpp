// SPDX-License-Identifier: Apache-2.0
#include "spatial/shapes.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include <geos_c.h>

#include "spatial/geodesic.hpp"
#include "spatial/geos_geometry.hpp"

namespace yaqut::spatial {

namespace {

constexpr double half_circle = 180.0;
constexpr double full_circle = 360.0;
constexpr double pole = 90.0;

double wrapped(double lon) {
    return lon > half_circle ? lon - full_circle : lon < -half_circle ? lon + full_circle : lon;
}

/// The corners with longitudes that go on beyond +-180 degrees. The way around a pole ends 360 degrees off its
/// beginning: it is closed over the pole.
Ring unrolled_circle(Location centre, double radius_km, int corners) {
    Ring ring;
    for (int i = 0; i < corners; ++i) {
        Location corner = destination(centre, full_circle * i / corners, radius_km);
        if (!ring.empty()) {
            corner.lon = ring.back().lon + std::remainder(corner.lon - ring.back().lon, full_circle);
        }
        ring.push_back(corner);
    }
    const double last = ring.back().lon + std::remainder(ring.front().lon - ring.back().lon, full_circle);
    if (std::abs(last - ring.front().lon) > half_circle) {
        const double lat = centre.lat < 0.0 ? -pole : pole;
        const Location first = ring.front();
        ring.push_back({last, first.lat});
        constexpr int steps = 8; // an edge of half the way around would be taken to go the other way
        for (int i = 0; i <= steps; ++i) {
            ring.push_back({last + (first.lon - last) * i / steps, lat});
        }
    }
    ring.push_back(ring.front());
    return ring;
}

bool leaves_the_map(const Ring& ring) {
    return std::any_of(ring.begin(), ring.end(),
                       [](const Location& point) { return std::abs(point.lon) > half_circle; });
}

bool crosses(const Ring& ring) {
    for (std::size_t i = 1; i < ring.size(); ++i) {
        if (std::abs(ring[i].lon - ring[i - 1].lon) > half_circle) {
            return true;
        }
    }
    return false;
}

/// What lies in the world whose middle is at `shift`, moved to where the map has it.
void append_world(const GeosContext& context, const GEOSGeom_t* geometry, double shift, Polygon& result) {
    constexpr double beyond_pole = 100.0; // what lies on the edge of the rectangle would lose corners
    const GeosGeometry part = owned(
        context,
        GEOSClipByRect_r(context.get(), geometry, shift - half_circle, -beyond_pole, shift + half_circle, beyond_pole),
        "GEOSClipByRect");
    for_each_ring(context, part.get(), [&](const Ring& ring, bool outer) {
        if (outer) {
            result.parts.emplace_back();
        }
        Ring& added = result.parts.back().rings.emplace_back(ring);
        for (Location& point : added) {
            point.lon -= shift;
        }
    });
}

Polygon cut(const GeosContext& context, const GEOSGeom_t* geometry) {
    Polygon result;
    for (const double shift : {0.0, full_circle, -full_circle}) {
        append_world(context, geometry, shift, result);
    }
    return result;
}

/// Twice the area, positive when the ring runs counterclockwise.
double turn_of(const Ring& ring) {
    double turn = 0.0;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        turn += ring[i - 1].lon * ring[i].lat - ring[i].lon * ring[i - 1].lat;
    }
    return turn;
}

} // namespace

std::optional<SurfacePoint> surface_point(const Polygon& polygon) {
    const GeosContext& context = GeosContext::of_thread();
    const GeosGeometry valid = make_valid(context, to_geos(context, polygon).get());
    const GeosGeometry inside = owned(context, GEOSPointOnSurface_r(context.get(), valid.get()), "GEOSPointOnSurface");
    SurfacePoint result;
    if (GEOSisEmpty_r(context.get(), inside.get()) != 0 ||
        GEOSGeomGetX_r(context.get(), inside.get(), &result.location.lon) != 1 ||
        GEOSGeomGetY_r(context.get(), inside.get(), &result.location.lat) != 1) {
        return std::nullopt;
    }
    result.location.lon = wrapped(result.location.lon);
    for (const PolygonPart& part : polygon.parts) {
        for (const Ring& ring : part.rings) {
            for (const Location& point : ring) {
                result.reach_km = std::max(result.reach_km, distance_km(result.location, point));
            }
        }
    }
    return result;
}

Polygon circle(Location centre, double radius_km, int corners) {
    constexpr double too_wide_km = 5000.0;
    Polygon result;
    if (!(radius_km > 0.0) || radius_km >= too_wide_km || !centre.valid()) {
        return result;
    }
    const Ring ring = unrolled_circle(centre, radius_km, corners);
    if (!leaves_the_map(ring)) {
        result.parts.push_back({{ring}});
        return result;
    }
    const GeosContext& context = GeosContext::of_thread();
    result = cut(context, plain_area(context, ring).get());
    const bool over_pole = ring.size() > static_cast<std::size_t>(corners) + 1;
    if (over_pole) { // the pieces meet where the way around began, too
        std::vector<Polygon> pieces;
        for (const PolygonPart& part : result.parts) {
            pieces.push_back({"", {part}});
        }
        result = unite("", pieces);
    }
    return result;
}

Polygon cut_at_antimeridian(const Polygon& polygon) {
    const auto part_crosses = [](const PolygonPart& part) {
        return std::any_of(part.rings.begin(), part.rings.end(), crosses);
    };
    if (std::none_of(polygon.parts.begin(), polygon.parts.end(), part_crosses)) {
        return polygon;
    }
    const GeosContext& context = GeosContext::of_thread();
    const GeosGeometry valid = make_valid(context, to_geos(context, polygon).get());
    Polygon result = cut(context, valid.get());
    result.id = polygon.id;
    return result;
}

void wind_for_geojson(Polygon& polygon) {
    for (PolygonPart& part : polygon.parts) {
        for (std::size_t i = 0; i < part.rings.size(); ++i) {
            const bool counterclockwise = turn_of(part.rings[i]) > 0.0;
            if (counterclockwise != (i == 0)) {
                std::reverse(part.rings[i].begin(), part.rings[i].end());
            }
        }
    }
}

} // namespace yaqut::spatial
