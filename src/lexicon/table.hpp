// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace yaqut::lexicon {

/// One line of a table: its cells, and its number for messages.
class Row {
  public:
    Row(const class Table& table, std::size_t first_cell, int line)
        : m_table(&table), m_first(first_cell), m_line(line) {}

    /// Cell by column name; empty when the line ends before it. Throws TableError for an unknown column.
    [[nodiscard]] std::string_view operator[](std::string_view column) const;
    /// The cell cut at '|' with spaces trimmed; no items for an empty cell.
    [[nodiscard]] std::vector<std::string_view> list(std::string_view column) const;
    /// The cell as a whole number. Throws TableError when it is none.
    [[nodiscard]] long number(std::string_view column) const;
    [[nodiscard]] int line() const { return m_line; }

  private:
    const Table* m_table;
    std::size_t m_first;
    int m_line;
};

/// A tab-separated table of language knowledge: the first line that is no comment names the columns, '#' begins a
/// comment line, empty lines are skipped. Cells point into the program's read-only data.
class Table {
  public:
    /// Parses `text`, which must outlive the table. Throws TableError on a line with more cells than columns.
    Table(std::string name, std::string_view text);
    Table(const Table&) = delete;
    Table& operator=(const Table&) = delete;

    [[nodiscard]] const std::string& name() const { return m_name; }
    [[nodiscard]] std::span<const Row> rows() const { return m_rows; }
    [[nodiscard]] std::size_t column(std::string_view name) const;
    [[nodiscard]] std::string_view cell(std::size_t index) const { return m_cells[index]; }

  private:
    std::string m_name;
    std::vector<std::string_view> m_columns;
    std::vector<std::string_view> m_cells;
    std::vector<Row> m_rows;
};

/// The table built into the program under this name: "ar/descriptors" is src/lexicon/ar/descriptors.tsv. Parsed on
/// each call: keep what you make of it. Throws TableError for an unknown name.
[[nodiscard]] Table load(std::string_view name);

/// Is there such a table? Languages need not have all of them.
[[nodiscard]] bool exists(std::string_view name);

/// Names of all built-in tables, sorted.
[[nodiscard]] std::vector<std::string_view> names();

} // namespace yaqut::lexicon
