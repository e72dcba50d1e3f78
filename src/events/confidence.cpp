// SPDX-License-Identifier: Apache-2.0
#include "events/confidence.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <string>

#include "core/error.hpp"
#include "lexicon/table.hpp"

namespace yaqut::events {

namespace {

using namespace std::string_view_literals;

/// As in tools/events/train_confidence.py, in the order of `names`.
enum class Mark : std::uint8_t {
    base,
    place_point,
    place_area,
    place_country,
    place_inferred,
    place_none,
    date_day,
    date_range,
    date_ongoing,
    date_inherited,
    date_unknown,
    counted,
    status_planned,
    status_negated,
    status_background,
    size,
};
constexpr auto mark_count = static_cast<std::size_t>(Mark::size);
constexpr std::array<std::string_view, mark_count> names{
    "base"sv,         "place_point"sv, "place_area"sv,     "place_country"sv,  "place_inferred"sv,
    "place_none"sv,   "date_day"sv,    "date_range"sv,     "date_ongoing"sv,   "date_inherited"sv,
    "date_unknown"sv, "counted"sv,     "status_planned"sv, "status_negated"sv, "status_background"sv};

using Weights = std::array<float, mark_count>;

Weights read_weights() {
    Weights weights{};
    std::size_t found = 0;
    const lexicon::Table table = lexicon::load("event_confidence");
    for (const lexicon::Row& row : table.rows()) {
        for (std::size_t i = 0; i < names.size(); ++i) {
            const std::string_view text = row["weight"];
            if (names[i] == row["mark"] &&
                std::from_chars(text.data(), text.data() + text.size(), weights[i]).ec == std::errc()) {
                ++found;
            }
        }
    }
    if (found != names.size()) {
        throw TableError("event_confidence", "expected a weight for each of " + std::to_string(names.size()) +
                                                 " marks, found " + std::to_string(found));
    }
    return weights;
}

Mark place_mark(GeoPrecision precision) {
    switch (precision) {
    case GeoPrecision::site:
    case GeoPrecision::district:
    case GeoPrecision::city: return Mark::place_point;
    case GeoPrecision::offset:
    case GeoPrecision::area:
    case GeoPrecision::admin: return Mark::place_area;
    case GeoPrecision::country: return Mark::place_country;
    case GeoPrecision::inferred: return Mark::place_inferred;
    case GeoPrecision::none: break;
    }
    return Mark::place_none;
}

Mark date_mark(const Event& event) {
    if (event.date_basis == TimexBasis::inherited) {
        return Mark::date_inherited;
    }
    switch (event.date_precision) {
    case DatePrecision::day: return Mark::date_day;
    case DatePrecision::ongoing: return Mark::date_ongoing;
    case DatePrecision::unknown: return Mark::date_unknown;
    default: return Mark::date_range;
    }
}

} // namespace

float confidence_of(const Event& event) {
    static const Weights weights = read_weights();
    const auto weight = [](Mark mark) { return weights[static_cast<std::size_t>(mark)]; };
    float sum = weight(Mark::base) + weight(place_mark(event.geo_precision)) + weight(date_mark(event));
    if (event.fatalities.known() || event.injured.known()) {
        sum += weight(Mark::counted);
    }
    switch (event.status) {
    case EventStatus::planned: sum += weight(Mark::status_planned); break;
    case EventStatus::negated: sum += weight(Mark::status_negated); break;
    case EventStatus::background: sum += weight(Mark::status_background); break;
    case EventStatus::asserted: break;
    }
    return 1.0F / (1.0F + std::exp(-sum));
}

} // namespace yaqut::events
