// SPDX-License-Identifier: Apache-2.0
#include <set>

#include <doctest/doctest.h>

#include "core/event.hpp"
#include "core/language.hpp"
#include "core/place.hpp"
#include "core/toponym.hpp"

using namespace yaqut;

TEST_CASE("event types have 36 different names that read back") {
    std::set<std::string_view> names;
    for (std::size_t i = 0; i < event_type_count; ++i) {
        const auto type = static_cast<EventType>(i);
        names.insert(to_string(type));
        CHECK(parse_event_type(to_string(type)) == type);
    }
    CHECK(names.size() == event_type_count);
    CHECK(to_string(EventType::airstrike) == "AIRSTRIKE");
    CHECK(to_string(EventType::earthquake) == "EARTHQUAKE");
    CHECK_FALSE(parse_event_type("airstrike"));
}

TEST_CASE("feature classes read back") {
    for (int i = 0; i <= static_cast<int>(FeatureClass::other); ++i) {
        const auto feature = static_cast<FeatureClass>(i);
        CHECK(parse_feature_class(to_string(feature)) == feature);
    }
    CHECK_FALSE(parse_feature_class("village"));
}

TEST_CASE("names end where their enumerations end") {
    CHECK(to_string(ToponymUse::other) == "other");
    CHECK(to_string(MatchKind::offset) == "offset");
    CHECK(to_string(TimexType::set) == "SET");
    CHECK(to_string(DatePrecision::unknown) == "unknown");
    CHECK(to_string(TimexBasis::none) == "none");
    CHECK(to_string(EventStatus::background) == "background");
    CHECK(to_string(GeoPrecision::none) == "none");
}

TEST_CASE("GeoNames numbers are found in place ids") {
    CHECK(geonames_id("gn:88319") == 88319U);
    CHECK_FALSE(geonames_id("ap:HLLB"));
    CHECK_FALSE(geonames_id("gn:"));
    CHECK_FALSE(geonames_id("gn:12x"));
}

TEST_CASE("languages read with and without a region") {
    CHECK(parse_language("ar") == Language::ar);
    CHECK(parse_language("AR-LY") == Language::ar);
    CHECK(parse_language("fr_FR") == Language::fr);
    CHECK(parse_language("ara") == Language::other);
    CHECK(parse_language("de") == Language::other);
    CHECK_FALSE(parse_language(""));
}

TEST_CASE("spans and token ranges") {
    constexpr TextSpan outer{2, 10};
    CHECK(outer.contains({2, 10}));
    CHECK(outer.overlaps({9, 12}));
    CHECK_FALSE(outer.overlaps({10, 12}));
    CHECK(outer.joined({12, 15}) == TextSpan{2, 15});
    CHECK(TextSpan{}.empty());
    CHECK(TokenRange{1, 3}.contains(2));
    CHECK_FALSE(TokenRange{1, 3}.contains(3));
}
