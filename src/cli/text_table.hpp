// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace yaqut::cli {

/// Columns of a terminal that a text takes: marks that stand on letters and invisible characters take none, Chinese,
/// Japanese and Korean letters two.
[[nodiscard]] std::size_t display_width(std::string_view utf8);

/// Rows for people: cells in columns as wide as their widest cell, numbers to the right. Rows for programs: cells
/// separated by tabs, no heading.
class TextTable {
  public:
    struct Column {
        std::string heading;
        bool number = false;
    };
    explicit TextTable(std::vector<Column> columns) : m_columns(std::move(columns)) {}

    /// One cell for each column.
    void add(std::vector<std::string> cells) { m_rows.push_back(std::move(cells)); }
    [[nodiscard]] bool empty() const { return m_rows.empty(); }

    void print(std::ostream& out) const;
    void print_tabs(std::ostream& out) const;

  private:
    std::vector<Column> m_columns;
    std::vector<std::vector<std::string>> m_rows;
};

} // namespace yaqut::cli
