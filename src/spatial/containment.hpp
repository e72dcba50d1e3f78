// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/location.hpp"
#include "spatial/polygon.hpp"

namespace yaqut::spatial {

/// Answers in which areas a point lies. Built once; const and safe to use from any number of threads.
/// Areas are known by their number in the order in which they were given.
class ContainmentIndex {
  public:
    /// An area that was not usable as given.
    struct Problem {
        std::size_t polygon = 0;
        std::string what;      ///< "repaired", or why it was left out
        bool left_out = false; ///< no area, or coordinates that are not finite: never found
    };

    /// Invalid areas are repaired, unusable ones left out: see problems(). The polygons are not kept.
    explicit ContainmentIndex(std::span<const Polygon> polygons);
    ContainmentIndex(ContainmentIndex&&) noexcept;
    ContainmentIndex& operator=(ContainmentIndex&&) noexcept;
    ~ContainmentIndex();

    [[nodiscard]] std::size_t size() const;                         ///< areas, with those left out
    [[nodiscard]] const std::string& id(std::size_t polygon) const; ///< as given; the number must be below size()
    [[nodiscard]] std::span<const Problem> problems() const;

    /// Areas that the point lies in or on the edge of, in ascending order. None for a location that is not valid().
    [[nodiscard]] std::vector<std::size_t> containing(Location point) const;

    struct Nearest {
        std::size_t polygon = 0;
        double km = 0.0; ///< to its edge; 0 inside
    };
    /// The area that contains the point, else the one whose edge is nearest and no farther than `max_km`: coasts are
    /// drawn coarsely, ports lie beyond them. Meant for distances of some kilometres; good to 1 % up to 100 km.
    [[nodiscard]] std::optional<Nearest> nearest(Location point, double max_km) const;
    /// All areas no farther than `max_km`, in ascending order.
    [[nodiscard]] std::vector<Nearest> within(Location point, double max_km) const;

  private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace yaqut::spatial
