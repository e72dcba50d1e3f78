// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>

#include "core/location.hpp"

namespace yaqut::io {

/// The box around points as RFC 7946 has it: where they all lie near the 180th meridian, on both sides of it, its west
/// edge is greater than its east edge.
class BoundingBox {
  public:
    void add(Location point);
    /// west, south, east, north; nullopt without points.
    [[nodiscard]] std::optional<std::array<double, 4>> edges() const;

  private:
    struct Range {
        double min;
        double max;
        void add(double value);
    };

    bool m_empty = true;
    Range m_lat{};
    Range m_lon{};
    Range m_shifted{}; ///< longitudes from 0 to 360
};

} // namespace yaqut::io
