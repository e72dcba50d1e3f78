// SPDX-License-Identifier: Apache-2.0
#include "io/area_layer.hpp"

#include <algorithm>

#include "io/event_schema.hpp"
#include "io/event_values.hpp"

namespace yaqut::io {

namespace {

using Sum = std::optional<std::int64_t>;

void add_to(Sum& sum, const Sum& number) {
    if (number) {
        sum = sum.value_or(0) + *number;
    }
}

FieldValue maybe(const Sum& number) { return number ? FieldValue{*number} : FieldValue{}; }
FieldValue maybe(const std::optional<Date>& day) { return day ? FieldValue{*day} : FieldValue{}; }
FieldValue maybe(const std::string& text) { return text.empty() ? FieldValue{} : FieldValue{text}; }

SideFeature feature_of(const std::string& country, const std::string& code, const AreaCounts::Counts& counts,
                       AreaUnit unit) {
    const bool whole = code.empty();
    SideFeature feature;
    feature.id = whole ? country : country + "." + code;
    feature.values = {std::string(whole ? "country" : "adm1"),
                      whole ? FieldValue{country} : maybe(unit.id),
                      maybe(unit.name),
                      maybe(unit.name_ar),
                      maybe(country),
                      country_code3(country),
                      maybe(code),
                      counts.events,
                      whole ? FieldValue{counts.country_only} : FieldValue{},
                      counts.dated,
                      maybe(counts.first),
                      maybe(counts.last),
                      counts.with_deaths,
                      maybe(counts.deaths),
                      maybe(counts.least_deaths),
                      maybe(counts.most_deaths),
                      maybe(counts.injured),
                      maybe(counts.missing),
                      maybe(counts.displaced),
                      counts.planned,
                      counts.negated,
                      counts.background};
    feature.values.insert(feature.values.end(), counts.by_type.begin(), counts.by_type.end());
    feature.area = std::move(unit.area);
    return feature;
}

} // namespace

void AreaCounts::Counts::add(const Event& event) {
    switch (event.status) {
    case EventStatus::planned: ++planned; return;
    case EventStatus::negated: ++negated; return;
    case EventStatus::background: ++background; return;
    case EventStatus::asserted: break;
    }
    ++events;
    ++by_type.at(static_cast<std::size_t>(event.type));
    country_only += ucdp_where_precision(event) == 6 ? 1 : 0;
    const Quantity& dead = event.fatalities;
    with_deaths += dead.known() ? 1 : 0;
    add_to(deaths, dead.best);
    add_to(least_deaths, dead.min ? dead.min : dead.best);
    add_to(most_deaths, dead.max ? dead.max : dead.best);
    add_to(injured, event.injured.best);
    add_to(missing, event.missing.best);
    add_to(displaced, event.displaced.best);
    if (!event.when || (!event.when->first && !event.when->last)) {
        return;
    }
    ++dated;
    const auto& [from, to, precision] = *event.when;
    if (from) {
        first = first ? std::min(*first, *from) : *from;
    }
    if (to) {
        last = last ? std::max(*last, *to) : *to;
    }
}

void AreaCounts::add(const Event& event) {
    if (!event.place || event.place->country.empty() || event.geo_precision == GeoPrecision::none) {
        return;
    }
    m_counts[{event.place->country, ""}].add(event);
    if (!event.place->admin1_code.empty() && event.place->feature != FeatureClass::country) {
        m_counts[{event.place->country, event.place->admin1_code}].add(event);
    }
}

void AreaCounts::for_each(const FindArea& find, const std::function<void(const SideFeature&)>& use) const {
    for (const auto& [place, counts] : m_counts) {
        use(feature_of(place.first, place.second, counts, find(place.first, place.second)));
    }
}

std::vector<Column> area_columns() {
    constexpr std::uint8_t count_width = 9;
    constexpr std::uint8_t name_width = 80;
    const auto text = [](std::string_view name, std::uint8_t width) { return Column{name, FieldType::text, width, 0}; };
    const auto count = [](std::string_view name) { return Column{name, FieldType::integer, count_width, 0}; };
    const auto day = [](std::string_view name) { return Column{name, FieldType::date, 8, 0}; };
    std::vector<Column> columns{
        text("level", 8),   text("area_id", 40), text("name", name_width), text("name_ar", name_width),
        text("country", 2), text("iso3", 3),     text("adm1_code", 12),    count("n_events"),
        count("n_country"), count("n_dated"),    day("date_first"),        day("date_last"),
        count("n_fatal"),   count("fatal_best"), count("fatal_low"),       count("fatal_high"),
        count("injured"),   count("missing"),    count("displaced"),       count("n_planned"),
        count("n_negated"), count("n_backgr")};
    for (std::size_t i = 0; i < event_type_count; ++i) {
        columns.push_back(count(event_type_count_field(static_cast<EventType>(i))));
    }
    return columns;
}

} // namespace yaqut::io
