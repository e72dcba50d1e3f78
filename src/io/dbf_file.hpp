// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "io/column.hpp"
#include "io/grapheme_cut.hpp"
#include "io/output_file.hpp"

namespace yaqut::io {

/// The table of a shapefile (dBase III): rows of fixed width, UTF-8, written as GDAL writes them. Texts are cut to
/// their column between characters; numbers that do not fit become null. Throws OutputError.
class DbfFile {
  public:
    DbfFile(std::string path, std::vector<Column> columns, bool overwrite);

    /// As many values as there are columns.
    void add(std::span<const FieldValue> values);
    /// Writes what is left to write.
    void complete();
    /// After complete(): gives the file its name.
    void publish() { m_file.publish(); }

    [[nodiscard]] std::uint64_t truncated() const { return m_truncated; } ///< values that were cut or left out

  private:
    [[nodiscard]] std::string header() const;
    void put(const Column& column, const FieldValue& value, std::span<char> cell);
    void put_text(std::string_view text, std::span<char> cell);

    std::vector<Column> m_columns;
    OutputFile m_file;
    GraphemeCutter m_cutter;
    std::string m_unknown; ///< a row of which no value is known
    std::string m_row;
    std::uint64_t m_rows = 0;
    std::uint64_t m_truncated = 0;
};

} // namespace yaqut::io
