// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "event_samples.hpp"
#include "files.hpp"
#include "io/annotation_json.hpp"

using namespace yaqut;
using Json = nlohmann::json;

namespace {

TextSpan span_of(const std::string& text, std::string_view part) {
    const auto begin = static_cast<std::uint32_t>(text.find(part));
    return {begin, begin + static_cast<std::uint32_t>(part.size())};
}

/// text[start:end] by code points.
std::string slice(const std::string& text, std::size_t start, std::size_t end) {
    std::string out;
    std::size_t index = 0;
    for (const char c : text) {
        index += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
        if (index > start && index <= end) {
            out += c;
        }
    }
    return out;
}

struct Sample {
    Article article;
    Annotation annotation;

    Sample() {
        article.id = "a/1";
        article.text = "😀 وصل الوفد إلى بنغازي مساء الأربعاء.\nثم عاد.";
        article.source = "وكالة";
        article.dct = parse_iso_date("2014-09-06");
        annotation.article_id = article.id;
        annotation.language = Language::ar;
        annotation.dct = article.dct;
        annotation.dct_source = "date";
    }

    [[nodiscard]] Json json(const io::JsonOptions& options = {}) const {
        const std::string line = io::annotation_to_json(article, annotation, options);
        CHECK(line.find('\n') == std::string::npos);
        return Json::parse(line);
    }
};

Place benghazi() {
    Place place;
    place.id = "gn:88319";
    place.name = "Benghazi";
    place.name_ar = "بنغازي";
    place.location = {20.06859, 32.11486};
    place.feature = FeatureClass::city;
    place.country = "LY";
    place.admin1 = "Banghāzī";
    return place;
}

} // namespace

TEST_CASE("annotation json: an article in which nothing was found") {
    const Sample sample;
    const Json json = sample.json();
    CHECK(json.at("id") == "a/1");
    CHECK(json.at("lang") == "ar");
    CHECK(json.at("dct") == "2014-09-06");
    CHECK(json.at("dct_source") == "date");
    CHECK(json.at("source") == "وكالة");
    CHECK(json.at("toponyms") == Json::array());
    CHECK(json.at("timex") == Json::array());
    CHECK(json.at("events") == Json::array());
    CHECK_FALSE(json.contains("text"));
    io::JsonOptions with_text;
    with_text.text = true;
    CHECK(sample.json(with_text).at("text") == sample.article.text);
}

TEST_CASE("annotation json: toponyms") {
    Sample sample;
    ResolvedToponym toponym;
    toponym.mention.span = span_of(sample.article.text, "بنغازي");
    toponym.mention.use_score = 0.9F;
    toponym.place = benghazi();
    toponym.location = toponym.place->location;
    toponym.radius_km = 12.345;
    toponym.score = 0.8125F;
    toponym.reasons = {{"population", 1.5F}, {"country context", 0.25F}};
    Place other;
    other.id = "sp:other";
    other.location = {10.0, -5.5};
    toponym.alternatives = {{other, 0.125F}};
    sample.annotation.toponyms = {toponym};
    const Json json = sample.json().at("toponyms").at(0);
    CHECK(json.at("text") == "بنغازي");
    CHECK(slice(sample.article.text, json.at("start"), json.at("end")) == "بنغازي");
    CHECK(json.at("use") == "location");
    CHECK(json.at("name") == "Benghazi");
    CHECK(json.at("name_ar") == "بنغازي");
    CHECK(json.at("place_id") == "gn:88319");
    CHECK(json.at("geonameid") == 88319);
    CHECK(json.at("country") == "LY");
    CHECK(json.at("admin1") == "Banghāzī");
    CHECK(json.at("feature") == "city");
    CHECK(json.at("lat") == 32.11486);
    CHECK(json.at("lon") == 20.06859);
    CHECK(json.at("radius_km") == 12.3);
    CHECK(json.at("score") == 0.8125);
    CHECK(json.at("reasons") ==
          Json::parse(R"([{"code":"population","weight":1.5},{"code":"country context","weight":0.25}])"));
    REQUIRE(json.at("candidates").size() == 2);
    CHECK(json.at("candidates").at(0).at("place_id") == "gn:88319");
    CHECK(json.at("candidates").at(1) ==
          Json::parse(R"({"place_id":"sp:other","name":null,"country":null,"lat":-5.5,"lon":10,"score":0.125})"));
    io::JsonOptions one;
    one.max_candidates = 1;
    CHECK(sample.json(one).at("toponyms").at(0).at("candidates").size() == 1);
}

