// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "io/feature.hpp"
#include "io/json_writer.hpp"

namespace yaqut::io {

/// Writes a GeoJSON feature (RFC 7946). An event has "candidates" and "actors" as lists after its columns, and the date
/// once more as the member "when" of Linked Places Format; with the columns of another data set no lists. Without a
/// place on the map the geometry is null.
void write_feature(JsonWriter& json, const FeatureSchema& schema, const Feature& feature);

/// A point as a geometry, or null.
void write_point(JsonWriter& json, const std::optional<Location>& point);

} // namespace yaqut::io
