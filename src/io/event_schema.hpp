// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/event.hpp"
#include "io/column.hpp"
#include "io/drawn_points.hpp"

namespace yaqut::io {

/// One column of the events layer, the same in every format.
struct EventField : Column {
    /// `point` is where the event is drawn: event_point().
    FieldValue (*value)(const Event& event, const std::optional<Location>& point);
};

/// What people see of a field or event type (tables event_fields and event_labels).
struct Labels {
    std::string_view en;
    std::string_view ar;
    std::string_view fr;

    friend bool operator==(const Labels&, const Labels&) = default;
};

/// All columns in their order.
[[nodiscard]] std::span<const EventField> event_fields();
/// The columns alone, and the values of one event in their order.
[[nodiscard]] std::vector<Column> event_columns();
[[nodiscard]] std::vector<FieldValue> event_values(const Event& event, const std::optional<Location>& point);
/// Of a column, as the table `labels` has it, or else that of events, or that of event types for their counts.
[[nodiscard]] Labels field_labels(std::string_view field, std::string_view labels = {});
[[nodiscard]] std::string_view field_meaning(std::string_view field, std::string_view labels = {}); ///< one sentence
[[nodiscard]] Labels event_type_labels(EventType type);
/// "#rrggbb".
[[nodiscard]] std::string_view event_type_colour(EventType type);
/// Name of the column that counts events of the type in the layer of areas.
[[nodiscard]] std::string_view event_type_count_field(EventType type);

/// The columns as a Markdown table: name, type, width, meaning, Arabic label. `labels` as in field_labels().
[[nodiscard]] std::string schema_markdown(std::span<const Column> columns, std::string_view labels = {});

/// The point at which the event is drawn; nullopt: not on the map. An event of which only the country is known, or
/// whose place is not sure enough, has one only when `drawn` wants it.
[[nodiscard]] std::optional<Location> event_point(const Event& event, DrawnPoints drawn);

/// Precision of the place as UCDP counts it: 1 exact, 2 near, 3 second and 4 first level unit, 5 region or line,
/// 6 country, 7 sea or air; nullopt without a place.
[[nodiscard]] std::optional<int> ucdp_where_precision(const Event& event);
/// The same of a place by itself; `otherwise` where it is no more than a point.
[[nodiscard]] int ucdp_where_precision(FeatureClass feature, int otherwise);
/// Precision of the date as UCDP counts it: 1 day, 2 two to six days, 3 week, 4 month, 5 year.
[[nodiscard]] std::optional<int> ucdp_date_precision(const Event& event);
/// The date as EDTF (ISO 8601-2): "2014-09-03", "2014-09", "2014-09-03/..".
[[nodiscard]] std::optional<std::string> edtf_date(const Event& event);

} // namespace yaqut::io