TEST_CASE("annotation json: a toponym that stays unresolved, one that was computed, one that is merely contained") {
    Sample sample;
    ResolvedToponym open;
    open.mention.span = span_of(sample.article.text, "بنغازي");
    ResolvedToponym computed = open;
    computed.location = Location{20.1234567, 32.0};
    ResolvedToponym contained = open;
    contained.place = benghazi();
    contained.is_fallback = true;
    contained.map_score = 0.5F;
    contained.why_not_on_map = "open";
    computed.on_map = true;
    ResolvedToponym nearby = open;
    nearby.within = benghazi();
    nearby.radius_km = 42.0;
    sample.annotation.toponyms = {open, computed, contained, nearby};
    const Json json = sample.json().at("toponyms");
    for (const char* key :
         {"name", "name_ar", "place_id", "country", "admin1", "feature", "lat", "lon", "radius_km", "score"}) {
        CHECK_MESSAGE(json.at(0).at(key).is_null(), key);
    }
    CHECK_FALSE(json.at(0).contains("geonameid"));
    CHECK(json.at(1).at("lon") == 20.12346);
    CHECK(json.at(1).at("place_id").is_null());
    CHECK(json.at(2).at("lat") == 32.11486);
    CHECK(json.at(2).at("fallback") == true);
    CHECK(json.at(1).at("on_map") == true);
    CHECK_FALSE(json.at(1).contains("why_not_on_map"));
    CHECK(json.at(2).at("on_map") == false);
    CHECK(json.at(2).at("map_score") == 0.5);
    CHECK(json.at(2).at("why_not_on_map") == "open");
    CHECK(json.at(3).at("lat") == 32.11486);
    CHECK(json.at(3).at("radius_km") == 42);
    CHECK(json.at(3).at("fallback") == true);
    CHECK(json.at(3).at("on_map") == false);
}

TEST_CASE("annotation json: doubtful names stand among the others, and on no map") {
    Sample sample;
    ResolvedToponym sure;
    sure.mention.span = span_of(sample.article.text, "بنغازي");
    sure.place = benghazi();
    ResolvedToponym doubtful = sure;
    doubtful.mention.span = {0, 2};
    doubtful.mention.doubtful = true;
    sure.on_map = true;
    sample.annotation.toponyms = {sure};
    sample.annotation.doubtful = {doubtful};
    const Json json = sample.json().at("toponyms");
    REQUIRE(json.size() == 2);
    CHECK(json.at(0).at("start") == 0);
    CHECK(json.at(0).at("on_map") == false);
    CHECK(json.at(0).at("lat") == 32.11486);
    CHECK_FALSE(json.at(0).contains("fallback"));
    CHECK(json.at(1).at("on_map") == true);
}

TEST_CASE("annotation json: time expressions") {
    Sample sample;
    Timex timex;
    timex.span = span_of(sample.article.text, "مساء الأربعاء");
    timex.value = "2014-09-03TEV";
    timex.type = TimexType::time;
    timex.range = DateRange{parse_iso_date("2014-09-03"), parse_iso_date("2014-09-03"), DatePrecision::day};
    timex.basis = TimexBasis::dct;
    Timex open = timex;
    open.range.reset();
    open.basis = TimexBasis::none;
    open.why_open = "no publication date";
    open.candidates = {"2014-09-03", "2014-09-10"};
    sample.annotation.timexes = {timex, open};
    const Json json = sample.json().at("timex");
    CHECK(slice(sample.article.text, json.at(0).at("start"), json.at(0).at("end")) == "مساء الأربعاء");
    CHECK(json.at(0).at("type") == "TIME");
    CHECK(json.at(0).at("value") == "2014-09-03TEV");
    CHECK(json.at(0).at("date_start") == "2014-09-03");
    CHECK(json.at(0).at("precision") == "day");
    CHECK(json.at(0).at("basis") == "dct");
    CHECK(json.at(1).at("date_start").is_null());
    CHECK(json.at(1).at("date_end").is_null());
    CHECK(json.at(1).at("precision") == "unknown");
    CHECK(json.at(1).at("why_open") == "no publication date");
    CHECK(json.at(1).at("candidates").size() == 2);
}

