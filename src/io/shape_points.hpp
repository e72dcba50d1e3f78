// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "core/location.hpp"
#include "io/output_file.hpp"

namespace yaqut::io {

/// The geometry of a shapefile of points (.shp) and its index (.shx). Throws OutputError.
class ShapePoints {
  public:
    /// `base` is the path without the ending.
    ShapePoints(const std::string& base, bool overwrite);

    /// nullopt: a row without a point.
    void add(const std::optional<Location>& point);
    /// Writes what is left to write.
    void complete();
    /// After complete(): gives the files their names, the .shp last.
    void publish();

  private:
    [[nodiscard]] std::string header(std::uint64_t bytes) const;

    OutputFile m_shapes;
    OutputFile m_index;
    std::optional<std::array<double, 4>> m_box; ///< west, south, east, north
    std::uint64_t m_rows = 0;
    std::uint64_t m_bytes; ///< of the shapes so far
};

} // namespace yaqut::io
