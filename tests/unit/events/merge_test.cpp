// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "events/merge.hpp"
#include "unit/events/story.hpp"

using namespace yaqut;
using namespace yaqut::events;
using namespace yaqut::events::testing;

namespace {

Event report(std::string article, EventType type, Location at, std::string_view day, Quantity dead = {}) {
    Event event;
    event.id = article + day.data();
    event.type = type;
    event.place = EventPlace{};
    event.place->name = "somewhere";
    event.place->location = at;
    event.geo_precision = GeoPrecision::city;
    event.when = DateRange{parse_iso_date(day), parse_iso_date(day), DatePrecision::day};
    event.fatalities = dead;
    event.confidence = 0.5F;
    EventSource source;
    source.article_id = std::move(article);
    event.sources.push_back(source);
    return event;
}

} // namespace

TEST_CASE("reports of one event become one, with all sources and the range of numbers") {
    const auto merged =
        merge_reports({report("b", EventType::bombing, tripoli, "2020-01-07", {4, 4, 4}),
                       report("a", EventType::suicide_bombing, tripoli, "2020-01-07", {4, 4, std::nullopt}),
                       report("c", EventType::bombing, {13.2, 32.9}, "2020-01-08")});
    REQUIRE(merged.size() == 1);
    CHECK(merged[0].sources.size() == 3);
    CHECK(merged[0].fatalities.min == 4);
    CHECK(merged[0].confidence > 0.5F);
}

TEST_CASE("what differs in kind, place, day or number stays apart") {
    const Event base = report("a", EventType::bombing, tripoli, "2020-01-07", {4, 4, 4});
    CHECK(merge_reports({base, report("b", EventType::protest, tripoli, "2020-01-07")}).size() == 2);
    CHECK(merge_reports({base, report("b", EventType::bombing, benghazi, "2020-01-07")}).size() == 2);
    CHECK(merge_reports({base, report("b", EventType::bombing, tripoli, "2020-01-12")}).size() == 2);
    CHECK(merge_reports({base, report("b", EventType::bombing, tripoli, "2020-01-07", {9, 9, 9})}).size() == 2);
    CHECK(merge_reports({base, report("a", EventType::bombing, tripoli, "2020-01-07")}).size() == 2);
    Event nowhere = base;
    nowhere.place.reset();
    nowhere.sources[0].article_id = "n";
    CHECK(merge_reports({base, nowhere}).size() == 2);
    Event undated = base;
    undated.when.reset();
    undated.sources[0].article_id = "u";
    CHECK(merge_reports({base, undated}).size() == 2);
}

TEST_CASE("the result does not depend on the order of the input") {
    std::vector<Event> events;
    for (int i = 0; i < 60; ++i) {
        const Location at{13.0 + 0.05 * (i % 7), 32.0 + 0.04 * (i % 5)};
        const char* day = i % 3 == 0 ? "2020-01-07" : i % 3 == 1 ? "2020-01-08" : "2020-01-10";
        events.push_back(report("article" + std::to_string(i), EventType::shelling, at, day));
    }
    const auto expected = merge_reports(events);
    std::mt19937 random(7);
    for (int round = 0; round < 5; ++round) {
        std::shuffle(events.begin(), events.end(), random);
        CHECK(merge_reports(events) == expected);
    }
}
