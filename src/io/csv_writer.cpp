// SPDX-License-Identifier: Apache-2.0
#include "io/csv_writer.hpp"

#include "io/csv_text.hpp"
#include "io/hxl_tags.hpp"
#include "io/json_writer.hpp"
#include "io/layer_file.hpp"

namespace yaqut::io {

namespace {

void append_value(std::string& out, const Column& column, const FieldValue& value) {
    if (const auto* text = std::get_if<std::string>(&value)) {
        append_csv_cell(out, *text);
    } else if (const auto* number = std::get_if<std::int64_t>(&value)) {
        out += std::to_string(*number);
    } else if (const auto* real = std::get_if<double>(&value)) {
        append_number(out, *real, column.decimals);
    } else if (const auto* date = std::get_if<Date>(&value)) {
        out += to_iso_string(*date);
    }
}

class Csv : public FeatureWriter {
  public:
    Csv(const std::string& path, const FeatureSchema& schema, const LayerOptions& options)
        : m_columns(schema.columns), m_file(path, options) {
        std::string header = options.csv_bom ? "\xEF\xBB\xBF" : "";
        std::string tags;
        for (const Column& column : m_columns) {
            header.append(column.name).append(",");
            append_csv_cell(tags, hxl_tag(column.name));
            tags += ',';
        }
        write_line(std::move(header));
        if (options.csv_hxl) {
            write_line(std::move(tags));
        }
    }

    void write(const Feature& feature) override {
        m_file.count(feature.located());
        std::string line;
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            append_value(line, m_columns[i], feature.values[i]);
            line += ',';
        }
        write_line(std::move(line));
    }

    LayerReport finish() override { return m_file.finish(); }

  private:
    /// `line` ends in a comma too many.
    void write_line(std::string line) {
        line.back() = '\r';
        line += '\n';
        m_file.write(line);
    }

    std::vector<Column> m_columns;
    LayerFile m_file;
};

} // namespace

std::unique_ptr<FeatureWriter> open_csv(const std::string& path, const FeatureSchema& schema,
                                        const LayerOptions& options) {
    return std::make_unique<Csv>(path, schema, options);
}

} // namespace yaqut::io
