// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "core/place_source.hpp"
#include "io/row_report.hpp"

namespace yaqut::io {

struct OsmPlacesInput {
    std::string source; ///< .osm.pbf, .osm, .osm.gz
    std::uint64_t memory_limit = std::uint64_t{100}
                                 << 20U; ///< bytes for the positions of nodes; beyond: temporary files
    std::string temp_folder{};           ///< empty: the system's
};

/// Named places of an OpenStreetMap extract: points, ways and areas whose tags the table osm_features knows, with their
/// names in Arabic, English, French and the local language. Long things such as rivers and roads, which are drawn in
/// many pieces, come once in each neighbourhood. Ids are "osm:n123", "osm:w123" and "osm:r123". Throws InputError:
/// cannot be read, is no such file, is damaged.
[[nodiscard]] std::unique_ptr<PlaceSource> make_osm_places(const OsmPlacesInput& input, RowReport report);

} // namespace yaqut::io