TEST_CASE("annotation json: events") {
    Sample sample;
    Event full = test::full_event();
    full.trigger = span_of(sample.article.text, "وصل");
    full.actors = {{span_of(sample.article.text, "الوفد"), "الوفد", "participant"}};
    sample.annotation.events = {full, test::bare_event()};
    const Json json = sample.json().at("events");
    CHECK(json.at(0).at("type") == "AIRSTRIKE");
    CHECK(json.at(0).at("trigger") == "وصل");
    CHECK(slice(sample.article.text, json.at(0).at("start"), json.at(0).at("end")) == "وصل");
    CHECK(json.at(0).at("place_name") == "Benghazi");
    CHECK(json.at(0).at("geonameid") == 88319);
    CHECK(json.at(0).at("lat") == 32.1148);
    CHECK(json.at(0).at("lon") == 20.06812);
    CHECK(json.at(0).at("geo_precision") == "city");
    CHECK(json.at(0).at("date_start") == "2014-09-03");
    CHECK(json.at(0).at("date_precision") == "range");
    CHECK(json.at(0).at("fatalities") == Json::parse(R"({"min":3,"best":4,"max":5})"));
    CHECK(json.at(0).at("injured") == Json::parse(R"({"min":null,"best":0,"max":null})"));
    CHECK(json.at(0).at("missing") == Json::parse(R"({"min":20,"best":null,"max":99})"));
    CHECK(json.at(0).at("displaced") == Json::parse(R"({"min":300,"best":350,"max":null})"));
    CHECK(json.at(0).at("actors").at(0).at("role") == "participant");
    CHECK(slice(sample.article.text, json.at(0).at("actors").at(0).at("start"),
                json.at(0).at("actors").at(0).at("end")) == "الوفد");
    CHECK(json.at(0).at("confidence") == 0.75);
    for (const char* key : {"place_name", "place_id", "country", "lat", "lon", "date_start", "date_end", "fatalities",
                            "injured", "missing", "displaced", "sentence"}) {
        CHECK_MESSAGE(json.at(1).at(key).is_null(), key);
    }
    CHECK(json.at(1).at("geo_precision") == "none");
    CHECK(json.at(1).at("status") == "planned");
    CHECK(json.at(1).at("why_no_date") == "no publication date");
}

TEST_CASE("annotation json: hostile text gives one line of JSON") {
    Sample sample;
    sample.article.id = "</script>\n\"\\";
    sample.article.text = test::bytes_of("a\0\x01\xFF\xC3 \"q\" </script>\nb");
    ResolvedToponym toponym;
    toponym.mention.span = {0, 5};
    Timex beyond;
    beyond.span = {20, 4'000'000'000};
    sample.annotation.toponyms = {toponym};
    sample.annotation.timexes = {beyond};
    const Json json = sample.json();
    CHECK(json.at("id") == "</script>\n\"\\");
    CHECK(json.at("toponyms").at(0).at("text").get<std::string>() == test::bytes_of("a\0\x01\xEF\xBF\xBD\xEF\xBF\xBD"));
    CHECK(json.at("toponyms").at(0).at("end") == 5);
    CHECK(io::annotation_to_json(sample.article, sample.annotation).find("</") == std::string::npos);
    CHECK(json.at("timex").at(0).at("text") == "b");
}
