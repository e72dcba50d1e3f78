// SPDX-License-Identifier: Apache-2.0
#include "spatial/geodesic.hpp"

#include <initializer_list>

#include <doctest/doctest.h>

using namespace yaqut;
using doctest::Approx;

namespace {

constexpr Location tripoli{13.1913, 32.8872};
constexpr Location benghazi{20.0667, 32.1167};

} // namespace

TEST_CASE("distances agree with the ellipsoid to 0.6 %") {
    CHECK(spatial::distance_km(tripoli, benghazi) == Approx(650.7).epsilon(0.006));
    // One degree along the equator and along a meridian.
    CHECK(spatial::distance_km({0, 0}, {1, 0}) == Approx(111.195).epsilon(1e-4));
    CHECK(spatial::distance_km({0, 0}, {0, 1}) == Approx(111.195).epsilon(1e-4));
}

TEST_CASE("distances at the edges") {
    CHECK(spatial::distance_km(tripoli, tripoli) == 0.0);
    CHECK(spatial::distance_km({179.9, 10}, {-179.9, 10}) == Approx(21.9).epsilon(0.01));
    CHECK(spatial::distance_km({0, 0}, {180, 0}) == Approx(20015.1).epsilon(1e-4));
    CHECK(spatial::distance_km({30, -40}, {-150, 40}) == Approx(20015.1).epsilon(1e-4));
    CHECK(spatial::distance_km({0, 90}, {123, 90}) == Approx(0.0).epsilon(1e-6));
    // A metre is still a metre.
    CHECK(spatial::distance_km({20, 32}, {20, 32.00001}) == Approx(0.00111195).epsilon(1e-4));
}

TEST_CASE("bearings count clockwise from north") {
    CHECK(spatial::bearing_deg({10, 0}, {10, 5}) == Approx(0.0));
    CHECK(spatial::bearing_deg({10, 0}, {15, 0}) == Approx(90.0));
    CHECK(spatial::bearing_deg({10, 0}, {10, -5}) == Approx(180.0));
    CHECK(spatial::bearing_deg({10, 0}, {5, 0}) == Approx(270.0));
    CHECK(spatial::bearing_deg({179, 0}, {-179, 0}) == Approx(90.0));
    CHECK(spatial::bearing_deg(tripoli, tripoli) == 0.0);
}

TEST_CASE("destination undoes distance and bearing") {
    for (const double bearing : {0.0, 45.0, 133.0, 180.0, 271.5, 359.0}) {
        for (const double km : {0.5, 20.0, 370.0, 4000.0}) {
            CAPTURE(bearing);
            CAPTURE(km);
            const Location there = spatial::destination(benghazi, bearing, km);
            CHECK(there.valid());
            CHECK(spatial::distance_km(benghazi, there) == Approx(km).epsilon(1e-9));
            CHECK(spatial::angle_between(spatial::bearing_deg(benghazi, there), bearing) == Approx(0.0).epsilon(1e-6));
        }
    }
    CHECK(spatial::destination(benghazi, 77.0, 0.0).lat == Approx(benghazi.lat));
}

TEST_CASE("destination crosses the antimeridian") {
    const Location east = spatial::destination({179.5, 0}, 90.0, 111.195);
    CHECK(east.lon == Approx(-179.5).epsilon(1e-5));
    CHECK(east.valid());
    const Location west = spatial::destination({-179.5, 0}, 270.0, 111.195);
    CHECK(west.lon == Approx(179.5).epsilon(1e-5));
}

TEST_CASE("destination crosses poles") {
    const Location beyond = spatial::destination({20, 89}, 0.0, 2 * 111.195);
    CHECK(beyond.lat == Approx(89.0).epsilon(1e-5));
    CHECK(beyond.lon == Approx(-160.0).epsilon(1e-5));
    const Location from_pole = spatial::destination({20, 90}, 180.0, 111.195);
    CHECK(from_pole.lat == Approx(89.0).epsilon(1e-5));
    CHECK(from_pole.lon == Approx(20.0).epsilon(1e-5));
    const Location south = spatial::destination({-70, -89.5}, 180.0, 111.195);
    CHECK(south.lat == Approx(-89.5).epsilon(1e-5));
    CHECK(south.lon == Approx(110.0).epsilon(1e-5));
    CHECK(spatial::destination({20, 0}, 0.0, 90 * 111.1950802).lat == Approx(90.0).epsilon(1e-6));
}

TEST_CASE("angles between bearings") {
    CHECK(spatial::angle_between(350, 10) == Approx(20.0));
    CHECK(spatial::angle_between(0, 180) == Approx(180.0));
    CHECK(spatial::angle_between(90, 90) == 0.0);
    CHECK(spatial::angle_between(-10, 730) == Approx(20.0));
}
