// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "core/event.hpp"
#include "io/json_writer.hpp"
#include "io/profile.hpp"

namespace yaqut::io {

/// Writes the event as a GeoJSON feature (RFC 7946): the columns of event_fields(), then "candidates" and "actors" as
/// lists, and the date once more as the member "when" of Linked Places Format. With a profile its columns alone, and
/// "when". Without `point` the geometry is null.
void write_feature(JsonWriter& json, const Event& event, const std::optional<Location>& point,
                   Profile profile = Profile::none);

/// The member "geometry": a point or null.
void write_point(JsonWriter& json, const std::optional<Location>& point);

} // namespace yaqut::io
