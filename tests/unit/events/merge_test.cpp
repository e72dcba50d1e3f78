// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
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

TEST_CASE("a merged event has the place of the report that is sure of it") {
    Event unsure = report("a", EventType::bombing, tripoli, "2020-01-07", {4, 4, 4});
    unsure.place->certainty = 0.5F;
    unsure.place->sure = false;
    Event certain = report("b", EventType::bombing, {13.2, 32.9}, "2020-01-07", {4, 4, 4});
    certain.place->certainty = 0.9F;
    certain.geo_precision = GeoPrecision::district;
    const auto merged = merge_reports({unsure, certain});
    REQUIRE(merged.size() == 1);
    CHECK(merged[0].place == certain.place);
    CHECK(merged[0].geo_precision == GeoPrecision::district);
    unsure.place->sure = true;
    CHECK(merge_reports({unsure, certain}).at(0).place == unsure.place);
}

TEST_CASE("missing and displaced people become the range of all reports") {
    Event first = report("a", EventType::flood_storm, tripoli, "2020-01-07");
    Event second = report("b", EventType::flood_storm, tripoli, "2020-01-07");
    first.missing = {20, 20, 20};
    second.missing = {30, 30, std::nullopt};
    second.displaced = {300, 300, 300};
    const auto merged = merge_reports({first, second});
    REQUIRE(merged.size() == 1);
    CHECK(merged[0].missing == Quantity{20, 30, std::nullopt});
    CHECK(merged[0].displaced == Quantity{300, 300, 300});
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

namespace {

Event told(Event event, std::string_view published, std::string actor = {}, std::string_view role = "attacker") {
    event.sources.front().published = parse_iso_date(published);
    if (!actor.empty()) {
        event.actors.push_back({{}, std::move(actor), role});
    }
    return event;
}

} // namespace

TEST_CASE("a toll that rises from report to report is one event with the range of tolls") {
    const Event early = told(report("a", EventType::bombing, tripoli, "2020-01-07", {4, 4, 4}), "2020-01-07");
    const Event late = told(report("b", EventType::bombing, tripoli, "2020-01-07", {9, 9, 9}), "2020-01-08");
    const auto merged = merge_reports({late, early});
    REQUIRE(merged.size() == 1);
    CHECK(merged[0].fatalities == Quantity{4, 9, 9});
    // Fewer dead in the later report, more than twice as many, or reports of one day: two events.
    const Event less = told(report("b", EventType::bombing, tripoli, "2020-01-07", {2, 2, 2}), "2020-01-08");
    CHECK(merge_reports({early, less}).size() == 2);
    const Event many = told(report("b", EventType::bombing, tripoli, "2020-01-07", {40, 40, 40}), "2020-01-08");
    CHECK(merge_reports({early, many}).size() == 2);
    const Event same = told(report("b", EventType::bombing, tripoli, "2020-01-07", {9, 9, 9}), "2020-01-07");
    CHECK(merge_reports({early, same}).size() == 2);
}

TEST_CASE("one party under two names may be one event, two parties are two") {
    const Event base = told(report("a", EventType::attack, tripoli, "2020-01-07"), "2020-01-07", "مسلحو تنظيم الدولة");
    const Event alias = told(report("b", EventType::attack, tripoli, "2020-01-07"), "2020-01-07", "عناصر داعش");
    const Event other = told(report("c", EventType::attack, tripoli, "2020-01-07"), "2020-01-07", "قوات حفتر");
    CHECK(merge_reports({base, alias}).size() == 1);
    CHECK(merge_reports({base, other}).size() == 2);
    // What is known of neither speaks against nothing.
    const Event unknown = told(report("d", EventType::attack, tripoli, "2020-01-07"), "2020-01-07", "مسلحون مجهولون");
    CHECK(merge_reports({base, unknown}).size() == 1);
}

TEST_CASE("an attack takes the kind that another report gives it; clashes and raids stay what they are") {
    const auto named = merge_reports({report("a", EventType::attack, tripoli, "2020-01-07"),
                                      report("b", EventType::bombing, tripoli, "2020-01-07")});
    REQUIRE(named.size() == 1);
    CHECK(named[0].type == EventType::bombing);
    CHECK(merge_reports({report("a", EventType::armed_clash, tripoli, "2020-01-07"),
                         report("b", EventType::airstrike, tripoli, "2020-01-07")})
              .size() == 2);
}

TEST_CASE("days that are stated and differ are of two events, and a campaign is not an act of one of its days") {
    const auto stated = [](std::string article, std::string_view day, Quantity dead = {}) {
        Event event = report(std::move(article), EventType::capture, tripoli, day, dead);
        event.date_basis = TimexBasis::explicit_date;
        return told(std::move(event), "2020-01-09", "الجيش الليبي");
    };
    CHECK(merge_reports({stated("a", "2020-01-07"), stated("b", "2020-01-07")}).size() == 1);
    CHECK(merge_reports({stated("a", "2020-01-07"), stated("b", "2020-01-08")}).size() == 2);
    CHECK(merge_reports({stated("a", "2020-01-07", {5, 5, 5}), stated("b", "2020-01-08", {5, 5, 5})}).size() == 1);
    Event inherited = stated("b", "2020-01-08");
    inherited.date_basis = TimexBasis::inherited;
    CHECK(merge_reports({stated("a", "2020-01-07"), inherited}).size() == 1);
    Event campaign = stated("c", "2020-01-05");
    campaign.when = DateRange{parse_iso_date("2020-01-05"), parse_iso_date("2020-01-09"), DatePrecision::range};
    CHECK(merge_reports({campaign, stated("b", "2020-01-07")}).size() == 2);
    Event again = campaign;
    again.sources.front().article_id = "d";
    CHECK(merge_reports({campaign, again}).size() == 1);
}

TEST_CASE("a place from the context needs a party, a number or the very same day") {
    const auto inferred = [](std::string article, std::string_view day) {
        Event event = report(std::move(article), EventType::shelling, tripoli, day);
        event.geo_precision = GeoPrecision::inferred;
        return event;
    };
    CHECK(merge_reports({inferred("a", "2020-01-07"), inferred("b", "2020-01-08")}).size() == 2);
    CHECK(merge_reports({inferred("a", "2020-01-07"), inferred("b", "2020-01-07")}).size() == 1);
    CHECK(merge_reports({told(inferred("a", "2020-01-07"), "2020-01-08", "الجيش الإسرائيلي"),
                         told(inferred("b", "2020-01-08"), "2020-01-08", "قوات الاحتلال")})
              .size() == 1);
}

TEST_CASE("any order of random reports gives the same events, and none loses a source") {
    std::mt19937 random(11);
    const auto below = [&random](unsigned limit) { return static_cast<unsigned>(random() % limit); };
    constexpr std::array types{EventType::attack, EventType::bombing, EventType::suicide_bombing, EventType::shelling};
    constexpr std::array<const char*, 4> actors{"", "داعش", "قوات حفتر", "مسلحون"};
    constexpr std::array<const char*, 4> days{"2020-01-06", "2020-01-07", "2020-01-08", "2020-01-20"};
    std::vector<Event> events;
    for (unsigned i = 0; i < 120; ++i) {
        const Location at{13.0 + 0.03 * below(6), 32.0 + 0.03 * below(4)};
        const std::int64_t dead = below(6);
        Event event = told(report("article" + std::to_string(i / 2), types[below(4)], at, days[below(4)],
                                  dead == 0 ? Quantity{} : Quantity{dead, dead, dead}),
                           days[below(4)], actors[below(4)]);
        event.id = "event" + std::to_string(i);
        event.geo_precision = below(4) == 0 ? GeoPrecision::inferred : GeoPrecision::city;
        events.push_back(std::move(event));
    }
    const auto expected = merge_reports(events);
    CHECK(expected.size() < events.size());
    std::size_t sources = 0;
    for (const Event& event : expected) {
        sources += event.sources.size();
    }
    CHECK(sources == events.size());
    for (int round = 0; round < 10; ++round) {
        std::shuffle(events.begin(), events.end(), random);
        CHECK(merge_reports(events) == expected);
    }
}
