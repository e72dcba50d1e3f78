// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "io/vector_reader.hpp"

namespace yaqut::io {

/// Inside of this folder: circles that stand for geometries of GDAL's (OGRGeometryH). Keeps the way from the reference
/// system it met last, which is costly to work out. Not safe to share between threads.
class ShapeReader {
  public:
    ShapeReader() = default;
    ShapeReader(const ShapeReader&) = delete;
    ShapeReader& operator=(const ShapeReader&) = delete;
    ~ShapeReader();

    /// nullopt when the geometry is null or empty, or cannot be brought to WGS 84.
    [[nodiscard]] std::optional<FeatureShape> shape_of(void* geometry);

  private:
    void use_system(void* system);

    void* m_system = nullptr;         ///< of the last geometry; null: none, taken to be WGS 84
    void* m_transformation = nullptr; ///< to WGS 84; null: not needed, or impossible
    bool m_impossible = false;
};

} // namespace yaqut::io
