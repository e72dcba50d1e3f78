// SPDX-License-Identifier: Apache-2.0
#include "spatial/containment.hpp"

#include <cmath>
#include <limits>
#include <thread>

#include <doctest/doctest.h>

#include "core/error.hpp"

using namespace yaqut;
using doctest::Approx;
using spatial::ContainmentIndex;
using spatial::Polygon;
using spatial::PolygonPart;
using spatial::Ring;

namespace {

using Numbers = std::vector<std::size_t>;

Ring box(double west, double south, double east, double north) {
    return {{west, south}, {east, south}, {east, north}, {west, north}, {west, south}};
}

Polygon area(std::string id, std::vector<Ring> rings) { return {std::move(id), {PolygonPart{std::move(rings)}}}; }

const Ring bow_tie{{0, 0}, {2, 2}, {2, 0}, {0, 2}, {0, 0}};

} // namespace

TEST_CASE("points are found in areas, not in holes") {
    const std::vector<Polygon> polygons{area("with hole", {box(0, 0, 10, 10), box(4, 4, 6, 6)}),
                                        area("inner", {box(4, 4, 6, 6)}), area("far", {box(50, 50, 51, 51)})};
    const ContainmentIndex index(polygons);
    CHECK(index.size() == 3);
    CHECK(index.id(2) == "far");
    CHECK(index.problems().empty());
    CHECK(index.containing({1, 1}) == Numbers{0});
    CHECK(index.containing({5, 5}) == Numbers{1});
    CHECK(index.containing({4, 5}) == Numbers{0, 1}); // on the common edge
    CHECK(index.containing({20, 20}).empty());
    CHECK(index.containing({50.5, 50.5}) == Numbers{2});
}

TEST_CASE("areas may have many parts and may overlap") {
    const Polygon islands{"islands", {PolygonPart{{box(0, 0, 1, 1)}}, PolygonPart{{box(3, 0, 4, 1)}}}};
    const std::vector<Polygon> polygons{area("country", {box(-1, -1, 5, 5)}), islands};
    const ContainmentIndex index(polygons);
    CHECK(index.containing({0.5, 0.5}) == Numbers{0, 1});
    CHECK(index.containing({3.5, 0.5}) == Numbers{0, 1});
    CHECK(index.containing({2, 0.5}) == Numbers{0});
}

TEST_CASE("areas across the antimeridian") {
    const Ring crossing{{178, -20}, {-179, -20}, {-179, -15}, {178, -15}, {178, -20}};
    const Ring lake{{-179.8, -18}, {-179.2, -18}, {-179.2, -17}, {-179.8, -17}, {-179.8, -18}};
    const std::vector<Polygon> polygons{area("crossing", {crossing, lake}),
                                        area("to the edge", {box(170, 0, 180, 10)})};
    const ContainmentIndex index(polygons);
    CHECK(index.problems().empty());
    CHECK(index.containing({179, -16}) == Numbers{0});
    CHECK(index.containing({-179.5, -16}) == Numbers{0});
    CHECK(index.containing({180, -16}) == Numbers{0});
    CHECK(index.containing({-180, -16}) == Numbers{0});
    CHECK(index.containing({-179.5, -17.5}).empty()); // in the lake
    CHECK(index.containing({0, -16}).empty());
    CHECK(index.containing({-180, 5}) == Numbers{1});

    const auto near = index.nearest({-179.99, 5}, 5.0);
    REQUIRE(near.has_value());
    CHECK(near->polygon == 1);
    CHECK(near->km == Approx(1.11).epsilon(0.02));
}

TEST_CASE("an area around a pole") {
    const Ring cap{{-180, -90}, {180, -90}, {180, -70}, {0, -65}, {-180, -70}, {-180, -90}};
    const std::vector<Polygon> polygons{area("cap", {cap})};
    const ContainmentIndex index(polygons);
    CHECK(index.containing({0, -80}) == Numbers{0});
    CHECK(index.containing({-179, -89}) == Numbers{0});
    CHECK(index.containing({0, -60}).empty());
}

