// SPDX-License-Identifier: Apache-2.0
// Columns and codes: ACLED Codebook (2024) and ACLED's "Guide to 2023 ACLED column changes", acleddata.com.
#include <cmath>

#include "io/profile_values.hpp"

namespace yaqut::io::profile {

namespace {

/// Month and better: ACLED has no year-long dates.
constexpr int month = 4;

FieldValue day(const Event& event, const Point& /*point*/) {
    const auto first = first_day(event, month);
    return first ? FieldValue{*first} : FieldValue{};
}

FieldValue year(const Event& event, const Point& /*point*/) {
    const auto first = first_day(event, month);
    return first ? number(int(first->year())) : FieldValue{};
}

/// 1 day, 2 week, 3 month.
FieldValue time_precision(const Event& event, const Point& /*point*/) {
    switch (ucdp_date_precision(event).value_or(0)) {
    case 1: return number(1);
    case 2:
    case 3: return number(2);
    case month: return number(3);
    default: return {};
    }
}

/// Demonstrations with deaths or intervention count as political violence, too: null where that is not known.
FieldValue disorder_type(const Event& event, const Point& /*point*/) {
    const std::string type = own_text("acled_type", event);
    if (type == "Strategic developments") {
        return text(type);
    }
    return type.empty() || type == "Protests" || type == "Riots" ? FieldValue{} : text("Political violence");
}

FieldValue civilian_targeting(const Event& event, const Point& /*point*/) {
    return own_text("acled_type", event) == "Violence against civilians" ? text("Civilian targeting") : FieldValue{};
}

/// 1 named place, 2 near it, 3 larger region; countries have none.
FieldValue geo_precision(const Event& event, const Point& /*point*/) {
    constexpr int country = 6;
    const int precision = ucdp_where_precision(event).value_or(country);
    return precision == country ? FieldValue{} : number(std::min(precision, 3));
}

FieldValue tags(const Event& event, const Point& /*point*/) {
    const int percent = static_cast<int>(std::lround(event.confidence * 100.0F));
    return text("machine-coded by yaqut; status=" + std::string(to_string(event.status)) +
                "; confidence=" + std::to_string(percent) + "%");
}

constexpr std::array fields{text_field("event_id_cnty", marked_id),
                            date_field("event_date", day),
                            integer_field("year", year),
                            integer_field("time_precision", time_precision),
                            text_field("disorder_type", disorder_type),
                            text_field("event_type", own<"acled_type">),
                            text_field("sub_event_type", own<"acled_sub">),
                            text_field("actor1", own<"actor1">),
                            text_field("assoc_actor_1", unknown),
                            integer_field("inter1", unknown),
                            text_field("actor2", own<"actor2">),
                            text_field("assoc_actor_2", unknown),
                            integer_field("inter2", unknown),
                            integer_field("interaction", unknown),
                            text_field("civilian_targeting", civilian_targeting),
                            integer_field("iso", country_number),
                            text_field("region", unknown),
                            text_field("country", country_name),
                            text_field("admin1", own<"admin1">),
                            text_field("admin2", unknown),
                            text_field("admin3", unknown),
                            text_field("location", own<"place_name">),
                            real_field("latitude", 6, own<"latitude">),
                            real_field("longitude", 6, own<"longitude">),
                            integer_field("geo_precision", geo_precision),
                            text_field("source", own<"source">),
                            text_field("source_scale", unknown),
                            text_field("notes", own<"snippet">),
                            integer_field("fatalities", own<"fatal_best">),
                            text_field("tags", tags),
                            integer_field("timestamp", unknown)};

} // namespace

std::span<const EventField> acled_fields() { return fields; }

} // namespace yaqut::io::profile
