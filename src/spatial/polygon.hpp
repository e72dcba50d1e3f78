// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/location.hpp"

namespace yaqut::spatial {

/// A closed line: the last point repeats the first one.
using Ring = std::vector<Location>;

/// One connected part of an area: the outer ring, then the rings of its holes. Winding does not matter.
struct PolygonPart {
    std::vector<Ring> rings;

    friend bool operator==(const PolygonPart&, const PolygonPart&) = default;
};

/// An area with one or more parts. An edge longer than 180 degrees of longitude is taken to go the short way, across
/// the antimeridian. An area around a pole goes along the antimeridian to the pole and back, as in GeoJSON.
struct Polygon {
    std::string id;
    std::vector<PolygonPart> parts;

    friend bool operator==(const Polygon&, const Polygon&) = default;
};

/// Is it an area by the rules of Simple Features: closed rings that do not cross, holes inside, parts that do not
/// overlap?
[[nodiscard]] bool is_valid(const Polygon& polygon);

/// The valid area with the same boundary; lines and points that remain are dropped. Open rings are closed. Throws Error
/// when a coordinate is not finite; without parts when no area is left.
[[nodiscard]] Polygon make_valid(const Polygon& polygon);

/// The same without gaps between its parts and slits that are narrower than `width_deg` degrees: units that were drawn
/// coarsely, each by itself, do not quite meet. Corners may move by a small part of that. Throws Error as make_valid()
/// does.
[[nodiscard]] Polygon close_gaps(const Polygon& polygon, double width_deg);

/// All of them as one valid area, without the boundaries between them. Throws Error as make_valid() does.
[[nodiscard]] Polygon unite(std::string id, std::span<const Polygon> polygons);

} // namespace yaqut::spatial
