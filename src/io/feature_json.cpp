// SPDX-License-Identifier: Apache-2.0
#include "io/feature_json.hpp"

#include <charconv>

#include "io/event_schema.hpp"
#include "io/field_json.hpp"

namespace yaqut::io {

namespace {

constexpr int degree_decimals = 6;

/// "name|id|score"; a name may hold bars itself, the other two do not.
void write_candidate(JsonWriter& json, std::string_view candidate) {
    const std::size_t score_bar = candidate.rfind('|');
    const std::size_t id_bar = score_bar == std::string_view::npos || score_bar == 0
                                   ? std::string_view::npos
                                   : candidate.rfind('|', score_bar - 1);
    double score = 0.0;
    if (id_bar != std::string_view::npos) {
        std::from_chars(candidate.data() + score_bar + 1, candidate.data() + candidate.size(), score);
    }
    json.begin_object().key("name").value(candidate.substr(0, id_bar));
    json.key("place_id");
    json.text_or_null(id_bar == std::string_view::npos ? "" : candidate.substr(id_bar + 1, score_bar - id_bar - 1));
    json.key("score");
    id_bar == std::string_view::npos ? json.null() : json.value(score, 4);
    json.end_object();
}

void write_lists(JsonWriter& json, const Event& event) {
    json.key("candidates").begin_array();
    if (event.place) {
        for (const std::string& candidate : event.place->alternatives) {
            write_candidate(json, candidate);
        }
    }
    json.end_array().key("actors").begin_array();
    for (const Actor& actor : event.actors) {
        json.begin_object().key("name").value(actor.text).key("role").text_or_null(actor.role).end_object();
    }
    json.end_array();
}

void write_when(JsonWriter& json, const Event& event) {
    json.key("when");
    if (!event.when || (!event.when->first && !event.when->last)) {
        json.null();
        return;
    }
    json.begin_object().key("timespans").begin_array().begin_object();
    if (event.when->first) {
        json.key("start").begin_object().key("in").value(event.when->first).end_object();
    }
    if (event.when->last) {
        json.key("end").begin_object().key("in").value(event.when->last).end_object();
    }
    json.end_object().end_array().end_object();
}

} // namespace

void write_point(JsonWriter& json, const std::optional<Location>& point) {
    json.key("geometry");
    if (!point) {
        json.null();
        return;
    }
    json.begin_object().key("type").value("Point").key("coordinates").begin_array();
    json.value(point->lon, degree_decimals).value(point->lat, degree_decimals);
    json.end_array().end_object();
}

void write_feature(JsonWriter& json, const Event& event, const std::optional<Location>& point, Profile profile) {
    json.begin_object().key("type").value("Feature").key("id").value(event.id);
    write_point(json, point);
    json.key("properties").begin_object();
    for (const EventField& field : profile_fields(profile)) {
        json.key(field.name);
        write_field(json, field, field.value(event, point));
    }
    if (profile == Profile::none) {
        write_lists(json, event);
    }
    json.end_object();
    write_when(json, event);
    json.end_object();
}

} // namespace yaqut::io
