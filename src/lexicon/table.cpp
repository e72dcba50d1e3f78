// SPDX-License-Identifier: Apache-2.0
#include "lexicon/table.hpp"

#include <algorithm>
#include <charconv>

#include "core/error.hpp"
#include "lexicon/embedded_tables.hpp"

namespace yaqut::lexicon {

namespace {

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\r')) {
        text.remove_prefix(1);
    }
    while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) {
        text.remove_suffix(1);
    }
    return text;
}

/// Cuts `text` at the first `separator`; returns the part before it.
std::string_view take_until(std::string_view& text, char separator) {
    const auto end = text.find(separator);
    const std::string_view part = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    return part;
}

/// Appends the parts of the text to `parts`.
void split(std::string_view text, char separator, std::vector<std::string_view>& parts) {
    do {
        parts.push_back(trimmed(take_until(text, separator)));
    } while (text.data() != nullptr);
}

const EmbeddedTable* find_table(std::string_view name) {
    const auto tables = embedded_tables();
    const auto found =
        std::find_if(tables.begin(), tables.end(), [&](const EmbeddedTable& table) { return table.name == name; });
    return found == tables.end() ? nullptr : &*found;
}

} // namespace

std::string_view Row::operator[](std::string_view column) const {
    return m_table->cell(m_first + m_table->column(column));
}

std::vector<std::string_view> Row::list(std::string_view column) const {
    const std::string_view cell = (*this)[column];
    std::vector<std::string_view> items;
    if (!cell.empty()) {
        split(cell, '|', items);
    }
    return items;
}

long Row::number(std::string_view column) const {
    const std::string_view cell = (*this)[column];
    long value = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (error != std::errc{} || end != cell.data() + cell.size()) {
        throw TableError(m_table->name(), "line " + std::to_string(m_line) + ", column " + std::string(column) +
                                              ": expected a whole number, found \"" + std::string(cell) + '"');
    }
    return value;
}

Table::Table(std::string name, std::string_view text) : m_name(std::move(name)) {
    m_rows.reserve(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1);
    int line_number = 0;
    while (!text.empty()) {
        const std::string_view line = take_until(text, '\n');
        ++line_number;
        if (trimmed(line).empty() || line.front() == '#') {
            continue;
        }
        if (m_columns.empty()) {
            split(line, '\t', m_columns);
            m_cells.reserve(m_rows.capacity() * m_columns.size());
            continue;
        }
        const std::size_t first = m_cells.size();
        split(line, '\t', m_cells);
        const std::size_t found = m_cells.size() - first;
        if (found > m_columns.size()) {
            throw TableError(m_name, "line " + std::to_string(line_number) + ": expected " +
                                         std::to_string(m_columns.size()) + " cells, found " + std::to_string(found));
        }
        m_cells.resize(first + m_columns.size());
        m_rows.emplace_back(*this, first, line_number);
    }
}

std::size_t Table::column(std::string_view name) const {
    const auto found = std::find(m_columns.begin(), m_columns.end(), name);
    if (found == m_columns.end()) {
        throw TableError(m_name, "no column \"" + std::string(name) + '"');
    }
    return static_cast<std::size_t>(found - m_columns.begin());
}

Table load(std::string_view name) {
    const EmbeddedTable* table = find_table(name);
    if (table == nullptr) {
        throw TableError(std::string(name), "not built into this program");
    }
    return {std::string(name), table->text};
}

bool exists(std::string_view name) { return find_table(name) != nullptr; }

std::vector<std::string_view> names() {
    std::vector<std::string_view> result;
    for (const EmbeddedTable& table : embedded_tables()) {
        result.push_back(table.name);
    }
    return result;
}

} // namespace yaqut::lexicon
