// SPDX-License-Identifier: Apache-2.0
#include "io/feature_json.hpp"

#include <charconv>

#include "io/field_json.hpp"

namespace yaqut::io {

namespace {

constexpr int degree_decimals = 6;

void write_position(JsonWriter& json, Location point) {
    json.begin_array().value(point.lon, degree_decimals).value(point.lat, degree_decimals).end_array();
}

void write_area(JsonWriter& json, const spatial::Polygon& area) {
    json.begin_object().key("type").value("MultiPolygon").key("coordinates").begin_array();
    for (const spatial::PolygonPart& part : area.parts) {
        json.begin_array();
        for (const spatial::Ring& ring : part.rings) {
            json.begin_array();
            for (const Location& point : ring) {
                write_position(json, point);
            }
            json.end_array();
        }
        json.end_array();
    }
    json.end_array().end_object();
}

void write_geometry(JsonWriter& json, const Feature& feature) {
    json.key("geometry");
    if (feature.located() && !feature.point) {
        write_area(json, *feature.area);
    } else {
        write_point(json, feature.point);
    }
}

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
    if (!point) {
        json.null();
        return;
    }
    json.begin_object().key("type").value("Point").key("coordinates");
    write_position(json, *point);
    json.end_object();
}

void write_feature(JsonWriter& json, const FeatureSchema& schema, const Feature& feature) {
    json.begin_object().key("type").value("Feature");
    if (!feature.id.empty()) {
        json.key("id").value(feature.id);
    }
    write_geometry(json, feature);
    json.key("properties").begin_object();
    for (std::size_t i = 0; i < schema.columns.size(); ++i) {
        json.key(schema.columns[i].name);
        write_field(json, schema.columns[i], feature.values[i]);
    }
    if (feature.event != nullptr && schema.own) {
        write_lists(json, *feature.event);
    }
    json.end_object();
    if (feature.event != nullptr) {
        write_when(json, *feature.event);
    }
    json.end_object();
}

} // namespace yaqut::io
