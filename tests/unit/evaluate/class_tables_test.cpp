// SPDX-License-Identifier: Apache-2.0
#include "evaluate/class_tables.hpp"

#include <doctest/doctest.h>

using namespace yaqut;
using evaluate::Mention;
using evaluate::Record;

namespace {

Mention mention(std::uint32_t begin, const char* use, std::optional<Location> location = {}, const char* feature = "") {
    Mention result;
    result.span = {begin, begin + 4};
    result.use = use;
    result.location = location;
    result.feature = feature;
    return result;
}

} // namespace

TEST_CASE("the table of uses says what a use was taken for") {
    Record gold;
    gold.toponyms = {mention(0, "location"), mention(10, "metonym"), mention(20, "metonym"), mention(30, "org")};
    gold.ignore = {{50, 60}};
    Record found;
    found.toponyms = {mention(0, "location"), mention(10, "location"), mention(20, "metonym"), mention(40, "location"),
                      mention(52, "location")};
    const evaluate::Pair pair{&gold, &found};
    const auto table = evaluate::table_of_uses({&pair, 1});
    CHECK(table.at("location").gold == 1);
    CHECK(table.at("location").found == 3); // the ignored one does not count
    CHECK(table.at("location").right == 1);
    CHECK(table.at("metonym").gold == 2);
    CHECK(table.at("metonym").right == 1);
    CHECK(table.at("metonym").instead.at("location") == 1);
    CHECK(table.at("org").instead.at("missed") == 1);
}

TEST_CASE("a gold without uses has no table of uses") {
    Record gold;
    gold.toponyms = {mention(0, "location")};
    gold.toponyms->front().use.reset();
    const evaluate::Pair pair{&gold, &gold};
    CHECK(evaluate::table_of_uses({&pair, 1}).empty());
}

TEST_CASE("the table of places counts what lies near enough, by class") {
    const Location here{10.0, 30.0};
    const Location near{10.05, 30.0};
    const Location far{11.0, 30.0};
    Record gold;
    gold.toponyms = {mention(0, "location", here, "city"), mention(10, "location", here, "city"),
                     mention(20, "location", here, "adm1")};
    Record found;
    found.toponyms = {mention(0, "location", near), mention(10, "location", far)};
    const evaluate::Pair pair{&gold, &found};
    const auto table = evaluate::table_of_places({&pair, 1}, {"location"});
    CHECK(table.at("city").gold == 2);
    CHECK(table.at("city").found == 2);
    CHECK(table.at("city").at10km == 1);
    CHECK(table.at("city").at161km == 2);
    CHECK(table.at("adm1").gold == 1);
    CHECK(table.at("adm1").found == 0);
}
