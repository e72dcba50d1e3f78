// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "core/place_source.hpp"
#include "spatial/admin_units.hpp"

namespace yaqut::spatial {

/// Passes the places of another source on and fills in what they lack of country and first-level unit, by the unit that
/// their point lies in. What a place states of itself stays; a stated country that is more than 25 km away from the
/// point is reported ("osm:n1 Derna: ..."). Seas and regions are left alone, as are countries but for their code.
/// `units` is asked for when the first place needs it.
[[nodiscard]] std::unique_ptr<PlaceSource> make_located_places(std::unique_ptr<PlaceSource> source,
                                                               std::function<const AdminUnits&()> units,
                                                               std::function<void(const std::string&)> report);

} // namespace yaqut::spatial
