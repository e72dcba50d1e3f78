// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "geocode/geocoder.hpp"

using namespace yaqut;
using namespace yaqut::geocode;

namespace {

const gazetteer::Gazetteer& bundled() {
    static const auto file = gazetteer::Gazetteer::open(YAQUT_BINARY_DIR "/share/yaqut/gazetteer.yqg");
    return file;
}

struct Found {
    Status status;
    std::string id;
    MatchType match;
};

Found look_up(const Geocoder& geocoder, const Request& request) {
    const Answer answer = geocoder.geocode(request);
    if (answer.candidates.empty()) {
        return {answer.status, "", MatchType::exact};
    }
    return {answer.status, std::string(bundled().place(answer.candidates.front().place).id),
            answer.candidates.front().match};
}

Found look_up(const Request& request, const Settings& settings = {}) {
    return look_up(Geocoder(bundled(), settings, Geocoder::Load::few), request);
}

constexpr const char* benghazi = "gn:88319";
constexpr const char* tripoli_of_lebanon = "gn:266826";

} // namespace

TEST_CASE("one place under many spellings") {
    for (const char* name : {"بنغازي", "بنغازى", "Benghazi", "BENGHAZI", "Bengahzi", "مدينة بنغازي", "Benghazi, Libya",
                             "Benghazi Libya", "gn:88319", " Benghazi "}) {
        CAPTURE(name);
        const Found found = look_up({name, {}, {}});
        CHECK(found.status == Status::ok);
        CHECK(found.id == benghazi);
    }
    CHECK(look_up({"بنغازي", {}, {}}).match == MatchType::exact);
    CHECK(look_up({"مدينة بنغازي", {}, {}}).match == MatchType::normalized);
    CHECK(look_up({"Bengahzi", {}, {}}).match == MatchType::fuzzy);
}

TEST_CASE("names of several places are ambiguous until the row tells") {
    CHECK(look_up({"Tripoli", {}, {}}).status == Status::ambiguous);
    CHECK(Geocoder(bundled(), {}, Geocoder::Load::few).geocode({"Tripoli", {}, {}}).candidate_count >= 2);
    for (const Request& request : {Request{"Tripoli", "LB", {}}, Request{"Tripoli", "LBN", {}},
                                   Request{"Tripoli", "لبنان", {}}, Request{"Tripoli, Lebanon", {}, {}}}) {
        const Found found = look_up(request);
        CHECK(found.status == Status::ok);
        CHECK(found.id == tripoli_of_lebanon);
    }
    Settings near;
    near.near = Location{35.8, 34.4};
    CHECK(look_up({"Tripoli", {}, {}}, near).id == tripoli_of_lebanon);
    Settings box;
    box.box = Box{{35.0, 33.0}, {37.0, 35.0}};
    CHECK(look_up({"Tripoli", {}, {}}, box).id == tripoli_of_lebanon);
}

TEST_CASE("a word beside the name chooses the class") {
    const auto feature = [](std::string_view name) {
        const Answer answer = Geocoder(bundled(), {}, Geocoder::Load::few).geocode({name, "IQ", {}});
        return bundled().place(answer.candidates.at(0).place).feature;
    };
    CHECK(feature("محافظة البصرة") == FeatureClass::adm1);
    CHECK(feature("Basra") == FeatureClass::city);
}

TEST_CASE("what is not there is not found, and never ok") {
    CHECK(look_up({"Xqzvwpk", {}, {}}).status != Status::ok);
    CHECK(look_up({"", {}, {}}).status == Status::empty);
    CHECK(look_up({" \t", {}, {}}).status == Status::empty);
    CHECK(look_up({"...", {}, {}}).status == Status::not_found);
    CHECK(look_up({"\xFF\xFE\x80", {}, {}}).status != Status::ok);
    Settings only_libya;
    only_libya.countries = {"LY"};
    CHECK(look_up({"Damascus", {}, {}}, only_libya).status != Status::ok);
    CHECK(look_up({"Damascus", "SY", {}}, only_libya).status == Status::not_found);
    const Answer odd = Geocoder(bundled(), {}, Geocoder::Load::few).geocode({"Benghazi", "Narnia", {}});
    CHECK(odd.note == "country \"Narnia\" is not known");
}

TEST_CASE("a list's country decides between namesakes") {
    const Context context = Geocoder::context_of({"LY", "LY", "LY", "LY", "EG"});
    CHECK(context.country == "LY");
    CHECK(context.agreeing == 4);
    CHECK_FALSE(Geocoder::context_of({"LY", "LY", "EG", "EG", "TN"}).known());
    CHECK_FALSE(Geocoder::context_of({"LY"}).known());
    Geocoder geocoder(bundled(), {}, Geocoder::Load::few);
    CHECK(look_up(geocoder, {"Tripoli", {}, {}}).status == Status::ambiguous);
    geocoder.use(context);
    CHECK(look_up(geocoder, {"Tripoli", {}, {}}).status == Status::ok);
}

TEST_CASE("with the index the answers are those without") {
    const Geocoder many(bundled(), {}, Geocoder::Load::many);
    for (const char* name : {"Misratah", "مصراتا", "Trablus", "Al Kufrah", "الزنتن", "Sabrata"}) {
        CAPTURE(name);
        CHECK(look_up(many, {name, "LY", {}}).id == look_up({name, "LY", {}}).id);
    }
}

TEST_CASE("places near a point, nearest first") {
    const Geocoder geocoder(bundled(), {}, Geocoder::Load::few);
    const auto found = geocoder.nearest({20.06859, 32.11486}, 4);
    REQUIRE(found.size() == 4);
    CHECK(bundled().place(found.front().place).id == benghazi);
    CHECK(found[0].km < found[3].km);
}
