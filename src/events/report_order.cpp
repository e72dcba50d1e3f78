// SPDX-License-Identifier: Apache-2.0
#include "events/report_order.hpp"

#include "core/scratch.hpp"
#include <algorithm>
#include <tuple>

namespace yaqut::events {

namespace {

/// What the order goes by. Views of the event.
struct Order {
    explicit Order(Event& what) : day(order_day(what)), id(what.id), event(&what) {
        if (!what.sources.empty()) {
            article = what.sources.front().article_id;
            begin = what.sources.front().begin;
        }
    }
    friend bool operator<(const Order& a, const Order& b) {
        return std::tie(a.day, a.article, a.begin, a.id) < std::tie(b.day, b.article, b.begin, b.id);
    }

    int day;
    std::string_view article;
    std::uint32_t begin = 0;
    std::string_view id;
    Event* event;
};

} // namespace

int order_day(const Event& event) {
    constexpr int after_all = 1 << 30;
    return event.when && event.when->first
               ? static_cast<int>(std::chrono::sys_days(*event.when->first).time_since_epoch().count())
               : after_all;
}

std::vector<Event*> order_of(std::span<Event> events) {
    ScratchVector<Order> order(events.begin(), events.end());
    std::sort(order.begin(), order.end());
    std::vector<Event*> sorted;
    sorted.reserve(events.size());
    for (const Order& next : order) {
        sorted.push_back(next.event);
    }
    return sorted;
}

/// Each event is moved once: they are large.
std::vector<Event> in_order(std::vector<Event> events) {
    std::vector<Event> sorted;
    sorted.reserve(events.size());
    for (Event* next : order_of(events)) {
        sorted.push_back(std::move(*next));
    }
    return sorted;
}

} // namespace yaqut::events
