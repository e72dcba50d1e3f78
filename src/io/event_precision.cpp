// SPDX-License-Identifier: Apache-2.0
#include "io/event_schema.hpp"

namespace yaqut::io {

namespace {

int date_precision_of(int days) {
    constexpr int week = 7;
    constexpr int month = 31;
    return days <= 1 ? 1 : days < week ? 2 : days == week ? 3 : days <= month ? 4 : 5;
}

/// The month or year alone, where the range is just that.
std::string shortened(Date day, DatePrecision precision) {
    const std::string iso = to_iso_string(day);
    return precision == DatePrecision::month  ? iso.substr(0, 7)
           : precision == DatePrecision::year ? iso.substr(0, 4)
                                              : iso;
}

/// Is the range the whole calendar month or year that its precision claims?
bool is_calendar_unit(Date first, Date last, DatePrecision precision) {
    using namespace std::chrono;
    if (precision == DatePrecision::month) {
        return first.day() == day{1} && last == Date{(first.year() / first.month() / std::chrono::last)};
    }
    return precision == DatePrecision::year && first.year() == last.year() && first.month() == January &&
           first.day() == day{1} && last.month() == December && last.day() == day{31};
}

} // namespace

/// A region wider than this (the Middle East, the Sahel, an ocean) is no dot, as little as a country is. An
/// administrative unit is one however wide: its code says what it stands for.
constexpr double max_drawn_radius_km = 300;

bool may_be_wide(FeatureClass feature) {
    return feature == FeatureClass::country || feature == FeatureClass::adm1 || feature == FeatureClass::adm2;
}

std::optional<Location> event_point(const Event& event, DrawnPoints drawn) {
    if (!event.place || !event.place->location || !event.place->location->valid()) {
        return std::nullopt;
    }
    const bool whole_country =
        event.geo_precision == GeoPrecision::country ||
        (event.geo_precision == GeoPrecision::inferred && event.place->feature == FeatureClass::country);
    const bool too_wide = event.place->radius_km > max_drawn_radius_km && !may_be_wide(event.place->feature);
    const bool left_out = (whole_country && !drawn.countries) || (!event.place->sure && !drawn.unsure);
    if (event.geo_precision == GeoPrecision::none || left_out || too_wide) {
        return std::nullopt;
    }
    return event.place->location;
}

int ucdp_where_precision(FeatureClass feature, int otherwise) {
    switch (feature) {
    case FeatureClass::country: return 6;
    case FeatureClass::adm1: return 4;
    case FeatureClass::adm2: return 3;
    case FeatureClass::sea: return 7;
    case FeatureClass::region:
    case FeatureClass::water:
    case FeatureClass::mountain: return 5;
    default: return otherwise;
    }
}

std::optional<int> ucdp_where_precision(const Event& event) {
    if (!event.place) {
        return std::nullopt;
    }
    switch (event.geo_precision) {
    case GeoPrecision::site:
    case GeoPrecision::district:
    case GeoPrecision::city: return 1;
    case GeoPrecision::offset: return 2;
    case GeoPrecision::area: return ucdp_where_precision(event.place->feature, 5);
    case GeoPrecision::admin: return ucdp_where_precision(event.place->feature, 4);
    case GeoPrecision::country: return 6;
    case GeoPrecision::inferred: return ucdp_where_precision(event.place->feature, 2);
    case GeoPrecision::none: break;
    }
    return std::nullopt;
}

std::optional<int> ucdp_date_precision(const Event& event) {
    if (!event.when || !event.when->first || !event.when->last) {
        return std::nullopt;
    }
    return date_precision_of(days_between(*event.when->first, *event.when->last) + 1);
}

std::optional<std::string> edtf_date(const Event& event) {
    if (!event.when || (!event.when->first && !event.when->last)) {
        return std::nullopt;
    }
    const auto& [first, last, precision] = *event.when;
    if (!first || !last) {
        return (first ? to_iso_string(*first) : "..") + "/" + (last ? to_iso_string(*last) : "..");
    }
    if (*first == *last) {
        return to_iso_string(*first);
    }
    return is_calendar_unit(*first, *last, precision) ? shortened(*first, precision)
                                                      : to_iso_string(*first) + "/" + to_iso_string(*last);
}

} // namespace yaqut::io
