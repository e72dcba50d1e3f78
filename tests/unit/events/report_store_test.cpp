// SPDX-License-Identifier: Apache-2.0
#include "events/report_store.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <random>

#include "events/report_order.hpp"

using namespace yaqut;
using namespace yaqut::events;

namespace {

/// Some events of an article: some without a day, some without a place, many close to each other.
std::vector<Event> random_article(std::mt19937& random, int number) {
    const auto below = [&random](unsigned limit) { return static_cast<int>(random() % limit); };
    constexpr std::array types{EventType::attack, EventType::bombing, EventType::protest};
    const Date first = *parse_iso_date("2020-01-30");
    std::vector<Event> events(static_cast<std::size_t>(below(5)));
    for (Event& event : events) {
        event.type = types[static_cast<std::size_t>(below(3))];
        event.sources.resize(1);
        event.sources[0].article_id = "article" + std::to_string(number);
        event.sources[0].begin = static_cast<std::uint32_t>(below(3000));
        event.id = event.sources[0].article_id + "#" + std::to_string(event.sources[0].begin);
        event.confidence = 0.5F;
        if (below(4) != 0) {
            const Date day(std::chrono::sys_days(first) + std::chrono::days(below(60)));
            const Date last(std::chrono::sys_days(day) + std::chrono::days(below(5) == 0 ? below(20) : 0));
            event.when = DateRange{day, last, day == last ? DatePrecision::day : DatePrecision::range};
        }
        if (below(5) != 0) {
            event.place = EventPlace{};
            event.place->location = Location{13.0 + 0.05 * below(4), 32.0};
            event.geo_precision = GeoPrecision::city;
        }
    }
    return events;
}

std::vector<Event> all_of(ReportStore store, std::size_t at_a_time) {
    MergedReports merged(std::move(store));
    std::vector<Event> all;
    for (std::vector<Event> some = merged.next(at_a_time); !some.empty(); some = merged.next(at_a_time)) {
        std::move(some.begin(), some.end(), std::back_inserter(all));
    }
    return all;
}

} // namespace

TEST_CASE("a store gives the merged events of its reports, whatever the order and the size of the helpings") {
    std::mt19937 random(5);
    std::vector<std::vector<Event>> articles;
    std::vector<Event> together;
    for (int i = 0; i < 400; ++i) {
        articles.push_back(random_article(random, i));
        together.insert(together.end(), articles.back().begin(), articles.back().end());
    }
    const std::vector<Event> expected = merge_reports(together);
    REQUIRE(expected.size() < together.size());
    for (const std::size_t at_a_time : {std::size_t{1}, std::size_t{64}, std::size_t{100'000}}) {
        std::shuffle(articles.begin(), articles.end(), random);
        ReportStore store;
        for (const std::vector<Event>& article : articles) {
            store.add(article);
        }
        CHECK(store.size() == together.size());
        CHECK(all_of(std::move(store), at_a_time) == expected);
    }
}

TEST_CASE("reports of one article that come apart are put in order together") {
    std::mt19937 random(9);
    std::vector<Event> article;
    while (article.size() < 4) {
        article = random_article(random, 1);
    }
    ReportStore store;
    for (std::size_t i = article.size(); i-- > 0;) {
        store.add({article[i]});
    }
    CHECK(all_of(std::move(store), 10) == merge_reports(article));
}

TEST_CASE("events are ready as soon as no later report can join them, and not before") {
    std::mt19937 random(3);
    std::vector<Event> events;
    for (int i = 0; i < 200; ++i) {
        std::vector<Event> more = random_article(random, i);
        std::move(more.begin(), more.end(), std::back_inserter(events));
    }
    std::erase_if(events, [](const Event& event) { // what is never merged waits for nothing
        return !event.place || !event.when || event.when->precision != DatePrecision::day;
    });
    ReportMerger merger;
    std::size_t most_open = 0;
    std::size_t done = 0;
    for (Event& event : in_order(events)) {
        const int day = order_day(event);
        merger.add(std::move(event));
        for (const Event& ready : merger.take()) {
            CHECK(order_day(ready) < day - 14);
            ++done;
        }
        most_open = std::max(most_open, merger.open());
    }
    CHECK(done > 0);
    CHECK(merger.open() > 0);
    CHECK(most_open < merge_reports(events).size());
    merger.finish();
    CHECK(merger.open() == 0);
    CHECK(done + merger.ready() == merge_reports(events).size());
}

TEST_CASE("nothing in, nothing out; undated events wait for none") {
    CHECK(all_of({}, 5).empty());
    ReportStore store;
    store.add(std::vector<Event>());
    CHECK(store.size() == 0);
    CHECK(all_of(std::move(store), 5).empty());
    ReportMerger merger;
    merger.add({});
    merger.add({});
    CHECK(merger.open() <= 1);
}
