// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/event.hpp"
#include "core/location.hpp"
#include "io/column.hpp"
#include "spatial/polygon.hpp"

namespace yaqut::io {

enum class LayerGeometry : std::uint8_t { none, point, multipolygon };

/// What a layer is: the same in every format.
struct FeatureSchema {
    std::string name; ///< of the layer
    LayerGeometry geometry = LayerGeometry::point;
    std::vector<Column> columns;
    std::string description{}; ///< one sentence
    std::string style{};       ///< for QGIS (.qml); empty: none
    bool own = true;           ///< false: the columns of another data set, and nothing beside them
    std::string_view labels{}; ///< table of what people see of its columns, before that of events
};

/// One feature of a layer. Borrows everything.
struct Feature {
    std::span<const FieldValue> values;     ///< one for each column
    std::optional<Location> point{};        ///< of layers of points; nullopt: none
    const spatial::Polygon* area = nullptr; ///< of layers of polygons, wound as for GeoJSON; null: none
    std::string_view id{};                  ///< stable, where the format has room for it; empty: none
    const Event* event = nullptr;           ///< where it is one: formats with more room say more about it

    [[nodiscard]] bool located() const { return point || (area != nullptr && !area->parts.empty()); }
};

} // namespace yaqut::io
