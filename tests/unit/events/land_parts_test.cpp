// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <memory>
#include <optional>

#include "spatial/geodesic.hpp"
#include "unit/events/story.hpp"

using namespace yaqut;
using namespace yaqut::events;
using namespace yaqut::events::testing;

namespace {

constexpr auto country = FeatureClass::country;
constexpr Location middle_of_libya{17.0, 28.0};

/// The country is named so, as a place or by its adjective.
Story about_libya(std::string text, std::string_view word, ToponymUse use, Language language = Language::ar) {
    Story story(std::move(text), language);
    story.place(word, "LY", country, middle_of_libya).use(use);
    return story;
}

} // namespace

TEST_CASE("the capital of a country is told by its adjective") {
    const Event event = one(about_libya("انفجرت سيارة مفخخة بالعاصمة الليبية مساء.", "الليبية", ToponymUse::demonym),
                            EventType::bombing);
    REQUIRE(event.place.has_value());
    CHECK(event.place->id == "gn:2210247");
    CHECK(event.place->text == "العاصمة الليبية");
    CHECK(event.geo_precision == GeoPrecision::city);
    REQUIRE(event.place->location.has_value());
    CHECK(spatial::distance_km(*event.place->location, tripoli) < 5.0);

    CHECK(place_of(about_libya("A car bomb exploded in the Libyan capital on Sunday.", "Libyan", ToponymUse::demonym,
                               Language::en),
                   EventType::bombing) == "Tripoli");
}

TEST_CASE("a capital whose name follows is left to its name") {
    Story story =
        about_libya("انفجرت سيارة مفخخة في العاصمة الليبية المؤقتة بنغازي مساء.", "الليبية", ToponymUse::demonym);
    story.place("بنغازي", "benghazi", FeatureClass::city, benghazi);
    CHECK(place_of(story, EventType::bombing) == "benghazi");
}

TEST_CASE("a side of a country is an area of its own, not the whole country") {
    const auto side = [](std::string text, std::string_view word, ToponymUse use, Language language = Language::ar) {
        const Event event = one(about_libya(std::move(text), word, use, language), EventType::armed_clash);
        REQUIRE(event.place.has_value());
        CHECK(event.geo_precision == GeoPrecision::area);
        CHECK(event.place->radius_km >= 50.0);
        return event.place->name;
    };
    CHECK(side("اندلعت اشتباكات عنيفة جنوبي ليبيا مساء.", "ليبيا", ToponymUse::location) == "Southern Libya");
    CHECK(side("اندلعت اشتباكات عنيفة في الجنوب الليبي مساء.", "الليبي", ToponymUse::demonym) == "Southern Libya");
    CHECK(side("اندلعت اشتباكات عنيفة في جنوب غربي ليبيا مساء.", "ليبيا", ToponymUse::location) ==
          "Southwestern Libya");
    CHECK(side("Clashes broke out in eastern Libya on Sunday.", "Libya", ToponymUse::location, Language::en) ==
          "Eastern Libya");
    CHECK(side("Des affrontements ont éclaté dans le sud de la Libye dimanche.", "Libye", ToponymUse::location,
               Language::fr) == "Southern Libya");
}

TEST_CASE("a side that says where a named town lies leaves the event in the town") {
    Story story("اندلعت اشتباكات عنيفة في سبها جنوبي ليبيا مساء.");
    story.place("سبها", "sabha", FeatureClass::city, {14.43, 27.04}).place("ليبيا", "LY", country, middle_of_libya);
    CHECK(place_of(story, EventType::armed_clash) == "sabha");
}

TEST_CASE("a country without sides in the table stays the country") {
    Story story("اندلعت اشتباكات عنيفة شرقي أندورا مساء.");
    story.place("أندورا", "AD", country, {1.5, 42.5}).of("AD");
    CHECK(one(story, EventType::armed_clash).geo_precision == GeoPrecision::country);
}
