// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace yaqut {

/// A point in degrees, WGS 84 (EPSG:4326). Longitude first, as in GeoJSON.
struct Location {
    double lon = 0.0;
    double lat = 0.0;

    [[nodiscard]] constexpr bool valid() const { return lon >= -180.0 && lon <= 180.0 && lat >= -90.0 && lat <= 90.0; }
    friend constexpr bool operator==(const Location&, const Location&) = default;
};

} // namespace yaqut
