// SPDX-License-Identifier: Apache-2.0
// Columns and codes: The GDELT Event Database Data Format Codebook V2.0 (2015-02-19), gdeltproject.org; Goldstein's
// scale as GDELT gives it per CAMEO code.
#include <charconv>
#include <set>

#include "io/event_values.hpp"
#include "io/profile_values.hpp"

namespace yaqut::io::profile {

namespace {

constexpr int day_precision = 1;
constexpr int month_precision = 4;

int month_of(Date day) { return static_cast<int>(unsigned(day.month())); }
int day_of(Date day) { return static_cast<int>(unsigned(day.day())); }

/// 20140903
FieldValue day(const Event& event, const Point& /*point*/) {
    const auto first = first_day(event, day_precision);
    return first ? number((int(first->year()) * 100 + month_of(*first)) * 100 + day_of(*first)) : FieldValue{};
}

bool same_month(const Event& event) {
    return event.when->last && event.when->first->year() == event.when->last->year() &&
           event.when->first->month() == event.when->last->month();
}

/// 201409
FieldValue month(const Event& event, const Point& /*point*/) {
    const auto first = first_day(event, month_precision);
    return first && same_month(event) ? number(int(first->year()) * 100 + month_of(*first)) : FieldValue{};
}

FieldValue year(const Event& event, const Point& /*point*/) {
    const auto first = first_day(event, 5);
    return first && first->year() == event.when->last->year() ? number(int(first->year())) : FieldValue{};
}

/// 2014.6685: months of thirty days, as GDELT counts.
FieldValue fraction(const Event& event, const Point& /*point*/) {
    const auto first = first_day(event, day_precision);
    return first ? FieldValue{int(first->year()) + ((month_of(*first) - 1) * 30 + day_of(*first)) / 365.0}
                 : FieldValue{};
}

template <std::size_t digits> FieldValue code(const Event& event, const Point& /*point*/) {
    return text(own_text("cameo", event).substr(0, digits));
}

/// 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict.
FieldValue quad_class(const Event& event, const Point& /*point*/) {
    const std::string root = own_text("cameo", event).substr(0, 2);
    if (root.empty()) {
        return {};
    }
    return number(root <= "05" ? 1 : root <= "08" ? 2 : root <= "13" ? 3 : 4);
}

FieldValue goldstein(const Event& event, const Point& /*point*/) {
    const FieldValue found = event_code(event.type, "goldstein");
    const auto* digits = std::get_if<std::string>(&found);
    double value = 0.0;
    if (digits == nullptr ||
        std::from_chars(digits->data(), digits->data() + digits->size(), value).ec != std::errc()) {
        return {};
    }
    return value;
}

FieldValue outlets(const Event& event, const Point& /*point*/) {
    std::set<std::string_view> names;
    for (const EventSource& source : event.sources) {
        names.insert(source.source);
    }
    return names.empty() || names.contains("") ? FieldValue{} : number(static_cast<std::int64_t>(names.size()));
}

/// 1 country; 2 state and 3 city of the United States, 4 city and 5 state elsewhere.
FieldValue geo_type(const Event& event, const Point& /*point*/) {
    const bool american = event.place && event.place->country == "US";
    switch (ucdp_where_precision(event).value_or(0)) {
    case 1:
    case 2: return number(american ? 3 : 4);
    case 4: return number(american ? 2 : 5);
    case 6: return number(1);
    default: return {};
    }
}

FieldValue full_name(const Event& event, const Point& point) {
    std::string joined = own_text("place_name", event);
    const FieldValue country = country_name(event, point);
    const auto* country_text = std::get_if<std::string>(&country);
    for (const std::string& part : {own_text("admin1", event), country_text == nullptr ? "" : *country_text}) {
        if (!part.empty() && part != joined) {
            joined += joined.empty() ? part : ", " + part;
        }
    }
    return text(joined);
}

// GDELT's codes of countries are FIPS 10-4, its places those of GNS and GNIS: not known here.
constexpr std::array fields{text_field("GlobalEventID", marked_id),
                            integer_field("Day", day),
                            integer_field("MonthYear", month),
                            integer_field("Year", year),
                            real_field("FractionDate", 4, fraction),
                            text_field("Actor1Code", unknown),
                            text_field("Actor1Name", own<"actor1">),
                            text_field("Actor1CountryCode", unknown),
                            text_field("Actor1KnownGroupCode", unknown),
                            text_field("Actor1EthnicCode", unknown),
                            text_field("Actor1Religion1Code", unknown),
                            text_field("Actor1Religion2Code", unknown),
                            text_field("Actor1Type1Code", unknown),
                            text_field("Actor1Type2Code", unknown),
                            text_field("Actor1Type3Code", unknown),
                            text_field("Actor2Code", unknown),
                            text_field("Actor2Name", own<"actor2">),
                            text_field("Actor2CountryCode", unknown),
                            text_field("Actor2KnownGroupCode", unknown),
                            text_field("Actor2EthnicCode", unknown),
                            text_field("Actor2Religion1Code", unknown),
                            text_field("Actor2Religion2Code", unknown),
                            text_field("Actor2Type1Code", unknown),
                            text_field("Actor2Type2Code", unknown),
                            text_field("Actor2Type3Code", unknown),
                            integer_field("IsRootEvent", unknown),
                            text_field("EventCode", code<4>),
                            text_field("EventBaseCode", code<3>),
                            text_field("EventRootCode", code<2>),
                            integer_field("QuadClass", quad_class),
                            real_field("GoldsteinScale", 1, goldstein),
                            integer_field("NumMentions", unknown),
                            integer_field("NumSources", outlets),
                            integer_field("NumArticles", own<"n_sources">),
                            real_field("AvgTone", 4, unknown),
                            integer_field("Actor1Geo_Type", unknown),
                            text_field("Actor1Geo_FullName", unknown),
                            text_field("Actor1Geo_CountryCode", unknown),
                            text_field("Actor1Geo_ADM1Code", unknown),
                            text_field("Actor1Geo_ADM2Code", unknown),
                            real_field("Actor1Geo_Lat", 6, unknown),
                            real_field("Actor1Geo_Long", 6, unknown),
                            text_field("Actor1Geo_FeatureID", unknown),
                            integer_field("Actor2Geo_Type", unknown),
                            text_field("Actor2Geo_FullName", unknown),
                            text_field("Actor2Geo_CountryCode", unknown),
                            text_field("Actor2Geo_ADM1Code", unknown),
                            text_field("Actor2Geo_ADM2Code", unknown),
                            real_field("Actor2Geo_Lat", 6, unknown),
                            real_field("Actor2Geo_Long", 6, unknown),
                            text_field("Actor2Geo_FeatureID", unknown),
                            integer_field("ActionGeo_Type", geo_type),
                            text_field("ActionGeo_FullName", full_name),
                            text_field("ActionGeo_CountryCode", unknown),
                            text_field("ActionGeo_ADM1Code", unknown),
                            text_field("ActionGeo_ADM2Code", unknown),
                            real_field("ActionGeo_Lat", 6, own<"latitude">),
                            real_field("ActionGeo_Long", 6, own<"longitude">),
                            text_field("ActionGeo_FeatureID", unknown),
                            integer_field("DATEADDED", unknown),
                            text_field("SOURCEURL", own<"url">)};

} // namespace

std::span<const EventField> gdelt_fields() { return fields; }

} // namespace yaqut::io::profile
