// SPDX-License-Identifier: Apache-2.0
// Inside of this folder: what the columns of profiles are made of.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "io/event_schema.hpp"

namespace yaqut::io::profile {

using Point = std::optional<Location>;

[[nodiscard]] std::span<const EventField> acled_fields();
[[nodiscard]] std::span<const EventField> ucdp_fields();
[[nodiscard]] std::span<const EventField> gdelt_fields();

/// The column of yaqut's own of that name. Throws TableError.
[[nodiscard]] const EventField& own_field(std::string_view name);
/// Its value as text; empty when it is null or not text.
[[nodiscard]] std::string own_text(std::string_view name, const Event& event);

[[nodiscard]] inline FieldValue text(std::string_view value) {
    return value.empty() ? FieldValue{} : FieldValue{std::string(value)};
}
[[nodiscard]] inline FieldValue number(std::int64_t value) { return value; }

/// English name of the country: "Libya".
[[nodiscard]] FieldValue country_name(const Event& event, const Point& point);
/// ISO 3166-1 numeric: 434.
[[nodiscard]] FieldValue country_number(const Event& event, const Point& point);

/// "yaqut:" before the id: says that it was read by a machine, and keeps it apart from ids of the data set.
[[nodiscard]] FieldValue marked_id(const Event& event, const Point& point);

/// First day, when the date is known well enough to be one of the data set's: `most` is the coarsest precision as
/// UCDP counts it.
[[nodiscard]] std::optional<Date> first_day(const Event& event, int most);

template <std::size_t Size> struct Name {
    constexpr Name(const char (&name)[Size]) { std::copy_n(name, Size, text.begin()); } // NOLINT: from a literal
    std::array<char, Size> text{};
};

/// The value of a column of yaqut's own.
template <Name name> FieldValue own(const Event& event, const Point& point) {
    static const EventField& field = own_field(name.text.data());
    return field.value(event, point);
}

/// Only people who read the sources can say.
inline FieldValue unknown(const Event& /*event*/, const Point& /*point*/) { return {}; }

using Value = FieldValue (*)(const Event&, const Point&);

constexpr EventField text_field(std::string_view name, Value value) { return {{name, FieldType::text, 254, 0}, value}; }
constexpr EventField integer_field(std::string_view name, Value value) {
    return {{name, FieldType::integer, 10, 0}, value};
}
constexpr EventField real_field(std::string_view name, std::uint8_t decimals, Value value) {
    return {{name, FieldType::real, 12, decimals}, value};
}
constexpr EventField date_field(std::string_view name, Value value) { return {{name, FieldType::date, 8, 0}, value}; }

} // namespace yaqut::io::profile
