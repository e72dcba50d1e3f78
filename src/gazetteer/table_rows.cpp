// SPDX-License-Identifier: Apache-2.0
#include "gazetteer/table_rows.hpp"

#include <charconv>
#include <cmath>

#include "core/error.hpp"
#include "gazetteer/complaints.hpp"

namespace yaqut::gazetteer {

TableRows::TableRows(const std::filesystem::path& file, std::initializer_list<std::string_view> required)
    : m_lines(file) {
    split_cells(next_line().value_or(std::string_view()), m_columns);
    for (const std::string_view column : required) {
        if (!find(column)) {
            throw InputError(m_lines.where(), "expected a column " + std::string(column));
        }
    }
}

bool TableRows::next() {
    const auto line = next_line();
    if (!line) {
        return false;
    }
    split_cells(*line, m_cells);
    return true;
}

std::optional<std::size_t> TableRows::find(std::string_view column) const {
    const auto found = std::find(m_columns.begin(), m_columns.end(), column);
    return found == m_columns.end() ? std::nullopt : std::optional(std::size_t(found - m_columns.begin()));
}

std::string_view TableRows::cell(std::optional<std::size_t> column) const {
    return column && *column < m_cells.size() ? m_cells[*column] : std::string_view();
}

std::optional<std::string_view> TableRows::next_line() {
    auto line = m_lines.next();
    while (line && (line->empty() || line->front() == '#')) {
        line = m_lines.next();
    }
    return line;
}

double number_in(std::string_view cell, const char* column) {
    double value = 0.0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (error != std::errc{} || end != cell.data() + cell.size() || !std::isfinite(value)) {
        throw BadRow{std::string(column) + ": expected a number, found \"" + std::string(cell) + "\""};
    }
    return value;
}

double number_at_least_0(std::string_view cell, const char* column) {
    const double value = cell.empty() ? 0.0 : number_in(cell, column);
    if (value < 0.0) {
        throw BadRow{std::string(column) + ": expected no negative number, found \"" + std::string(cell) + "\""};
    }
    return value;
}

} // namespace yaqut::gazetteer
