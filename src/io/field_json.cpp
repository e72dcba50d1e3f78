// SPDX-License-Identifier: Apache-2.0
#include "io/field_json.hpp"

namespace yaqut::io {

void write_field(JsonWriter& json, const Column& column, const FieldValue& value) {
    if (const auto* text = std::get_if<std::string>(&value)) {
        json.value(std::string_view(*text));
    } else if (const auto* number = std::get_if<std::int64_t>(&value)) {
        json.value(*number);
    } else if (const auto* real = std::get_if<double>(&value)) {
        json.value(*real, column.decimals);
    } else if (const auto* date = std::get_if<Date>(&value)) {
        json.value(std::optional<Date>(*date));
    } else {
        json.null(); // never "": one empty string would turn a date column into text
    }
}

} // namespace yaqut::io
