// SPDX-License-Identifier: Apache-2.0
#include "cli/geocode_output.hpp"

#include "io/csv_text.hpp"
#include "io/json_writer.hpp"

namespace yaqut::cli {

namespace {

io::LayerFormat format_of(const GeocodeOptions& options) {
    if (!options.format.empty()) {
        const auto format = io::parse_layer_format(options.format);
        if (!format || *format == io::LayerFormat::html) {
            throw UsageError("--format: expected csv, geojson, geojsonl, gpkg, shp, fgb, kml or xlsx, found \"" +
                             options.format + '"');
        }
        return *format;
    }
    const auto format = io::layer_format_of(options.output);
    if (format == io::LayerFormat::html) {
        throw UsageError("-o: a web page cannot hold a table; write geojson, gpkg, shp, kml or csv");
    }
    return format.value_or(io::LayerFormat::csv);
}

void append_value(const io::FieldValue& value, char delimiter, std::string& out) {
    constexpr int decimals = 6;
    if (const auto* text = std::get_if<std::string>(&value)) {
        io::append_csv_cell(out, *text, delimiter);
    } else if (const auto* number = std::get_if<std::int64_t>(&value)) {
        out += std::to_string(*number);
    } else if (const auto* real = std::get_if<double>(&value)) {
        io::append_number(out, *real, decimals);
    }
}

} // namespace

void GeocodeCounts::add(const GeocodedRow& row) {
    ++rows;
    kept += row.kept ? 1U : 0U;
    ++by_status[static_cast<std::size_t>(row.status)];
    if (row.match) {
        ++by_match[static_cast<std::size_t>(*row.match)];
    }
}

GeocodeOutput::GeocodeOutput(const GeocodeOptions& options, const io::CsvStyle& style, const GeocodeLayout& layout)
    : m_style(style), m_layout(layout) {
    const io::LayerFormat format = format_of(options);
    if (format == io::LayerFormat::csv) {
        m_csv = std::make_unique<io::OutputFile>(options.output, options.common.overwrite);
        m_csv->write(header());
    } else {
        m_layer = io::open_table_writer(options.output, format, layout.output_columns(), options.common.overwrite);
    }
    if (!options.unmatched.empty()) {
        m_unmatched = std::make_unique<io::OutputFile>(options.unmatched, options.common.overwrite);
        m_unmatched->write(header());
    }
}

std::string GeocodeOutput::header() const {
    std::string line = m_style.bom ? "\xEF\xBB\xBF" : "";
    bool first = true;
    for (const io::TableColumn& column : m_layout.output_columns()) {
        line.append(first ? 0 : 1, m_style.delimiter);
        io::append_csv_cell(line, column.name, m_style.delimiter);
        first = false;
    }
    return line + (m_style.crlf ? "\r\n" : "\n");
}

void GeocodeOutput::append_line(const std::vector<std::string>& cells, const std::vector<io::FieldValue>& added,
                                std::string& out) const {
    for (const std::string& cell : cells) {
        io::append_csv_cell(out, cell, m_style.delimiter);
        out += m_style.delimiter;
    }
    bool first = true;
    for (const io::FieldValue& value : added) {
        out.append(first ? 0 : 1, m_style.delimiter);
        append_value(value, m_style.delimiter, out);
        first = false;
    }
    out += m_style.crlf ? "\r\n" : "\n";
}

void GeocodeOutput::prepare(const std::vector<std::string>& cells, std::vector<io::FieldValue> added,
                            GeocodedRow& row) const {
    row.csv.clear();
    row.values.clear();
    if (m_csv || (m_unmatched && row.status != geocode::Status::ok)) {
        append_line(cells, added, row.csv);
    }
    if (m_layer) {
        for (const std::string& cell : cells) {
            row.values.push_back(cell.empty() ? io::FieldValue{} : io::FieldValue{cell});
        }
        for (io::FieldValue& value : added) {
            row.values.push_back(std::move(value));
        }
    }
}

void GeocodeOutput::write(GeocodedRow& row) {
    m_counts.add(row);
    if (m_csv) {
        m_csv->write(row.csv);
    }
    if (m_unmatched && row.status != geocode::Status::ok) {
        m_unmatched->write(row.csv);
    }
    if (m_layer) {
        m_layer->write(row.values, row.point);
    }
}

std::vector<std::string> GeocodeOutput::stop() {
    if (m_csv && m_csv->path() == "standard output") {
        m_csv->complete();
    }
    return {};
}

std::vector<std::string> GeocodeOutput::finish() {
    std::vector<std::string> notes;
    for (const auto& file : {m_csv.get(), m_unmatched.get()}) {
        if (file != nullptr) {
            file->complete();
            file->publish();
        }
    }
    if (m_layer) {
        const io::LayerReport report = m_layer->finish();
        for (const std::string& change : m_layer->renamed()) {
            notes.push_back("column renamed for this format: " + change);
        }
        if (report.truncated > 0) {
            notes.push_back(std::to_string(report.truncated) + " values cut to fit the format");
        }
        if (report.left_out > 0) {
            notes.push_back(std::to_string(report.left_out) +
                            " rows without a point left out: the format cannot hold them");
        }
    }
    return notes;
}

} // namespace yaqut::cli
