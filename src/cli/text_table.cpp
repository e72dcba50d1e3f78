// SPDX-License-Identifier: Apache-2.0
#include "cli/text_table.hpp"

#include <algorithm>
#include <ostream>

#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace yaqut::cli {

namespace {

bool is_invisible(char32_t c) {
    return c == 0xAD || c == 0x61C || c == 0xFEFF || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069);
}

bool is_wide(char32_t c) {
    return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE4F) || (c >= 0xFF00 && c <= 0xFF60) ||
           (c >= 0x20000 && c <= 0x3FFFD);
}

} // namespace

std::size_t display_width(std::string_view utf8) {
    std::size_t width = 0;
    for (std::size_t i = 0; i < utf8.size();) {
        const text::Utf8Char c = text::utf8_char(utf8, i);
        i += c.size;
        if (!is_invisible(c.code_point) && !text::is_mark(c.code_point)) {
            width += is_wide(c.code_point) ? 2U : 1U;
        }
    }
    return width;
}

void TextTable::print(std::ostream& out) const {
    std::vector<std::size_t> widths;
    std::vector<std::string> headings;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        std::size_t width = display_width(m_columns[i].heading);
        for (const auto& row : m_rows) {
            width = std::max(width, display_width(row[i]));
        }
        widths.push_back(width);
        headings.push_back(m_columns[i].heading);
    }
    const auto print_row = [&](const std::vector<std::string>& row) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string filler(widths[i] - display_width(row[i]), ' ');
            line += (i == 0 ? "" : "  ") + (m_columns[i].number ? filler + row[i] : row[i] + filler);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out << line << '\n';
    };
    print_row(headings);
    for (const auto& row : m_rows) {
        print_row(row);
    }
}

void TextTable::print_tabs(std::ostream& out) const {
    for (const auto& row : m_rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            out << (i == 0 ? "" : "\t") << row[i];
        }
        out << '\n';
    }
}

} // namespace yaqut::cli
