// SPDX-License-Identifier: Apache-2.0
#include "spatial/polygon.hpp"

#include <limits>
#include <span>
#include <vector>

#include <doctest/doctest.h>

#include "core/error.hpp"
#include "spatial/containment.hpp"

using namespace yaqut;
using spatial::Polygon;
using spatial::PolygonPart;
using spatial::Ring;

namespace {

Ring box(double west, double south, double east, double north) {
    return {{west, south}, {east, south}, {east, north}, {west, north}, {west, south}};
}

Polygon area(std::string id, std::vector<Ring> rings) { return {std::move(id), {PolygonPart{std::move(rings)}}}; }

} // namespace

TEST_CASE("valid and invalid areas") {
    CHECK(spatial::is_valid(area("box", {box(0, 0, 1, 1)})));
    CHECK(spatial::is_valid(area("hole", {box(0, 0, 9, 9), box(1, 1, 2, 2)})));
    CHECK(spatial::is_valid(area("crossing", {{{179, 0}, {-179, 0}, {-179, 1}, {179, 1}, {179, 0}}})));
    CHECK_FALSE(spatial::is_valid({}));
    CHECK_FALSE(spatial::is_valid(area("open", {{{0, 0}, {1, 0}, {1, 1}}})));
    CHECK_FALSE(spatial::is_valid(area("hole outside", {box(0, 0, 1, 1), box(5, 5, 6, 6)})));
    CHECK_FALSE(spatial::is_valid(area("bow tie", {{{0, 0}, {2, 2}, {2, 0}, {0, 2}, {0, 0}}})));
}

TEST_CASE("repair keeps what is an area") {
    const Polygon repaired = spatial::make_valid(area("bow tie", {{{0, 0}, {2, 2}, {2, 0}, {0, 2}, {0, 0}}}));
    CHECK(repaired.id == "bow tie");
    CHECK(repaired.parts.size() == 2);
    CHECK(spatial::is_valid(repaired));

    const Polygon crossing = area("crossing", {{{179, 0}, {-179, 0}, {-179, 1}, {179, 1}, {179, 0}}});
    const Polygon same = spatial::make_valid(crossing);
    REQUIRE(same.parts.size() == 1);
    for (const Location& point : same.parts[0].rings[0]) {
        CHECK(point.valid());
    }
    CHECK(spatial::is_valid(same));

    CHECK(spatial::make_valid(area("line", {{{5, 5}, {6, 6}, {5, 5}, {5, 5}}})).parts.empty());
    const double infinite = std::numeric_limits<double>::infinity();
    CHECK_THROWS_AS(static_cast<void>(spatial::make_valid(area("bad", {{{0, 0}, {infinite, 0}, {1, 1}, {0, 0}}}))),
                    Error);
}

TEST_CASE("areas unite without their common boundary") {
    const std::vector<Polygon> provinces{area("a", {box(0, 0, 1, 1)}), area("b", {box(1, 0, 2, 1)}),
                                         area("c", {box(5, 5, 6, 6)})};
    const Polygon region = spatial::unite("region", provinces);
    CHECK(region.id == "region");
    CHECK(region.parts.size() == 2);
    const std::vector<Polygon> regions{region};
    const spatial::ContainmentIndex index(regions);
    CHECK(index.containing({1, 0.5}).size() == 1);
    CHECK(index.containing({5.5, 5.5}).size() == 1);
    CHECK(index.containing({3, 3}).empty());
    CHECK(spatial::unite("nothing", {}).parts.empty());
}

TEST_CASE("gaps: slits between neighbours go, holes and bays stay") {
    const std::vector<Polygon> units{area("west", {box(0, 0, 1, 1)}), area("east", {box(1.005, 0, 2, 1)}),
                                     area("ring", {box(3, 0, 5, 2), box(3.5, 0.5, 4.5, 1.5)})};
    const Polygon apart = spatial::unite("all", units);
    CHECK(apart.parts.size() == 3);
    const Polygon closed = spatial::close_gaps(apart, 0.02);
    CHECK(closed.id == "all");
    CHECK(spatial::is_valid(closed));
    REQUIRE(closed.parts.size() == 2);
    const spatial::ContainmentIndex index(std::span(&closed, 1));
    CHECK(index.containing({1.0025, 0.5}).size() == 1);
    CHECK(index.containing({4.0, 1.0}).empty());
    CHECK(index.containing({2.5, 0.5}).empty());
    CHECK(index.containing({0.001, 0.001}).size() == 1);
    CHECK(index.containing({-0.001, 0.5}).empty());
}
