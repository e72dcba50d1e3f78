// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/location.hpp"

namespace yaqut::io {

struct TableOptions {
    std::string layer;    ///< of files with several; empty: the only one
    std::string encoding; ///< of texts that are not UTF-8; empty: found out
    char delimiter = 0;   ///< of CSV; 0: found out from the first lines
};

/// How a CSV file is written, so that another one can be written like it.
struct CsvStyle {
    char delimiter = ',';
    bool bom = false;     ///< begins with a byte order mark
    bool crlf = false;    ///< lines end in "\r\n"
    std::string encoding; ///< "UTF-8", "windows-1256" ... as far as read
};

/// Reads a table row by row; cells come as valid UTF-8.
class TableReader {
  public:
    TableReader() = default;
    TableReader(const TableReader&) = delete;
    TableReader& operator=(const TableReader&) = delete;
    virtual ~TableReader() = default;

    [[nodiscard]] virtual const std::vector<std::string>& columns() const = 0;
    /// Replaces `cells`, one for each column; false at the end. Throws InputError.
    [[nodiscard]] virtual bool next(std::vector<std::string>& cells) = 0;
    /// What is wrong with the row just read, which has its cells as far as they could be read; empty: nothing.
    [[nodiscard]] virtual std::string fault() const { return {}; }
    /// Of rows of a map layer.
    [[nodiscard]] virtual std::optional<Location> point() const { return std::nullopt; }
    /// Share of the file that was read, 0 to 1; nullopt when not known.
    [[nodiscard]] virtual std::optional<double> progress() const { return std::nullopt; }
    /// nullopt: it is no CSV.
    [[nodiscard]] virtual std::optional<CsvStyle> csv_style() const { return std::nullopt; }
};

/// CSV (".csv", ".tsv", ".txt" and "-" for standard input; also in .gz and .zip) with any of , ; tab | between cells
/// and the names of the columns in its first row, or any table or map layer that GDAL opens. Throws InputError.
[[nodiscard]] std::unique_ptr<TableReader> open_table(const std::string& path, const TableOptions& options);

} // namespace yaqut::io
