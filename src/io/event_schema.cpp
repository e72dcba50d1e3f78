// SPDX-License-Identifier: Apache-2.0
#include "io/event_schema.hpp"

#include <array>
#include <cmath>

#include "io/event_values.hpp"

namespace yaqut::io {

namespace {

using Point = std::optional<Location>;

FieldValue text(std::string_view value) { return value.empty() ? FieldValue{} : FieldValue{std::string(value)}; }
FieldValue number(std::int64_t value) { return value; }

template <typename Value> FieldValue maybe(const std::optional<Value>& value) {
    return value ? FieldValue{*value} : FieldValue{};
}
FieldValue maybe(const std::optional<int>& value) { return value ? number(*value) : FieldValue{}; }

/// A text member of the event's place, or of its first source.
template <auto Member> FieldValue place_text(const Event& event, const Point& /*point*/) {
    return event.place ? text((*event.place).*Member) : FieldValue{};
}
template <auto Member> FieldValue source_text(const Event& event, const Point& /*point*/) {
    return event.sources.empty() ? FieldValue{} : text(event.sources.front().*Member);
}
template <auto Member> FieldValue source_offset(const Event& event, const Point& /*point*/) {
    return event.sources.empty() ? FieldValue{} : number(event.sources.front().*Member);
}

/// The ids of all articles that tell of it.
FieldValue articles(const Event& event) {
    std::string ids;
    for (const EventSource& source : event.sources) {
        ids.append(ids.empty() ? "" : "; ").append(source.article_id);
    }
    return text(ids);
}

FieldValue radius(const Event& event, const Point& /*point*/) {
    const bool known = event.place && event.place->radius_km > 0.0;
    return known ? FieldValue{std::round(event.place->radius_km * 1000.0)} : FieldValue{};
}

FieldValue published(const Event& event, const Point& /*point*/) {
    return event.sources.empty() ? FieldValue{} : maybe(event.sources.front().published);
}

FieldValue date_level(const Event& event, const Point& /*point*/) {
    return event.date_precision == DatePrecision::unknown ? FieldValue{} : text(to_string(event.date_precision));
}

FieldValue share_or_null(const std::optional<float>& share) {
    return share ? FieldValue{double{*share}} : FieldValue{};
}

FieldValue geo_level(const Event& event, const Point& /*point*/) {
    return event.geo_precision == GeoPrecision::none ? FieldValue{} : text(to_string(event.geo_precision));
}

constexpr std::uint8_t name_width = 80;
constexpr std::uint8_t long_width = 254; // the most that a .dbf field holds
constexpr std::uint8_t count_width = 10;

constexpr auto text_type = FieldType::text;
constexpr auto integer = FieldType::integer;
constexpr auto real = FieldType::real;
constexpr auto date = FieldType::date;

constexpr std::array fields{
    EventField{{"event_id", text_type, 40, 0}, [](const Event& e, const Point&) { return text(e.id); }},
    EventField{{"article_id", text_type, name_width, 0}, source_text<&EventSource::article_id>},
    EventField{{"event_type", text_type, 20, 0}, [](const Event& e, const Point&) { return text(to_string(e.type)); }},
    EventField{{"acled_type", text_type, 40, 0},
               [](const Event& e, const Point&) { return event_code(e.type, "acled_event"); }},
    EventField{{"acled_sub", text_type, 40, 0},
               [](const Event& e, const Point&) { return event_code(e.type, "acled_sub"); }},
    EventField{{"cameo", text_type, 4, 0}, [](const Event& e, const Point&) { return event_code(e.type, "cameo"); }},
    EventField{{"plover", text_type, 12, 0}, [](const Event& e, const Point&) { return event_code(e.type, "plover"); }},
    EventField{{"status", text_type, 12, 0}, [](const Event& e, const Point&) { return text(to_string(e.status)); }},
    EventField{{"date_start", date, 8, 0},
               [](const Event& e, const Point&) { return e.when ? maybe(e.when->first) : FieldValue{}; }},
    EventField{{"date_end", date, 8, 0},
               [](const Event& e, const Point&) { return e.when ? maybe(e.when->last) : FieldValue{}; }},
    EventField{{"date_prec", integer, 1, 0},
               [](const Event& e, const Point&) { return maybe(ucdp_date_precision(e)); }},
    EventField{{"date_level", text_type, 10, 0}, date_level},
    EventField{{"date_text", text_type, name_width, 0}, [](const Event& e, const Point&) { return text(e.date_text); }},
    EventField{{"date_edtf", text_type, 40, 0}, [](const Event& e, const Point&) { return maybe(edtf_date(e)); }},
    EventField{{"date_why", text_type, name_width, 0}, [](const Event& e, const Point&) { return date_reason(e); }},
    EventField{{"published", date, 8, 0}, published},
    EventField{{"place_text", text_type, name_width, 0}, place_text<&EventPlace::text>},
    EventField{{"place_name", text_type, name_width, 0}, place_text<&EventPlace::name>},
    EventField{{"name_ar", text_type, name_width, 0}, place_text<&EventPlace::name_ar>},
    EventField{{"place_id", text_type, 40, 0}, place_text<&EventPlace::id>},
    EventField{{"place_type", text_type, 12, 0},
               [](const Event& e, const Point&) { return e.place ? text(to_string(e.place->feature)) : FieldValue{}; }},
    EventField{{"place_code", text_type, 6, 0}, place_text<&EventPlace::feature_code>},
    EventField{{"admin1", text_type, name_width, 0}, place_text<&EventPlace::admin1>},
    EventField{{"adm1_code", text_type, 12, 0}, place_text<&EventPlace::admin1_code>},
    EventField{{"country", text_type, 2, 0}, place_text<&EventPlace::country>},
    EventField{{"iso3", text_type, 3, 0},
               [](const Event& e, const Point&) { return e.place ? country_code3(e.place->country) : FieldValue{}; }},
    EventField{{"latitude", real, 11, 6},
               [](const Event&, const Point& p) { return p ? FieldValue{p->lat} : FieldValue{}; }},
    EventField{{"longitude", real, 11, 6},
               [](const Event&, const Point& p) { return p ? FieldValue{p->lon} : FieldValue{}; }},
    EventField{{"where_prec", integer, 1, 0},
               [](const Event& e, const Point&) { return maybe(ucdp_where_precision(e)); }},
    EventField{{"geo_level", text_type, 10, 0}, geo_level},
    EventField{{"radius_m", real, 10, 0}, radius},
    EventField{{"place_why", text_type, 120, 0}, [](const Event& e, const Point&) { return place_reason(e); }},
    EventField{{"confidence", real, 5, 3},
               [](const Event& e, const Point&) { return FieldValue{double{e.confidence}}; }},
    EventField{
        {"geo_conf", real, 5, 3},
        [](const Event& e, const Point&) { return e.place ? FieldValue{double{e.place->score}} : FieldValue{}; }},
    EventField{{"place_conf", real, 5, 3},
               [](const Event& e, const Point&) { return e.place ? share_or_null(e.place->certainty) : FieldValue{}; }},
    EventField{{"match_type", text_type, 12, 0}, place_text<&EventPlace::match>},
    EventField{{"cand_n", integer, count_width, 0},
               [](const Event& e, const Point&) { return e.place ? number(e.place->candidate_count) : FieldValue{}; }},
    EventField{{"cand_alt", text_type, long_width, 0},
               [](const Event& e, const Point&) { return other_candidates(e); }},
    EventField{{"fatal_best", integer, count_width, 0},
               [](const Event& e, const Point&) { return maybe(e.fatalities.best); }},
    EventField{{"fatal_low", integer, count_width, 0},
               [](const Event& e, const Point&) { return maybe(e.fatalities.min); }},
    EventField{{"fatal_high", integer, count_width, 0},
               [](const Event& e, const Point&) { return maybe(e.fatalities.max); }},
    EventField{{"injured", integer, count_width, 0},
               [](const Event& e, const Point&) { return maybe(e.injured.best); }},
    EventField{{"miss_best", integer, count_width, 0},
               [](const Event& e, const Point&) { return maybe(e.missing.best); }},
    EventField{{"miss_low", integer, count_width, 0},
               [](const Event& e, const Point&) { return maybe(e.missing.min); }},
    EventField{{"miss_high", integer, count_width, 0},
               [](const Event& e, const Point&) { return maybe(e.missing.max); }},
    EventField{{"displ_best", integer, count_width, 0},
               [](const Event& e, const Point&) { return maybe(e.displaced.best); }},
    EventField{{"displ_low", integer, count_width, 0},
               [](const Event& e, const Point&) { return maybe(e.displaced.min); }},
    EventField{{"displ_high", integer, count_width, 0},
               [](const Event& e, const Point&) { return maybe(e.displaced.max); }},
    EventField{{"trigger", text_type, name_width, 0},
               [](const Event& e, const Point&) { return text(e.trigger_text); }},
    EventField{{"actor1", text_type, 120, 0}, [](const Event& e, const Point&) { return first_actor(e); }},
    EventField{{"actor2", text_type, 120, 0}, [](const Event& e, const Point&) { return second_actor(e); }},
    EventField{{"attributed", text_type, name_width, 0},
               [](const Event& e, const Point&) { return text(e.attribution); }},
    EventField{{"title", text_type, long_width, 0}, source_text<&EventSource::title>},
    EventField{{"source", text_type, name_width, 0}, source_text<&EventSource::source>},
    EventField{{"url", text_type, long_width, 0}, source_text<&EventSource::url>},
    EventField{{"lang", text_type, 3, 0}, source_text<&EventSource::language>},
    EventField{{"snippet", text_type, long_width, 0}, source_text<&EventSource::sentence>},
    EventField{{"txt_start", integer, count_width, 0}, source_offset<&EventSource::begin>},
    EventField{{"txt_end", integer, count_width, 0}, source_offset<&EventSource::end>},
    EventField{{"n_sources", integer, 9, 0},
               [](const Event& e, const Point&) { return number(static_cast<std::int64_t>(e.sources.size())); }},
    EventField{{"articles", text_type, long_width, 0}, [](const Event& e, const Point&) { return articles(e); }},
};

} // namespace

std::span<const EventField> event_fields() { return fields; }

std::vector<Column> event_columns() { return {fields.begin(), fields.end()}; }

std::vector<FieldValue> event_values(const Event& event, const std::optional<Location>& point) {
    std::vector<FieldValue> values;
    values.reserve(fields.size());
    for (const EventField& field : fields) {
        values.push_back(field.value(event, point));
    }
    return values;
}

} // namespace yaqut::io
