// SPDX-License-Identifier: Apache-2.0
#include <random>

#include <doctest/doctest.h>

#include "gazetteer/gazetteer.hpp"
#include "unit/gazetteer/sample.hpp"

using namespace yaqut;
using gazetteer::FindOptions;
using gazetteer::Found;
using gazetteer::Gazetteer;

namespace {

using Ids = std::vector<std::string>;

Ids ids(const std::vector<Found>& rows) {
    Ids result;
    for (const Found& row : rows) {
        result.emplace_back(row.place.id);
    }
    return result;
}

} // namespace

TEST_CASE("exact names come first, with their scores") {
    const sample::TemporaryFolder folder;
    const Gazetteer gazetteer = sample::open(folder);
    const auto rows = gazetteer.find("طرابلس", {});
    CHECK(ids(rows) == Ids{"gn:2210247", "gn:266826"});
    CHECK(rows[0].name == "طرابلس");
    CHECK(rows[0].score > rows[1].score);
    CHECK(rows[0].score <= 1.0);
    const double folded = gazetteer.find("راس لانوف", {})[0].score;
    const double exact = gazetteer.find("رأس لانوف", {})[0].score;
    const double fused = gazetteer.find("رأسلانوف", {})[0].score;
    const double prefix = gazetteer.find("رأس لا", {})[0].score;
    const double near = gazetteer.find("رأس لنوف", {})[0].score;
    CHECK(exact > folded);
    CHECK(folded > fused);
    CHECK(fused > prefix);
    CHECK(prefix > near);
    CHECK(near > 0.0);
}

TEST_CASE("what people type instead") {
    const sample::TemporaryFolder folder;
    const Gazetteer gazetteer = sample::open(folder);
    const auto first = [&](const char* name) {
        const auto rows = gazetteer.find(name, {});
        return rows.empty() ? std::string() : std::string(rows[0].place.id) + " " + rows[0].name;
    };
    CHECK(first("benghzi") == "gn:88319 Benghazi");
    CHECK(first("Bneghazi") == "gn:88319 Benghazi");
    CHECK(first("BENGHAZI") == "gn:88319 Benghazi");
    CHECK(first("بنغازى") == "gn:88319 بنغازى");
    CHECK(first("بنغاز") == "gn:88319 بنغازي");
    CHECK(first("القاهره") == "gn:360630 القاهرة");
    CHECK(first("قاهرة") == "gn:360630 القاهرة");
    CHECK(first("port said") == "gn:358619 Port-Saïd");
    CHECK(first("بورسعيد") == "gn:358619 بور سعيد");
    CHECK(first("new york ci") == "gn:5128581 New York City");
    CHECK(first("gn:266826") == "gn:266826 Tripoli");
    CHECK(first("qqqqqqqq").empty());
    CHECK(first("").empty());
    CHECK(first("?!").empty());
}

TEST_CASE("the search can be narrowed") {
    const sample::TemporaryFolder folder;
    const Gazetteer gazetteer = sample::open(folder);
    FindOptions lebanon;
    lebanon.country = "lb";
    CHECK(ids(gazetteer.find("Tripoli", lebanon)) == Ids{"gn:266826"});
    FindOptions provinces;
    provinces.feature = FeatureClass::adm1;
    CHECK(ids(gazetteer.find("New York", provinces)) == Ids{"gn:5128638"});
    FindOptions beirut;
    beirut.near = Location{35.5, 33.9};
    CHECK(ids(gazetteer.find("Tripoli", beirut)) == Ids{"gn:266826", "gn:2210247"});
    FindOptions one;
    one.limit = 1;
    CHECK(ids(gazetteer.find("Tripoli", one)) == Ids{"gn:2210247"});
    FindOptions none;
    none.limit = 0;
    CHECK(gazetteer.find("Tripoli", none).empty());
}

TEST_CASE("any bytes may be searched for") {
    const sample::TemporaryFolder folder;
    const Gazetteer gazetteer = sample::open(folder);
    std::mt19937 random(7);
    for (int i = 0; i < 500; ++i) {
        std::string bytes(random() % 40, '\0');
        for (char& byte : bytes) {
            byte = static_cast<char>(random());
        }
        CHECK(gazetteer.find(bytes, {}).size() <= 20);
    }
    CHECK(gazetteer.find(std::string(100'000, 'b'), {}).empty());
    CHECK(gazetteer.find("a b c d e f g h i j k l m", {}).empty());
}
