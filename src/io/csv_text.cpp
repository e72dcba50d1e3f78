// SPDX-License-Identifier: Apache-2.0
#include "io/csv_text.hpp"

#include "io/readable.hpp"

namespace yaqut::io {

void append_csv_cell(std::string& out, std::string_view value, char delimiter) {
    std::string repaired;
    if (!is_valid_utf8(value)) {
        repaired = valid_utf8(value);
        value = repaired;
    }
    if (value.find('\0') != std::string_view::npos) { // ends the file for many readers
        repaired = value;
        std::erase(repaired, '\0');
        value = repaired;
    }
    const bool plain = value.find_first_of("\"\r\n") == std::string_view::npos &&
                       value.find(delimiter) == std::string_view::npos && !value.starts_with(' ') &&
                       !value.ends_with(' ');
    if (plain) {
        out += value;
        return;
    }
    out += '"';
    for (const char c : value) {
        out.append(c == '"' ? 2 : 1, c);
    }
    out += '"';
}

} // namespace yaqut::io
