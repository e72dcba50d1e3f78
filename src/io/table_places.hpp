// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "core/place_source.hpp"
#include "io/column_map.hpp"
#include "io/row_report.hpp"

namespace yaqut::io {

struct TablePlacesInput {
    std::string source;   ///< anything that GDAL opens: CSV, GeoPackage, shapefile, XLSX, GeoJSON, also in a .zip
    std::string layer;    ///< empty: the only one
    ColumnMap map;        ///< where the fields come from
    std::string encoding; ///< of texts that are not UTF-8; empty: found out
    std::string licence;  ///< as the owner states it; may be empty
};

/// Places of a table or map layer. Points come from the geometry, or from lat and lon when the map names them; lines
/// and areas give a point on them and a radius. The id is "FILE:id" of the map's column; without one it is made from
/// names and location, so that the same row has the same id again. A row with a bad or missing name, class or location
/// is left out; a bad country or population is only noted. Throws InputError: cannot be read, has no such columns
/// (names those there are), has no locations.
[[nodiscard]] std::unique_ptr<PlaceSource> make_table_places(TablePlacesInput input, RowReport report);

} // namespace yaqut::io
