// SPDX-License-Identifier: Apache-2.0
#include "spatial/direction.hpp"

#include <doctest/doctest.h>

using yaqut::spatial::Direction;
namespace spatial = yaqut::spatial;

TEST_CASE("directions have bearings and codes") {
    CHECK(spatial::bearing_deg(Direction::n) == 0.0);
    CHECK(spatial::bearing_deg(Direction::ese) == 112.5);
    CHECK(spatial::bearing_deg(Direction::nnw) == 337.5);
    for (int i = 0; i < 16; ++i) {
        const auto direction = static_cast<Direction>(i);
        CHECK(spatial::parse_direction(spatial::to_string(direction)) == direction);
        CHECK(spatial::nearest_direction(spatial::bearing_deg(direction)) == direction);
    }
    CHECK(spatial::parse_direction("sw") == Direction::sw);
    CHECK_FALSE(spatial::parse_direction("").has_value());
    CHECK_FALSE(spatial::parse_direction("NX").has_value());
    CHECK_FALSE(spatial::parse_direction("NNEE").has_value());
}

TEST_CASE("two direction words make the one between them") {
    CHECK(spatial::combine(Direction::n, Direction::w) == Direction::nw);
    CHECK(spatial::combine(Direction::w, Direction::n) == Direction::nw);
    CHECK(spatial::combine(Direction::s, Direction::e) == Direction::se);
    CHECK(spatial::combine(Direction::n, Direction::nw) == Direction::nnw);
    CHECK(spatial::combine(Direction::nw, Direction::ne) == Direction::n);
    CHECK(spatial::combine(Direction::e, Direction::e) == Direction::e);
    CHECK_FALSE(spatial::combine(Direction::n, Direction::s).has_value());
    CHECK_FALSE(spatial::combine(Direction::n, Direction::nne).has_value());
}

TEST_CASE("bearings are rounded to the compass") {
    CHECK(spatial::main_direction(0.0) == Direction::n);
    CHECK(spatial::main_direction(359.0) == Direction::n);
    CHECK(spatial::main_direction(44.0) == Direction::ne);
    CHECK(spatial::main_direction(-90.0) == Direction::w);
    CHECK(spatial::nearest_direction(100.0) == Direction::e);
    CHECK(spatial::nearest_direction(102.0) == Direction::ese);
}
