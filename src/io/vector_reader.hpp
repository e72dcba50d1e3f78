// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/location.hpp"

namespace yaqut::io {

/// Where a feature is, as a circle: points as they are; of lines and areas a point on them and how far they reach.
struct FeatureShape {
    Location location;      ///< WGS 84
    double radius_km = 0.0; ///< 0 for points; of areas that of a circle as large; of lines half their extent
};

struct VectorOptions {
    std::string layer;                     ///< empty: the only one, or with all_layers all of them
    bool all_layers = false;               ///< features of all layers, as they come in the file
    std::string driver;                    ///< GDAL's name; empty: any that knows the file
    std::vector<std::string> open_options; ///< of the driver, "KEY=VALUE"
    std::string encoding;                  ///< of texts that are not UTF-8; empty: found out
};

/// Reads the rows of any table or map layer that GDAL opens, one after the other: CSV, GeoPackage, shapefile, XLSX,
/// GeoJSON, OSM. A .zip or .gz is looked into. Fields come as valid UTF-8.
class VectorReader {
  public:
    /// Throws InputError: missing, of no known kind, several layers and none chosen (names them), several files in an
    /// archive (names them).
    VectorReader(const std::string& path, const VectorOptions& options);
    VectorReader(const VectorReader&) = delete;
    VectorReader& operator=(const VectorReader&) = delete;
    ~VectorReader();

    [[nodiscard]] std::size_t layer_count() const;
    [[nodiscard]] std::vector<std::string> columns(std::size_t layer = 0) const;
    [[nodiscard]] bool has_geometry(std::size_t layer = 0) const;
    [[nodiscard]] std::string layer_name(std::size_t layer = 0) const;

    /// Goes to the next feature; false at the end. Throws InputError when the file is damaged.
    [[nodiscard]] bool next();
    [[nodiscard]] std::size_t layer() const; ///< of the feature: number in the order of the layers read
    /// Text of a column by its number in columns(); empty when null.
    [[nodiscard]] std::string field(std::size_t column) const;
    /// nullopt without a geometry, or when it is empty or cannot be brought to WGS 84.
    [[nodiscard]] std::optional<FeatureShape> shape() const;
    /// For messages: "towns.csv:12" (the line of a table whose rows are lines), "towns.gpkg: feature 12".
    [[nodiscard]] std::string where() const;
    /// Share of the file that was read, 0 to 1; nullopt when not known.
    [[nodiscard]] std::optional<double> progress() const;

  private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace yaqut::io
