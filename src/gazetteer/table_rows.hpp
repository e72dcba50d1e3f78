// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <filesystem>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gazetteer/line_reader.hpp"

namespace yaqut::gazetteer {

/// The cells of a tab-separated line; `cells` is used again.
template <typename Text> void split_cells(std::string_view line, std::vector<Text>& cells) {
    cells.clear();
    for (std::size_t begin = 0; begin <= line.size();) {
        const std::size_t end = std::min(line.find('\t', begin), line.size());
        cells.emplace_back(line.substr(begin, end - begin));
        begin = end + 1;
    }
}

/// Rows of a tab-separated table with named columns; empty lines and those that begin with '#' are passed over.
class TableRows {
  public:
    /// Throws InputError when the file cannot be read or lacks a column.
    TableRows(const std::filesystem::path& file, std::initializer_list<std::string_view> required);

    bool next();

    [[nodiscard]] std::optional<std::size_t> find(std::string_view column) const;
    /// Empty when the table has no such column, or the line ends before it.
    [[nodiscard]] std::string_view cell(std::optional<std::size_t> column) const;
    [[nodiscard]] std::string_view cell(std::string_view column) const { return cell(find(column)); }
    [[nodiscard]] const LineReader& lines() const { return m_lines; }

  private:
    std::optional<std::string_view> next_line();

    LineReader m_lines;
    std::vector<std::string> m_columns;
    std::vector<std::string_view> m_cells;
};

/// A cell as a finite number. Throws BadRow.
[[nodiscard]] double number_in(std::string_view cell, const char* column);
/// The same, 0 for an empty cell. Throws BadRow for what is below 0.
[[nodiscard]] double number_at_least_0(std::string_view cell, const char* column);

} // namespace yaqut::gazetteer
