// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/location.hpp"
#include "io/column.hpp"
#include "io/layer_writer.hpp"

namespace yaqut::io {

struct TableColumn {
    std::string name; ///< any text; names that a format cannot hold are changed, see renamed()
    FieldType type = FieldType::text;
};

/// Writes rows with any columns to a map layer or spreadsheet. Written under another name until finish().
class TableWriter {
  public:
    TableWriter() = default;
    TableWriter(const TableWriter&) = delete;
    TableWriter& operator=(const TableWriter&) = delete;
    virtual ~TableWriter() = default;

    /// One value for each column. Throws OutputError.
    virtual void write(std::span<const FieldValue> values, const std::optional<Location>& point) = 0;
    virtual LayerReport finish() = 0;
    /// "name of the village -> NAME_OF_TH": columns that had to get other names.
    [[nodiscard]] virtual std::vector<std::string> renamed() const { return {}; }
};

/// Everything but html; CSV is written by its own means (csv_text.hpp). Throws ExistsError, OutputError, Error for
/// html.
[[nodiscard]] std::unique_ptr<TableWriter> open_table_writer(const std::string& path, LayerFormat format,
                                                             const std::vector<TableColumn>& columns, bool overwrite);

} // namespace yaqut::io
