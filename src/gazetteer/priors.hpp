// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

#include "core/place.hpp"

namespace yaqut::gazetteer {

/// Weight of a place whose source gives none: 0 to 1, by class, GeoNames feature code (may be empty) and population.
[[nodiscard]] float estimated_importance(FeatureClass feature, std::string_view code, std::uint32_t population);

/// Extent or uncertainty, in km, of a place whose source gives none.
[[nodiscard]] float estimated_radius_km(FeatureClass feature, std::uint32_t population);

} // namespace yaqut::gazetteer
