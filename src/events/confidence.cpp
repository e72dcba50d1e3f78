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
    place_point, ///< a town or a site, named with the event
    place_inferred,
    place_none,
    point_day, ///< such a place, and a day of its own
    date_inherited,
    date_unknown,
    actor, ///< somebody who took part is named
    size,
};
constexpr auto mark_count = static_cast<std::size_t>(Mark::size);
constexpr std::array<std::string_view, mark_count> names{
    "base"sv,      "place_point"sv,    "place_inferred"sv, "place_none"sv,
    "point_day"sv, "date_inherited"sv, "date_unknown"sv,   "actor"sv,
};

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

bool is_point(GeoPrecision precision) {
    return precision == GeoPrecision::site || precision == GeoPrecision::district || precision == GeoPrecision::city;
}

} // namespace

float confidence_of(const Event& event) {
    static const Weights weights = read_weights();
    const bool point = is_point(event.geo_precision);
    const bool inherited = event.date_basis == TimexBasis::inherited;
    float sum = weights[static_cast<std::size_t>(Mark::base)];
    const auto add_if = [&](bool holds, Mark mark) { sum += holds ? weights[static_cast<std::size_t>(mark)] : 0.0F; };
    add_if(point, Mark::place_point);
    add_if(event.geo_precision == GeoPrecision::inferred, Mark::place_inferred);
    add_if(event.geo_precision == GeoPrecision::none, Mark::place_none);
    add_if(point && event.date_precision == DatePrecision::day && !inherited, Mark::point_day);
    add_if(inherited, Mark::date_inherited);
    add_if(!inherited && event.date_precision == DatePrecision::unknown, Mark::date_unknown);
    add_if(!event.actors.empty(), Mark::actor);
    return 1.0F / (1.0F + std::exp(-sum));
}

} // namespace yaqut::events
