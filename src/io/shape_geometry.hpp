// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "core/location.hpp"
#include "io/feature.hpp"
#include "io/output_file.hpp"

namespace yaqut::io {

/// The geometry of a shapefile (.shp), all points or all areas, and its index (.shx). Throws OutputError.
class ShapeGeometry {
  public:
    /// `base` is the path without the ending.
    ShapeGeometry(const std::string& base, LayerGeometry geometry, bool overwrite);

    /// A row, also where the feature has no geometry. Throws OutputError, too, when the file would get too long for it.
    void add(const Feature& feature);
    /// Writes what is left to write.
    void complete();
    /// After complete(): gives the files their names, the .shp last.
    void publish();

  private:
    [[nodiscard]] std::string header(std::uint64_t bytes) const;
    void append_area(std::string& row, const spatial::Polygon& area);

    LayerGeometry m_geometry;
    OutputFile m_shapes;
    OutputFile m_index;
    std::optional<std::array<double, 4>> m_box; ///< west, south, east, north
    std::uint64_t m_rows = 0;
    std::uint64_t m_bytes; ///< of the shapes so far
};

} // namespace yaqut::io
