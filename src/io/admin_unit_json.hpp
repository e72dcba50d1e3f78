// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "spatial/admin_units.hpp"

namespace yaqut::io {

/// A unit from a GeoJSON feature with the properties id, cc, adm1 and name, and a Polygon or MultiPolygon. Throws
/// InputError(where) when it is none.
[[nodiscard]] spatial::AdminUnit parse_admin_unit(std::string_view feature, const std::string& where);

} // namespace yaqut::io
