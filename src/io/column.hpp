// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "core/date.hpp"

namespace yaqut::io {

enum class FieldType : std::uint8_t {
    text,
    integer,
    real,
    date,
    time, ///< of a day, UTC; the value is text as in ISO 8601
};

/// monostate: not known.
using FieldValue = std::variant<std::monostate, std::string, std::int64_t, double, Date>;

/// A column of a layer, the same in every format.
struct Column {
    std::string_view name; ///< ASCII, at most 10 bytes
    FieldType type;
    std::uint8_t width;    ///< shapefile: bytes of text, or digits
    std::uint8_t decimals; ///< of real numbers
};

} // namespace yaqut::io
