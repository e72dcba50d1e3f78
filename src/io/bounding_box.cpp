// SPDX-License-Identifier: Apache-2.0
#include "io/bounding_box.hpp"

#include <algorithm>

namespace yaqut::io {

void BoundingBox::Range::add(double value) {
    min = std::min(min, value);
    max = std::max(max, value);
}

void BoundingBox::add(Location point) {
    const double shifted = point.lon < 0.0 ? point.lon + 360.0 : point.lon;
    if (m_empty) {
        m_empty = false;
        m_lat = {point.lat, point.lat};
        m_lon = {point.lon, point.lon};
        m_shifted = {shifted, shifted};
        return;
    }
    m_lat.add(point.lat);
    m_lon.add(point.lon);
    m_shifted.add(shifted);
}

std::optional<std::array<double, 4>> BoundingBox::edges() const {
    if (m_empty) {
        return std::nullopt;
    }
    const auto back = [](double lon) { return lon > 180.0 ? lon - 360.0 : lon; };
    const bool crosses = m_shifted.max - m_shifted.min < 180.0 && m_lon.max - m_lon.min > 180.0;
    const Range lon = crosses ? Range{back(m_shifted.min), back(m_shifted.max)} : m_lon;
    return std::array{lon.min, m_lat.min, lon.max, m_lat.max};
}

} // namespace yaqut::io
