// SPDX-License-Identifier: Apache-2.0
#include "events/packed_reports.hpp"

#include <doctest/doctest.h>

#include "core/error.hpp"

using namespace yaqut;
using namespace yaqut::events;

namespace {

/// An event with a value of its own in every member.
Event full_event() {
    Event event;
    event.id = "e1";
    event.type = EventType::protest;
    event.trigger = {12, 34};
    event.trigger_text = "احتج";
    event.status = EventStatus::planned;
    event.place = EventPlace{};
    event.place->id = "gn:88319";
    event.place->text = "بنغازي";
    event.place->name = "Benghazi";
    event.place->name_ar = "بنغازي";
    event.place->country = "LY";
    event.place->admin1 = "Banghāzī";
    event.place->admin1_code = "51";
    event.place->feature_code = "PPLA";
    event.place->feature = FeatureClass::city;
    event.place->location = Location{20.06859, 32.11486};
    event.place->radius_km = 12.5;
    event.place->score = 0.875F;
    event.place->certainty = 0.625F;
    event.place->sure = false;
    event.place->match = "exact";
    event.place->why = {"exact_name 1.2", "country 0.4"};
    event.place->alternatives = {"Benghazi|gn:1|0.1"};
    event.place->candidate_count = 3;
    event.geo_precision = GeoPrecision::district;
    event.when = DateRange{parse_iso_date("2014-09-03"), parse_iso_date("2014-09-05"), DatePrecision::range};
    event.date_precision = DatePrecision::range;
    event.date_basis = TimexBasis::expression;
    event.date_text = "الأربعاء";
    event.fatalities = {2, 3, std::nullopt};
    event.injured = {std::nullopt, std::nullopt, 0};
    event.missing = {20, std::nullopt, 99};
    event.displaced = {300, 350, std::nullopt};
    event.actors = {{{1, 5}, "الجيش", "attacker"}, {{7, 9}, "متظاهرون", "target"}};
    event.attribution = "شهود";
    event.confidence = 0.6F;
    EventSource source{"a",     "عنوان",
                       "وكالة", "https://example.org/1",
                       "ar",    parse_iso_date("2014-09-06"),
                       "dct",   "احتج مئات في بنغازي",
                       4,       9};
    event.sources = {source, source};
    event.sources.back().published.reset();
    return event;
}

/// One that knows nothing, and says why.
Event empty_event() {
    Event event;
    event.id = "e2";
    event.why_no_place = "no place in the text";
    event.why_no_date = "no publication date";
    return event;
}

} // namespace

TEST_CASE("an event that is read into another one is the same as a new one") {
    const std::vector<Event> events{full_event(), empty_event(), full_event()};
    const std::string bytes = pack_reports("a", events);
    const PackedReports packed(bytes);
    Event event = full_event();
    event.sources.resize(7);
    event.actors.clear();
    for (const std::size_t i : {1U, 0U, 2U, 1U}) {
        packed.read(i, event);
        CHECK(event == events[i]);
    }
}

TEST_CASE("every member of an event comes back") {
    const std::vector<Event> events{full_event(), empty_event(), full_event()};
    const std::string bytes = pack_reports("a", events);
    const PackedReports reports(bytes);
    CHECK(reports.article_id() == "a");
    REQUIRE(reports.size() == events.size());
    for (std::size_t i = 0; i < events.size(); ++i) {
        CHECK(reports.event(i) == events[i]);
    }
}

TEST_CASE("texts that outlive the program's own do not point into the bytes") {
    std::string bytes = pack_reports("a", std::vector{empty_event()});
    const Event event = PackedReports(bytes).event(0);
    bytes.assign(bytes.size(), 'x');
    CHECK(event.why_no_date == "no publication date");
}

TEST_CASE("texts that return are there once") {
    const std::size_t one = pack_reports("a", std::vector{full_event()}).size();
    const std::size_t ten = pack_reports("a", std::vector<Event>(10, full_event())).size();
    CHECK(ten < 5 * one);
}

TEST_CASE("an article without events has its id") {
    const std::string bytes = pack_reports("nothing happened", {});
    CHECK(PackedReports(bytes).article_id() == "nothing happened");
    CHECK(PackedReports(bytes).size() == 0);
}

TEST_CASE("damaged records are an error, whatever is damaged") {
    const std::string bytes = pack_reports("a", std::vector{full_event()});
    const auto read = [](const std::string& damaged) {
        const PackedReports reports(damaged);
        for (std::size_t i = 0; i < reports.size(); ++i) {
            (void)reports.event(i);
        }
    };
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        CHECK_THROWS_AS(read(bytes.substr(0, size)), Error);
    }
    std::size_t refused = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        for (const char other : {'\x00', '\x7F', '\xFF'}) {
            std::string damaged = bytes;
            damaged[i] = other;
            try {
                read(damaged);
            } catch (const Error&) {
                ++refused;
            }
        }
    }
    CHECK(refused > 0);
}

TEST_CASE("records of another version are refused") {
    std::string bytes = pack_reports("a", {});
    ++bytes.front();
    CHECK_THROWS_WITH_AS((void)PackedReports(bytes), "expected records of version 3, found version 4", Error);
}
