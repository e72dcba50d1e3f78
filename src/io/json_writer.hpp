// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/date.hpp"

namespace yaqut::io {

/// Adds the text as a JSON string. Control characters are escaped, bytes that are not UTF-8 become U+FFFD, and "</"
/// becomes "<\/", so that the line may stand inside a web page.
void append_json_string(std::string& out, std::string_view text);

/// Adds the number with at most that many decimals, without trailing zeros and without "-0"; "null" when it is not
/// finite.
void append_number(std::string& out, double value, int decimals);

/// Writes JSON without white space. The caller opens and closes what belongs together.
class JsonWriter {
  public:
    JsonWriter& begin_object();
    JsonWriter& end_object();
    JsonWriter& begin_array();
    JsonWriter& end_array();
    JsonWriter& key(std::string_view name); ///< plain ASCII, not escaped

    JsonWriter& value(std::string_view text);
    JsonWriter& value(const char* text) { return value(std::string_view(text)); }
    JsonWriter& value(std::int64_t number);
    JsonWriter& value(bool flag);
    JsonWriter& value(double number, int decimals);
    JsonWriter& value(const std::optional<Date>& date);
    JsonWriter& null();
    /// null when the text is empty.
    JsonWriter& text_or_null(std::string_view text) { return text.empty() ? null() : value(text); }

    [[nodiscard]] std::string& text() { return m_out; }
    /// Begins anew, in the same memory.
    void clear() {
        m_out.clear();
        m_comma = false;
    }

  private:
    void separate();

    std::string m_out;
    bool m_comma = false; ///< something stands before, on the same level
};

} // namespace yaqut::io
