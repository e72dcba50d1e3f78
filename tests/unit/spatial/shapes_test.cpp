// SPDX-License-Identifier: Apache-2.0
#include "spatial/shapes.hpp"

#include <doctest/doctest.h>

#include "spatial/containment.hpp"
#include "spatial/geodesic.hpp"

using namespace yaqut;
using spatial::Polygon;
using spatial::PolygonPart;
using spatial::Ring;

namespace {

Polygon area(Ring ring) { return {"a", {PolygonPart{{std::move(ring)}}}}; }

bool contains(const Polygon& polygon, Location point) {
    return !spatial::ContainmentIndex(std::span(&polygon, 1)).containing(point).empty();
}

bool on_the_map(const Polygon& polygon) {
    for (const PolygonPart& part : polygon.parts) {
        for (const Ring& ring : part.rings) {
            for (std::size_t i = 0; i < ring.size(); ++i) {
                if (!ring[i].valid() || (i > 0 && std::abs(ring[i].lon - ring[i - 1].lon) > 180.0 + 1e-9)) {
                    return false;
                }
            }
        }
    }
    return !polygon.parts.empty();
}

/// Points at nine tenths of the radius lie inside, those at eleven tenths outside.
void check_circle(Location centre, double radius_km) {
    CAPTURE(centre.lon);
    CAPTURE(centre.lat);
    const Polygon circle = spatial::circle(centre, radius_km);
    CHECK(on_the_map(circle));
    CHECK(spatial::is_valid(circle));
    CHECK(contains(circle, centre));
    for (double bearing = 5.0; bearing < 360.0; bearing += 30.0) {
        CAPTURE(bearing);
        CHECK(contains(circle, spatial::destination(centre, bearing, radius_km * 0.9)));
        CHECK_FALSE(contains(circle, spatial::destination(centre, bearing, radius_km * 1.1)));
    }
}

} // namespace

TEST_CASE("circles: round on the ground, anywhere on earth") {
    check_circle({20.07, 32.11}, 15.0);
    check_circle({13.19, 62.5}, 400.0);
    check_circle({179.9, 65.0}, 50.0);
    check_circle({-179.9, -17.0}, 120.0);
    check_circle({30.0, 89.0}, 300.0);
    check_circle({-100.0, -88.0}, 700.0);
    CHECK(spatial::circle({179.9, 65.0}, 50.0).parts.size() == 2);
    CHECK(spatial::circle({20.0, 32.0}, 10.0).parts.size() == 1);
    CHECK(spatial::circle({20.0, 32.0}, 10.0).parts[0].rings[0].size() == 65);
}

TEST_CASE("circles: none of no size, none as wide as a quarter of the earth") {
    CHECK(spatial::circle({20.0, 32.0}, 0.0).parts.empty());
    CHECK(spatial::circle({20.0, 32.0}, -1.0).parts.empty());
    CHECK(spatial::circle({20.0, 32.0}, 6000.0).parts.empty());
    CHECK(spatial::circle({200.0, 32.0}, 10.0).parts.empty());
}

TEST_CASE("surface point: inside, where the centre is not, with its reach") {
    const Polygon horseshoe = area({{0, 0}, {10, 0}, {10, 10}, {8, 10}, {8, 2}, {2, 2}, {2, 10}, {0, 10}, {0, 0}});
    CHECK_FALSE(contains(horseshoe, {5, 5}));
    const auto point = spatial::surface_point(horseshoe);
    REQUIRE(point);
    CHECK(contains(horseshoe, point->location));
    double farthest = 0.0;
    for (const Location& corner : horseshoe.parts[0].rings[0]) {
        farthest = std::max(farthest, spatial::distance_km(point->location, corner));
    }
    CHECK(point->reach_km == doctest::Approx(farthest));
    CHECK_FALSE(spatial::surface_point({}));
    const auto crossing = spatial::surface_point(area({{178, 0}, {-174, 0}, {-174, 1}, {178, 1}, {178, 0}}));
    REQUIRE(crossing);
    CHECK(crossing->location.valid());
    CHECK((crossing->location.lon > 178.0 || crossing->location.lon < -174.0));
}

TEST_CASE("antimeridian: areas across it are cut there, others stay as they are") {
    const Polygon plain = area({{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}});
    CHECK(spatial::cut_at_antimeridian(plain) == plain);
    const Polygon halves = spatial::cut_at_antimeridian(area({{178, 0}, {-174, 0}, {-174, 1}, {178, 1}, {178, 0}}));
    CHECK(halves.id == "a");
    CHECK(halves.parts.size() == 2);
    CHECK(on_the_map(halves));
    CHECK(contains(halves, {179, 0.5}));
    CHECK(contains(halves, {-175, 0.5}));
    CHECK_FALSE(contains(halves, {0, 0.5}));
}

TEST_CASE("winding: outer rings counterclockwise, holes clockwise") {
    Polygon polygon{
        "a", {PolygonPart{{{{0, 0}, {0, 9}, {9, 9}, {9, 0}, {0, 0}}, {{1, 1}, {2, 1}, {2, 2}, {1, 2}, {1, 1}}}}}};
    spatial::wind_for_geojson(polygon);
    CHECK(polygon.parts[0].rings[0][1] == Location{9, 0});
    CHECK(polygon.parts[0].rings[1][1] == Location{1, 2});
    const Polygon before = polygon;
    spatial::wind_for_geojson(polygon);
    CHECK(polygon == before);
}
