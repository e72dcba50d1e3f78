// SPDX-License-Identifier: Apache-2.0
// The layers beside the events: their columns and rows. Whoever runs the pipeline hands the rows to the writers.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/annotation.hpp"
#include "core/article.hpp"
#include "io/layer_writer.hpp"
#include "spatial/shapes.hpp"

namespace yaqut::io {

/// Columns, description and style.
[[nodiscard]] FeatureSchema side_layer_schema(SideLayer layer);

/// A feature that owns what it is made of.
struct SideFeature {
    std::string id;
    std::vector<FieldValue> values;
    std::optional<Location> point;
    spatial::Polygon area;

    /// Valid as long as this one is.
    [[nodiscard]] Feature view() const {
        return {.values = values, .point = point, .area = area.parts.empty() ? nullptr : &area, .id = id};
    }
};

/// Where a first-level unit is drawn: a point inside of it and how far it reaches from there; nullopt where its shape
/// is not known. By the place's id, or else by country and GeoNames code of the unit.
using UnitSurface = std::function<std::optional<spatial::SurfacePoint>(
    std::string_view place_id, std::string_view country, std::string_view admin1_code)>;

/// Puts an event that lies somewhere in a first-level unit on the surface of that unit, with the radius that holds all
/// of it. Others stay as they are.
void place_on_surface(Event& event, const UnitSurface& surface);

/// The circle within which an event happened; nullopt when it is not on the map or no radius is known.
[[nodiscard]] std::optional<SideFeature> circle_of(const Event& event, DrawnPoints drawn);

/// The mentions of an article that have a location, in order. Those of countries have no point without
/// `drawn`.
[[nodiscard]] std::vector<SideFeature> mentions_of(const Article& article, const Annotation& annotation,
                                                   DrawnPoints drawn, const UnitSurface& surface);

} // namespace yaqut::io
