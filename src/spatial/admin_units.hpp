// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/location.hpp"
#include "spatial/containment.hpp"

namespace yaqut::spatial {

/// A first-level unit of a country (or a part of one), and where it lies.
struct AdminUnit {
    std::string id;          ///< of its place in the gazetteer: "gn:87204"
    std::string country;     ///< ISO alpha-2
    std::string admin1_code; ///< GeoNames code within the country; empty: not known
    std::string name;
    Polygon area; ///< taken away by AdminUnits
};

/// Tells in which country and first-level unit a point lies. Points at most `snap_km` off all units, such as ports,
/// belong to the nearest one. Built once, from all units of the world in about half a second; then const and safe for
/// any number of threads.
class AdminUnits {
  public:
    static constexpr double snap_km = 5.0;

    explicit AdminUnits(std::vector<AdminUnit> units);

    [[nodiscard]] std::size_t size() const { return m_units.size(); }
    [[nodiscard]] const AdminUnit& unit(std::size_t number) const { return m_units.at(number); }
    [[nodiscard]] const ContainmentIndex& index() const { return m_index; }

    /// The unit of a point; nullptr on the open sea. With a country, units of that country go before others: it is what
    /// the point's source says, and coasts and borders are drawn coarsely.
    [[nodiscard]] const AdminUnit* find(Location point, std::string_view country = {}) const;

    /// Does the point lie in another country and farther than `km` from this one? False on the open sea, and when the
    /// country has no unit at all.
    [[nodiscard]] bool contradicts(Location point, std::string_view country, double km) const;

  private:
    std::vector<AdminUnit> m_units;
    ContainmentIndex m_index;
    std::vector<std::string> m_countries; ///< sorted
};

} // namespace yaqut::spatial