TEST_CASE("points off the coast snap to the nearest area") {
    const std::vector<Polygon> polygons{area("west", {box(0, 30, 1, 31)}), area("east", {box(1.05, 30, 2, 31)})};
    const ContainmentIndex index(polygons);
    const auto inside = index.nearest({0.5, 30.5}, 5.0);
    REQUIRE(inside.has_value());
    CHECK(inside->polygon == 0);
    CHECK(inside->km == 0.0);
    const auto between = index.nearest({1.03, 30.5}, 5.0); // 2.9 km from the west, 1.9 km from the east
    REQUIRE(between.has_value());
    CHECK(between->polygon == 1);
    CHECK(between->km == Approx(1.916).epsilon(0.01));
    const auto north = index.nearest({0.5, 31.04}, 5.0);
    REQUIRE(north.has_value());
    CHECK(north->polygon == 0);
    CHECK(north->km == Approx(4.448).epsilon(0.01));
    CHECK_FALSE(index.nearest({0.5, 31.06}, 5.0).has_value());
    CHECK_FALSE(index.nearest({0.5, 31.04}, 0.0).has_value());
    CHECK_FALSE(index.nearest({0.5, 31.04}, std::numeric_limits<double>::quiet_NaN()).has_value());
    CHECK(index.nearest({-100, -50}, 1e9).has_value());
}

TEST_CASE("degrees of longitude are short in the north") {
    // 0.1 degrees are 1.9 km here; measured in degrees, the area to the north would be nearer.
    const std::vector<Polygon> polygons{area("east", {box(20.1, 79, 22, 81)}),
                                        area("north", {box(10, 80.05, 19.9, 81)})};
    const ContainmentIndex index(polygons);
    const auto near = index.nearest({20.0, 80.0}, 5.0);
    REQUIRE(near.has_value());
    CHECK(near->polygon == 0);
    CHECK(near->km == Approx(1.93).epsilon(0.01));
}

TEST_CASE("points in a hole snap to its edge") {
    const std::vector<Polygon> polygons{area("ring", {box(0, 0, 1, 1), box(0.4, 0.4, 0.6, 0.6)})};
    const ContainmentIndex index(polygons);
    const auto near = index.nearest({0.41, 0.5}, 5.0);
    REQUIRE(near.has_value());
    CHECK(near->km == Approx(1.112).epsilon(0.01));
}

TEST_CASE("unusable areas are repaired or left out, and told") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const std::vector<Polygon> polygons{area("bow tie", {bow_tie}),
                                        area("nan", {{{0, 0}, {nan, 1}, {1, 1}, {0, 0}}}),
                                        {"empty", {}},
                                        area("line", {{{5, 5}, {6, 6}, {5, 5}, {5, 5}}}),
                                        area("open", {{{10, 10}, {11, 10}, {11, 11}}}),
                                        area("good", {box(20, 20, 21, 21)})};
    const ContainmentIndex index(polygons);
    REQUIRE(index.problems().size() == 4);
    CHECK(index.problems()[0].what == "repaired");
    CHECK_FALSE(index.problems()[0].left_out);
    for (std::size_t i = 1; i < 4; ++i) {
        CHECK(index.problems()[i].polygon == i);
        CHECK(index.problems()[i].left_out);
    }
    CHECK(index.containing({0.5, 1}) == Numbers{0});
    CHECK(index.containing({1, 1.5}).empty()); // between the wings
    CHECK(index.containing({10.9, 10.5}) == Numbers{4});
    CHECK(index.containing({20.5, 20.5}) == Numbers{5});
}

TEST_CASE("no areas, no answers") {
    const ContainmentIndex index({});
    CHECK(index.size() == 0);
    CHECK(index.containing({0, 0}).empty());
    CHECK_FALSE(index.nearest({0, 0}, 100).has_value());
    const std::vector<Polygon> polygons{area("a", {box(0, 0, 1, 1)})};
    const ContainmentIndex one(polygons);
    CHECK(one.containing({std::numeric_limits<double>::quiet_NaN(), 0}).empty());
    CHECK(one.containing({0, 91}).empty());
}

TEST_CASE("many threads may ask at once") {
    std::vector<Polygon> polygons;
    for (int i = 0; i < 100; ++i) {
        Ring ring;
        for (int k = 0; k <= 200; ++k) {
            const double turn = (k % 200) * 3.14159265358979 / 100;
            ring.push_back({i + 0.4 * std::cos(turn), 0.4 * std::sin(turn)});
        }
        polygons.push_back(area(std::to_string(i), {ring}));
    }
    const ContainmentIndex index(polygons);
    std::vector<int> hits(4);
    std::vector<std::thread> threads;
    for (auto& count : hits) {
        threads.emplace_back([&index, &count] {
            for (int i = 0; i < 100; ++i) {
                count += index.containing({i + 0.1, 0.1}) == Numbers{static_cast<std::size_t>(i)} ? 1 : 0;
                count += index.nearest({i + 0.41, 0.0}, 5.0).has_value() ? 1 : 0;
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    CHECK(hits == std::vector<int>(4, 200));
}
