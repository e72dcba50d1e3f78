// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "cli/unit_points.hpp"
#include "gazetteer/gazetteer.hpp"
#include "io/area_layer.hpp"
#include "io/side_layers.hpp"

namespace yaqut::cli {

/// Shapes of first-level units and countries, from the bundled units beside the gazetteer. The file is read when the
/// first shape is asked for, some tens of milliseconds; of its units, those that are asked for are worked out. Where a
/// unit is drawn stands in a table beside it; only without one does it take the shape. Where the file is missing no
/// shape is known. Safe for any number of threads.
class UnitShapes {
  public:
    /// `file`: the gazetteer's, empty for the bundled one. The gazetteer gives the names and must live as long.
    UnitShapes(const gazetteer::Gazetteer& gazetteer, std::filesystem::path file)
        : m_gazetteer(gazetteer), m_file(std::move(file)) {}

    /// Where a unit is drawn. Throws InputError when the file is damaged.
    [[nodiscard]] std::optional<spatial::SurfacePoint> surface(std::string_view place_id, std::string_view country,
                                                               std::string_view admin1_code);
    /// A unit, or with "" as code the country: all its units together.
    [[nodiscard]] io::AreaUnit area(const std::string& country, const std::string& admin1_code);

  private:
    struct Line {
        std::string id;
        std::string country;
        std::string where;
        std::string json;
    };

    void load();
    [[nodiscard]] std::optional<spatial::SurfacePoint>
    work_out_surface(std::string_view place_id, std::string_view country, std::string_view admin1_code);
    [[nodiscard]] std::vector<spatial::Polygon> polygons(const std::string& country, std::string_view admin1_code);

    const gazetteer::Gazetteer& m_gazetteer;
    std::filesystem::path m_file;
    std::once_flag m_looked_for_points;
    std::unique_ptr<UnitPoints> m_points; ///< may be null
    std::once_flag m_loaded;
    std::vector<Line> m_lines;
    std::unordered_map<std::string_view, std::size_t> m_by_id;                           ///< number of the line
    std::unordered_map<std::string_view, std::vector<std::size_t>> m_by_country;         ///< the same
    std::mutex m_mutex;                                                                  ///< of what follows
    std::map<std::string, std::optional<spatial::SurfacePoint>, std::less<>> m_surfaces; ///< by id or "LY.77"
};

} // namespace yaqut::cli
