// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string>

#include <doctest/doctest.h>

#include "toponyms/map_model.hpp"
#include "unit/toponyms/small_gazetteer.hpp"

using namespace yaqut;
using toponyms::MapFeatures;
using toponyms::MapModel;
using toponyms::MapSlot;
using toponyms::test::Reading;

namespace {

/// A town as the text names it, with the probabilities of the uses.
ResolvedToponym town(float location, float metonym) {
    ResolvedToponym result;
    result.mention.use = ToponymUse::location;
    result.mention.uses[0] = location;
    result.mention.uses[1] = metonym;
    result.mention.uses.back() = 1.0F - location - metonym;
    result.mention.key = "بلده ما";
    result.place = Place{};
    result.place->feature = FeatureClass::city;
    result.score = 0.99F;
    return result;
}

bool has(const MapFeatures& features, MapSlot slot) {
    return std::any_of(features.begin(), features.end(), [slot](auto feature) { return feature.slot == slot; });
}

} // namespace

TEST_CASE("a name that may as well be a government is less likely right on the map") {
    const MapModel model(Language::ar);
    MapFeatures features;
    ResolvedToponym clear = town(0.998F, 0.001F);
    ResolvedToponym open = town(0.6F, 0.25F);
    model.judge(clear, {clear}, features);
    model.judge(open, {open}, features);
    CHECK(clear.map_score > open.map_score + 0.1F);
    CHECK_FALSE(open.on_map);
    CHECK(open.why_not_on_map == "not clearly a place in this sentence");
    CHECK(open.place.has_value()); // events and readers still have it
}

TEST_CASE("what is no location, or has no place, is not judged") {
    const MapModel model(Language::ar);
    MapFeatures features;
    ResolvedToponym state = town(0.3F, 0.6F);
    state.mention.use = ToponymUse::metonym;
    ResolvedToponym unknown = town(0.9F, 0.0F);
    unknown.place.reset();
    for (ResolvedToponym* toponym : {&state, &unknown}) {
        model.judge(*toponym, {*toponym}, features);
        CHECK_FALSE(toponym->on_map);
        CHECK(toponym->why_not_on_map.empty());
        CHECK(features.size() == 0);
    }
}

TEST_CASE("without a table of weights every location that has a place is on the map") {
    MapFeatures features;
    ResolvedToponym toponym = town(0.6F, 0.25F);
    MapModel(Language::en).judge(toponym, {toponym}, features);
    CHECK(toponym.on_map);
    CHECK(toponym.map_score == doctest::Approx(toponym.mention.use_score * toponym.score));
}

TEST_CASE("a point at a distance is not on the map, the place that it is counted from is") {
    const Reading text("انفجر لغم على بعد 20 كلم شرق مدينة بنغازي أمس.");
    const ResolvedToponym* offset = text.at("20 كلم شرق مدينة بنغازي");
    REQUIRE(offset != nullptr);
    CHECK(offset->location.has_value());
    CHECK_FALSE(offset->on_map);
    CHECK(offset->why_not_on_map == "a distance from the place, not the place");
    REQUIRE(text.at("بنغازي") != nullptr);
    CHECK(text.at("بنغازي")->on_map);
}

TEST_CASE("words that news seldom use as a name need more") {
    const MapModel model(Language::ar);
    MapFeatures features;
    ResolvedToponym rare = town(0.95F, 0.01F);
    rare.mention.key = "سلميه";
    model.judge(rare, {rare}, features);
    CHECK(has(features, MapSlot::named));
    ResolvedToponym other = town(0.95F, 0.01F);
    model.judge(other, {other}, features);
    CHECK_FALSE(has(features, MapSlot::named));
    CHECK(rare.map_score < other.map_score);
}

TEST_CASE("the recognizer's probabilities reach the judgement of the map") {
    const Reading text("انفجرت سيارة في مدينة بنغازي أمس.");
    const ResolvedToponym* name = text.at("بنغازي");
    REQUIRE(name != nullptr);
    CHECK(name->mention.uses[0] == doctest::Approx(name->mention.use_score));
    CHECK(name->on_map);
    CHECK(name->map_score > 0.8F);
}

TEST_CASE("a town that the text calls a unit is not shown as the town") {
    const MapModel model(Language::ar);
    MapFeatures features;
    ResolvedToponym toponym = town(0.998F, 0.001F);
    toponym.place->country = "MX";
    model.judge(toponym, {toponym}, features);
    CHECK(toponym.on_map);
    toponym.mention.descriptor_feature = FeatureClass::adm1;
    model.judge(toponym, {toponym}, features);
    CHECK_FALSE(toponym.on_map);
    CHECK(toponym.why_not_on_map == "town, unit or country: not clear");
}

TEST_CASE("a list has the level of the word before its colon, also over brackets") {
    const Reading text("تشمل الخطة ثلاث مدن، هي: طبرق (شرق) و بنغازي.");
    for (const char* name : {"طبرق", "بنغازي"}) {
        CAPTURE(name);
        REQUIRE(text.at(name) != nullptr);
        CHECK(text.at(name)->mention.descriptor_feature == FeatureClass::city);
    }
}

TEST_CASE("a town listed among units may be the unit of its name") {
    const MapModel model(Language::ar);
    MapFeatures features;
    ResolvedToponym toponym = town(0.998F, 0.001F);
    toponym.place->index = 1;
    toponym.place->country = "IQ";
    toponym.place->admin1_code = "02";
    toponyms::PlaceChoice own;
    own.place = *toponym.place;
    toponyms::PlaceChoice unit;
    unit.place = own.place;
    unit.place.index = 2;
    unit.place.feature = FeatureClass::adm1;
    std::array choices{own, unit};
    toponyms::NameGroup group;
    group.choices = choices;
    model.judge(toponym, {.toponym = toponym, .group = &group, .beside_unit = false}, features);
    CHECK(toponym.why_not_on_map != "town, unit or country: not clear");
    model.judge(toponym, {.toponym = toponym, .group = &group, .beside_unit = true}, features);
    CHECK_FALSE(toponym.on_map);
    CHECK(toponym.why_not_on_map == "town, unit or country: not clear");
}
