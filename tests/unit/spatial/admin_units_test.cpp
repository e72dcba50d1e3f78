// SPDX-License-Identifier: Apache-2.0
#include "spatial/admin_units.hpp"

#include <utility>

#include <doctest/doctest.h>

#include "spatial/located_places.hpp"

using namespace yaqut;
using spatial::AdminUnit;
using spatial::AdminUnits;

namespace {

AdminUnit unit(std::string country, std::string code, double west, double east) {
    AdminUnit result;
    result.id = country + code;
    result.country = std::move(country);
    result.admin1_code = std::move(code);
    result.name = "unit " + result.id;
    result.area = {result.id, {{{{{west, 30}, {east, 30}, {east, 31}, {west, 31}, {west, 30}}}}}};
    return result;
}

/// Two units of AA side by side, then one of BB.
const AdminUnits& units() {
    static const AdminUnits all = [] {
        std::vector<AdminUnit> list;
        list.push_back(unit("AA", "01", 10, 11));
        list.push_back(unit("AA", "02", 11, 12));
        list.push_back(unit("BB", "01", 12, 13));
        return AdminUnits(std::move(list));
    }();
    return all;
}

std::string id_at(double lon, double lat, std::string_view country = {}) {
    const AdminUnit* found = units().find({lon, lat}, country);
    return found == nullptr ? "" : found->id;
}

class OnePlace : public PlaceSource {
  public:
    explicit OnePlace(ImportedPlace place) : m_place(std::move(place)) {}
    bool next(ImportedPlace& place) override {
        place = m_place;
        return !std::exchange(m_done, true);
    }

  private:
    ImportedPlace m_place;
    bool m_done = false;
};

ImportedPlace located(ImportedPlace place, std::vector<std::string>& reports) {
    place.names.emplace_back();
    place.names.back().text = "Name";
    place.id = "t:1";
    const auto source = spatial::make_located_places(
        std::make_unique<OnePlace>(std::move(place)), [&]() -> const AdminUnits& { return units(); },
        [&](const std::string& text) { reports.push_back(text); });
    ImportedPlace result;
    REQUIRE(source->next(result));
    return result;
}

} // namespace

TEST_CASE("the unit of a point, snapped to the nearest within five kilometres") {
    CHECK(id_at(10.5, 30.5) == "AA01");
    CHECK(id_at(12.5, 30.5) == "BB01");
    CHECK(id_at(10.5, 29.97) == "AA01"); // 3.3 km off the coast
    CHECK(id_at(10.5, 29.94).empty());   // 6.7 km
    CHECK(id_at(200.0, 30.5).empty());
}

TEST_CASE("the stated country goes before the polygon near the border") {
    CHECK(id_at(12.03, 30.5) == "BB01");
    CHECK(id_at(12.03, 30.5, "AA") == "AA02"); // 2.9 km beyond
    CHECK(id_at(12.10, 30.5, "AA") == "BB01"); // 9.6 km beyond
    CHECK_FALSE(units().contradicts({12.10, 30.5}, "AA", 25.0));
    CHECK(units().contradicts({12.50, 30.5}, "AA", 25.0));
    CHECK_FALSE(units().contradicts({12.50, 30.5}, "BB", 25.0));
    CHECK_FALSE(units().contradicts({14.00, 30.5}, "AA", 25.0)); // in no unit at all
    CHECK_FALSE(units().contradicts({12.50, 30.5}, "CC", 25.0)); // a country without units
}

TEST_CASE("imported places get what they lack") {
    std::vector<std::string> reports;
    ImportedPlace town;
    town.feature = FeatureClass::city;
    town.location = {11.5, 30.5};
    ImportedPlace found = located(town, reports);
    CHECK(found.country == "AA");
    CHECK(found.admin1_code == "02");
    CHECK(found.admin1 == "unit AA02");

    town.admin1 = "Own Name";
    CHECK(located(town, reports).admin1 == "Own Name");
    town.admin1_code = "77";
    CHECK(located(town, reports).admin1_code == "77");
    CHECK(reports.empty());

    ImportedPlace sea;
    sea.feature = FeatureClass::sea;
    sea.location = town.location;
    CHECK(located(sea, reports).country.empty());

    ImportedPlace country;
    country.feature = FeatureClass::country;
    country.location = town.location;
    found = located(country, reports);
    CHECK(found.country == "AA");
    CHECK(found.admin1_code.empty());
}

TEST_CASE("a stated country is kept, and reported when it is far away") {
    std::vector<std::string> reports;
    ImportedPlace town;
    town.feature = FeatureClass::city;
    town.country = "AA";
    town.location = {12.1, 30.5};
    CHECK(located(town, reports).admin1_code.empty());
    CHECK(reports.empty());
    town.location = {12.5, 30.5};
    CHECK(located(town, reports).country == "AA");
    CHECK(reports ==
          std::vector<std::string>{"t:1 Name: is said to be in AA, but lies in BB (unit BB01); kept as it is"});
}
