// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

#include "event_samples.hpp"
#include "io/event_schema.hpp"
#include "io/formats_text.hpp"

using namespace yaqut;
using yaqut::test::bare_event;
using yaqut::test::country_event;
using yaqut::test::full_event;

namespace {

io::FieldValue value_of(const Event& event, std::string_view name) {
    for (const io::EventField& field : io::event_fields()) {
        if (field.name == name) {
            return field.value(event, io::event_point(event, {}));
        }
    }
    FAIL("no field " << name);
    return {};
}

std::string text_of(const Event& event, std::string_view name) {
    const io::FieldValue value = value_of(event, name);
    const auto* text = std::get_if<std::string>(&value);
    return text == nullptr ? "(no text)" : *text;
}

bool is_null(const Event& event, std::string_view name) {
    return std::holds_alternative<std::monostate>(value_of(event, name));
}

Event dated(const char* first, const char* last, DatePrecision precision) {
    Event event;
    event.when = DateRange{parse_iso_date(first), parse_iso_date(last), precision};
    event.date_precision = precision;
    return event;
}

Event placed(GeoPrecision precision, FeatureClass feature) {
    Event event = full_event();
    event.geo_precision = precision;
    event.place->feature = feature;
    return event;
}

} // namespace

TEST_CASE("schema: names fit every format and have labels") {
    std::set<std::string_view> names;
    for (const io::EventField& field : io::event_fields()) {
        CHECK_MESSAGE(names.insert(field.name).second, field.name);
        CHECK_MESSAGE(field.name.size() <= 10, field.name);
        for (const char c : field.name) {
            CHECK_MESSAGE(((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'), field.name);
        }
        const io::Labels labels = io::field_labels(field.name);
        CHECK_MESSAGE((!labels.en.empty() && !labels.ar.empty() && !labels.fr.empty()), field.name);
        CHECK_MESSAGE(!io::field_meaning(field.name).empty(), field.name);
        CHECK_MESSAGE((field.width > 0 && field.width <= 254), field.name);
    }
}

TEST_CASE("schema: every event type has labels and a colour, and acts of people have codes") {
    for (std::size_t i = 0; i < event_type_count; ++i) {
        Event event;
        event.type = static_cast<EventType>(i);
        const io::Labels labels = io::event_type_labels(event.type);
        CHECK((!labels.en.empty() && !labels.ar.empty() && !labels.fr.empty()));
        CHECK(io::event_type_colour(event.type).size() == 7);
    }
    for (const EventType type : {EventType::airstrike, EventType::protest, EventType::agreement, EventType::arrest}) {
        Event event;
        event.type = type;
        for (const char* code : {"acled_type", "cameo", "plover"}) {
            CHECK_MESSAGE(!is_null(event, code), to_string(type) << ' ' << code);
        }
    }
}

TEST_CASE("schema: no value is longer than its field, in the tables of codes") {
    for (std::size_t i = 0; i < event_type_count; ++i) {
        Event event;
        event.type = static_cast<EventType>(i);
        for (const io::EventField& field : io::event_fields()) {
            const io::FieldValue value = field.value(event, std::nullopt);
            if (const auto* text = std::get_if<std::string>(&value)) {
                CHECK_MESSAGE(text->size() <= field.width, field.name << ": " << *text);
            }
        }
    }
}

TEST_CASE("schema: values of a full event") {
    const Event event = full_event();
    CHECK(text_of(event, "event_type") == "AIRSTRIKE");
    CHECK(text_of(event, "acled_type") == "Explosions/Remote violence");
    CHECK(text_of(event, "acled_sub") == "Air/drone strike");
    CHECK(text_of(event, "cameo") == "195");
    CHECK(text_of(event, "status") == "asserted");
    CHECK(std::get<Date>(value_of(event, "date_start")) == parse_iso_date("2014-09-03"));
    CHECK(std::get<Date>(value_of(event, "published")) == parse_iso_date("2014-09-06"));
    CHECK(std::get<std::int64_t>(value_of(event, "date_prec")) == 2);
    CHECK(text_of(event, "date_edtf") == "2014-09-03/2014-09-05");
    CHECK(text_of(event, "date_why") == "dct");
    CHECK(text_of(event, "place_type") == "city");
    CHECK(text_of(event, "iso3") == "LBY");
    CHECK(std::get<double>(value_of(event, "longitude")) == 20.0681234567);
    CHECK(std::get<double>(value_of(event, "radius_m")) == 12500.0);
    CHECK(text_of(event, "place_why") == "country context; population");
    CHECK(text_of(event, "cand_alt") == "Banghāzī|gn:88320|0.1;a|b|gn:5|0.025");
    CHECK(std::get<std::int64_t>(value_of(event, "injured")) == 0);
    CHECK(std::get<std::int64_t>(value_of(event, "miss_low")) == 20);
    CHECK(std::holds_alternative<std::monostate>(value_of(event, "miss_best")));
    CHECK(std::get<std::int64_t>(value_of(event, "miss_high")) == 99);
    CHECK(std::get<std::int64_t>(value_of(event, "displ_low")) == 300);
    CHECK(std::get<std::int64_t>(value_of(event, "displ_best")) == 350);
    CHECK(std::holds_alternative<std::monostate>(value_of(event, "displ_high")));
    CHECK(text_of(event, "actor1") == "طائرات");
    CHECK(text_of(event, "actor2") == "المطار");
    CHECK(std::get<std::int64_t>(value_of(event, "n_sources")) == 1);
}

TEST_CASE("schema: a merged event names all articles that tell of it") {
    Event event = bare_event();
    EventSource source;
    source.article_id = "monday/3";
    event.sources.push_back(source);
    source.article_id = "tuesday/7";
    event.sources.push_back(source);
    CHECK(std::get<std::int64_t>(value_of(event, "n_sources")) == 2);
    CHECK(text_of(event, "articles") == "monday/3; tuesday/7");
}

TEST_CASE("schema: what is not known is null") {
    const Event event = bare_event();
    for (const char* name :
         {"article_id", "date_start", "date_end", "date_prec",  "date_level", "date_text", "date_edtf", "published",
          "place_name", "iso3",       "latitude", "where_prec", "geo_level",  "radius_m",  "geo_conf",  "cand_n",
          "cand_alt",   "fatal_best", "injured",  "actor1",     "actor2",     "title",     "snippet",   "txt_start"}) {
        CHECK_MESSAGE(is_null(event, name), name);
    }
    CHECK(text_of(event, "date_why") == "no publication date");
    CHECK(text_of(event, "place_why") == "no place in the text");
    CHECK(is_null(country_event(), "latitude"));
    CHECK(text_of(country_event(), "place_name") == "Benghazi");
}

TEST_CASE("schema: codes that the actors would decide are null") {
    Event event;
    event.type = EventType::capture;
    CHECK(text_of(event, "acled_type") == "Battles");
    CHECK(is_null(event, "acled_sub"));
}

TEST_CASE("schema: two sides") {
    Event event;
    event.actors = {{{}, "A", "side"}, {{}, "B", "side"}};
    CHECK(text_of(event, "actor1") == "A");
    CHECK(text_of(event, "actor2") == "B");
    event.actors = {{{}, "B", "victim"}};
    CHECK(is_null(event, "actor1"));
    CHECK(text_of(event, "actor2") == "B");
}

TEST_CASE("schema: dates") {
    const auto prec = [](const Event& event) { return io::ucdp_date_precision(event).value_or(0); };
    const auto edtf = [](const Event& event) { return io::edtf_date(event).value_or("none"); };
    const Event day = dated("2020-02-10", "2020-02-10", DatePrecision::day);
    CHECK(prec(day) == 1);
    CHECK(edtf(day) == "2020-02-10");
    const Event week = dated("2020-02-10", "2020-02-16", DatePrecision::week);
    CHECK(prec(week) == 3);
    CHECK(edtf(week) == "2020-02-10/2020-02-16");
    const Event month = dated("2020-02-01", "2020-02-29", DatePrecision::month);
    CHECK(prec(month) == 4);
    CHECK(edtf(month) == "2020-02");
    CHECK(edtf(dated("2020-02-01", "2020-02-28", DatePrecision::month)) == "2020-02-01/2020-02-28");
    const Event year = dated("2019-01-01", "2019-12-31", DatePrecision::year);
    CHECK(prec(year) == 5);
    CHECK(edtf(year) == "2019");
    const Event open = dated("2019-01-01", "", DatePrecision::ongoing);
    CHECK(prec(open) == 0);
    CHECK(edtf(open) == "2019-01-01/..");
    CHECK(edtf(dated("", "2019-01-01", DatePrecision::vague)) == "../2019-01-01");
    CHECK(edtf(dated("", "", DatePrecision::vague)) == "none");
}

TEST_CASE("schema: places") {
    const auto prec = [](GeoPrecision precision, FeatureClass feature) {
        return io::ucdp_where_precision(placed(precision, feature)).value_or(0);
    };
    CHECK(prec(GeoPrecision::site, FeatureClass::airport) == 1);
    CHECK(prec(GeoPrecision::offset, FeatureClass::city) == 2);
    CHECK(prec(GeoPrecision::admin, FeatureClass::adm2) == 3);
    CHECK(prec(GeoPrecision::admin, FeatureClass::adm1) == 4);
    CHECK(prec(GeoPrecision::area, FeatureClass::region) == 5);
    CHECK(prec(GeoPrecision::area, FeatureClass::sea) == 7);
    CHECK(prec(GeoPrecision::country, FeatureClass::country) == 6);
    CHECK(prec(GeoPrecision::inferred, FeatureClass::city) == 2);
    CHECK(prec(GeoPrecision::inferred, FeatureClass::country) == 6);
    CHECK(prec(GeoPrecision::none, FeatureClass::city) == 0);
}

TEST_CASE("schema: what is drawn") {
    CHECK(io::event_point(full_event(), {}) == Location{20.0681234567, 32.1148});
    CHECK_FALSE(io::event_point(bare_event(), {true, false}));
    CHECK_FALSE(io::event_point(country_event(), {}));
    CHECK(io::event_point(country_event(), {true, false}) == Location{18.0, 27.0});
    CHECK(io::event_point(placed(GeoPrecision::admin, FeatureClass::adm1), {}));
    CHECK_FALSE(io::event_point(placed(GeoPrecision::inferred, FeatureClass::country), {}));
    Event wrong = full_event();
    wrong.place->location = Location{200.0, 32.0};
    CHECK_FALSE(io::event_point(wrong, {true, false}));
}

TEST_CASE("schema: as a table for people") {
    const std::string table = io::schema_markdown(io::event_columns());
    CHECK(table.starts_with(
        "| Field | Type | Meaning | Arabic label |\n|---|---|---|---|\n| `event_id` | text, 40 bytes | "));
    CHECK(static_cast<std::size_t>(std::count(table.begin(), table.end(), '\n')) == io::event_fields().size() + 2);
    CHECK(table.find("name\\|id\\|score") != std::string::npos);
}

TEST_CASE("schema: the README of the outputs quotes formats, layers and columns as they are") {
    std::ifstream readme(YAQUT_SOURCE_DIR "/output/README.md");
    REQUIRE_MESSAGE(readme, "there is no output/README.md");
    std::ostringstream text;
    text << readme.rdbuf();
    CHECK_MESSAGE(text.str().find(io::formats_markdown()) != std::string::npos,
                  "output/README.md is not up to date: run scripts/write-output-readme");
}
