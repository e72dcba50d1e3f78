// SPDX-License-Identifier: Apache-2.0
#include "io/side_layers.hpp"

#include <algorithm>
#include <array>

#include "io/area_layer.hpp"
#include "io/event_schema.hpp"
#include "io/mention_layer.hpp"
#include "io/side_styles.hpp"

namespace yaqut::io {

namespace {

/// What of an event stands with its circle: enough to filter, label and find it again.
constexpr std::array<std::string_view, 14> circle_fields{
    "event_id", "event_type", "status",  "date_start", "date_end",  "date_edtf", "place_name",
    "name_ar",  "admin1",     "country", "where_prec", "geo_level", "radius_m",  "confidence"};

bool is_circle_field(const EventField& field) {
    return std::find(circle_fields.begin(), circle_fields.end(), field.name) != circle_fields.end();
}

std::vector<Column> circle_columns() {
    std::vector<Column> columns;
    for (const EventField& field : event_fields()) {
        if (is_circle_field(field)) {
            columns.push_back(field);
        }
    }
    return columns;
}

FeatureSchema styled(FeatureSchema schema, std::string (*style)(const FeatureSchema&)) {
    schema.style = style(schema);
    return schema;
}

} // namespace

FeatureSchema side_layer_schema(SideLayer layer) {
    switch (layer) {
    case SideLayer::mentions:
        return styled({.name = "mentions",
                       .geometry = LayerGeometry::point,
                       .columns = mention_columns(),
                       .description = "Place names with a location, as the articles have them.",
                       .labels = "mention_fields"},
                      mention_style_qml);
    case SideLayer::circles:
        return styled({.name = "circles",
                       .geometry = LayerGeometry::multipolygon,
                       .columns = circle_columns(),
                       .description = "How far from its point each event may have happened."},
                      circle_style_qml);
    case SideLayer::areas: break;
    }
    return styled({.name = "areas",
                   .geometry = LayerGeometry::multipolygon,
                   .columns = area_columns(),
                   .description = "Countries and first-level units with counts of their events.",
                   .labels = "area_fields"},
                  area_style_qml);
}

void place_on_surface(Event& event, const UnitSurface& surface) {
    const bool unit = event.place && event.place->feature == FeatureClass::adm1;
    if (!unit || event.geo_precision == GeoPrecision::offset || event.geo_precision == GeoPrecision::none) {
        return;
    }
    EventPlace& place = *event.place;
    if (const auto point = surface(place.id, place.country, place.admin1_code)) {
        place.location = point->location;
        place.radius_km = point->reach_km;
    }
}

std::optional<SideFeature> circle_of(const Event& event, DrawnPoints drawn) {
    const std::optional<Location> point = event_point(event, drawn);
    SideFeature circle;
    if (point) {
        circle.area = spatial::circle(*point, event.place->radius_km);
    }
    if (circle.area.parts.empty()) {
        return std::nullopt;
    }
    spatial::wind_for_geojson(circle.area);
    circle.id = event.id;
    for (const EventField& field : event_fields()) {
        if (is_circle_field(field)) {
            circle.values.push_back(field.value(event, point));
        }
    }
    return circle;
}

} // namespace yaqut::io
