// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "gazetteer/mapped_file.hpp"
#include "spatial/shapes.hpp"

namespace yaqut::cli {

/// Where first-level units are drawn, worked out when the program is built: most runs need no polygon then. A table
/// beside the file of the units, written by tools/units. Its first line names the size of that file; the others are
/// `key<tab>lon<tab>lat<tab>km`, in bytewise order, without numbers where a unit has no area. Keys are ids
/// ("gn:88319") and countries with the codes of their units ("LY.77").
class UnitPoints {
  public:
    /// What is beside the file of units; nullptr when there is none, or it belongs to another file.
    [[nodiscard]] static std::unique_ptr<UnitPoints> beside(const std::filesystem::path& unit_file);

    explicit UnitPoints(const std::filesystem::path& file) : m_path(file), m_file(file) {}

    struct Found {
        std::optional<spatial::SurfacePoint> point;
    };
    /// nullopt: the units have no such key. Throws InputError when the line is damaged.
    [[nodiscard]] std::optional<Found> find(std::string_view key) const;

    /// The file's name, and its lines without their ends.
    [[nodiscard]] static std::filesystem::path path_beside(const std::filesystem::path& unit_file);
    [[nodiscard]] static std::string head(const std::filesystem::path& unit_file);
    [[nodiscard]] static std::string line(std::string_view key, const std::optional<spatial::SurfacePoint>& point);

  private:
    [[nodiscard]] std::string_view text() const;
    [[nodiscard]] Found read(std::string_view line) const;

    std::filesystem::path m_path;
    gazetteer::MappedFile m_file;
};

/// Where a unit of one or several areas is drawn.
[[nodiscard]] std::optional<spatial::SurfacePoint> surface_of(const std::string& key,
                                                              std::span<const spatial::Polygon> areas);

} // namespace yaqut::cli
