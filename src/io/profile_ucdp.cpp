// SPDX-License-Identifier: Apache-2.0
// Columns and codes: UCDP Georeferenced Event Dataset Codebook, version 24.1, ucdp.uu.se.
#include <cmath>

#include "io/event_values.hpp"
#include "io/json_writer.hpp"
#include "io/profile_values.hpp"

namespace yaqut::io::profile {

namespace {

FieldValue year(const Event& event, const Point& /*point*/) {
    const bool one =
        event.when && event.when->first && event.when->last && event.when->first->year() == event.when->last->year();
    return one ? number(int(event.when->first->year())) : FieldValue{};
}

FieldValue machine_coded(const Event& /*event*/, const Point& /*point*/) { return text("machine-coded by yaqut"); }

/// 3 one-sided. Who fights whom decides between 1 state-based and 2 non-state.
FieldValue type_of_violence(const Event& event, const Point& /*point*/) {
    const FieldValue code = event_code(event.type, "ucdp_violence");
    const auto* name = std::get_if<std::string>(&code);
    return name != nullptr && *name == "one-sided" ? number(3) : FieldValue{};
}

FieldValue source_article(const Event& event, const Point& /*point*/) {
    std::string joined;
    for (const EventSource& source : event.sources) {
        const std::string day = source.published ? to_iso_string(*source.published) : std::string();
        std::string one;
        for (const std::string& part : {source.source, day, source.title}) {
            one += part.empty() || one.empty() ? part : "," + part;
        }
        joined += one.empty() || joined.empty() ? one : ";" + one;
    }
    return text(joined);
}

FieldValue geom_wkt(const Event& /*event*/, const Point& point) {
    if (!point) {
        return {};
    }
    constexpr int decimals = 6;
    std::string wkt = "POINT (";
    append_number(wkt, point->lon, decimals);
    wkt += ' ';
    append_number(wkt, point->lat, decimals);
    return wkt + ")";
}

/// Number of the half-degree cell of PRIO-GRID: 1 in the south-west, 720 in a row.
FieldValue priogrid(const Event& /*event*/, const Point& point) {
    if (!point) {
        return {};
    }
    const auto row = static_cast<std::int64_t>(std::min(std::floor((point->lat + 90.0) * 2.0), 359.0));
    const auto column = static_cast<std::int64_t>(std::min(std::floor((point->lon + 180.0) * 2.0), 719.0));
    return number(row * 720 + column + 1);
}

constexpr std::array fields{text_field("id", marked_id),
                            text_field("relid", unknown),
                            integer_field("year", year),
                            integer_field("active_year", unknown),
                            text_field("code_status", machine_coded),
                            integer_field("type_of_violence", type_of_violence),
                            text_field("conflict_dset_id", unknown),
                            integer_field("conflict_new_id", unknown),
                            text_field("conflict_name", unknown),
                            text_field("dyad_dset_id", unknown),
                            integer_field("dyad_new_id", unknown),
                            text_field("dyad_name", unknown),
                            text_field("side_a_dset_id", unknown),
                            integer_field("side_a_new_id", unknown),
                            text_field("side_a", own<"actor1">),
                            text_field("side_b_dset_id", unknown),
                            integer_field("side_b_new_id", unknown),
                            text_field("side_b", own<"actor2">),
                            integer_field("number_of_sources", own<"n_sources">),
                            text_field("source_article", source_article),
                            text_field("source_office", own<"source">),
                            date_field("source_date", own<"published">),
                            text_field("source_headline", own<"title">),
                            text_field("source_original", own<"attributed">),
                            integer_field("where_prec", own<"where_prec">),
                            text_field("where_coordinates", own<"place_name">),
                            text_field("where_description", own<"place_text">),
                            text_field("adm_1", own<"admin1">),
                            text_field("adm_2", unknown),
                            real_field("latitude", 6, own<"latitude">),
                            real_field("longitude", 6, own<"longitude">),
                            text_field("geom_wkt", geom_wkt),
                            integer_field("priogrid_gid", priogrid),
                            text_field("country", country_name),
                            integer_field("country_id", unknown),
                            text_field("region", unknown),
                            integer_field("event_clarity", unknown),
                            integer_field("date_prec", own<"date_prec">),
                            date_field("date_start", own<"date_start">),
                            date_field("date_end", own<"date_end">),
                            integer_field("deaths_a", unknown),
                            integer_field("deaths_b", unknown),
                            integer_field("deaths_civilians", unknown),
                            integer_field("deaths_unknown", unknown),
                            integer_field("best", own<"fatal_best">),
                            integer_field("high", own<"fatal_high">),
                            integer_field("low", own<"fatal_low">),
                            text_field("gwnoa", unknown),
                            text_field("gwnob", unknown)};

} // namespace

std::span<const EventField> ucdp_fields() { return fields; }

} // namespace yaqut::io::profile
