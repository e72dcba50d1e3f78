// SPDX-License-Identifier: Apache-2.0
#include "io/gdal_file_writer.hpp"

#include "core/error.hpp"
#include "io/event_schema.hpp"
#include "io/gdal_output.hpp"
#include "io/style_file.hpp"

namespace yaqut::io {

namespace {

using Values = std::vector<FieldValue>;

/// What sets one of these formats apart.
struct FileFormat {
    const char* driver;
    LayerGeometry geometry = LayerGeometry::point;
    std::vector<Column> more_columns{};                  ///< after those of events
    void (*add_values)(const Event&, Values&) = nullptr; ///< of them
    std::uint64_t most_events = 0;                       ///< 0: no limit
    bool styled = false;                                 ///< QGIS reads a .qml beside it
    bool dates_as_text = false;                          ///< a column of dates would be taken for the feature's time
    bool only_points = false;                            ///< it cannot hold events without a point
};

std::vector<Column> columns_of(const FileFormat& format) {
    std::vector<Column> columns = event_columns();
    for (Column& column : columns) {
        if (format.dates_as_text && column.type == FieldType::date) {
            column.type = FieldType::text;
        }
    }
    columns.insert(columns.end(), format.more_columns.begin(), format.more_columns.end());
    return columns;
}

Values values_of(const FileFormat& format, const Event& event, const std::optional<Location>& point) {
    Values values = event_values(event, point);
    for (FieldValue& value : values) {
        if (const auto* date = std::get_if<Date>(&value); date != nullptr && format.dates_as_text) {
            value = to_iso_string(*date);
        }
    }
    if (format.add_values != nullptr) {
        format.add_values(event, values);
    }
    return values;
}

/// One layer of events in one file, written by GDAL.
class GdalFile : public LayerWriter {
  public:
    GdalFile(const std::string& path, const LayerOptions& options, const FileFormat& format)
        : m_options(options), m_format(format), m_output(format.driver, path, options.overwrite) {
        if (options.style && format.styled) {
            m_style.emplace(style_path(path), options.overwrite);
        }
        m_output.dataset().add_layer(
            {.name = options.name, .geometry = format.geometry, .columns = columns_of(format), .options = {}});
    }

    void write(const Event& event) override {
        if (m_format.most_events != 0 && m_report.events == m_format.most_events) {
            throw OutputError(m_output.path(), "the format holds at most " + std::to_string(m_format.most_events) +
                                                   " events: write another format, or fewer events");
        }
        const std::optional<Location> point = event_point(event, m_options.country_points);
        if (m_format.only_points && !point) {
            ++m_report.left_out;
            return;
        }
        m_output.dataset().add(0, values_of(m_format, event, point),
                               m_format.geometry == LayerGeometry::none ? std::nullopt : point);
        ++m_report.events;
        m_report.located += point ? 1U : 0U;
    }

    LayerReport finish() override {
        m_output.publish();
        m_report.files.push_back(m_output.path());
        if (m_style) {
            m_style->write();
            m_report.files.push_back(m_style->path());
        }
        return m_report;
    }

  private:
    LayerOptions m_options;
    FileFormat m_format;
    GdalOutput m_output;
    std::optional<StyleFile> m_style;
    LayerReport m_report;
};

/// Google Earth shows the columns of these names as title, text and time. The last day ends at its last second: a
/// span from midnight to the same midnight would never be shown.
std::vector<Column> kml_columns() {
    return {{"Name", FieldType::text, 254, 0},
            {"description", FieldType::text, 254, 0},
            {"begin", FieldType::time, 20, 0},
            {"end", FieldType::time, 20, 0}};
}

void add_kml_values(const Event& event, Values& values) {
    std::string name(event_type_labels(event.type).en);
    if (event.place) {
        name += ": " + (event.place->name.empty() ? event.place->text : event.place->name);
    }
    values.emplace_back(name);
    values.push_back(event.sources.empty() ? FieldValue{} : FieldValue{event.sources.front().sentence});
    const bool first = event.when && event.when->first;
    const bool last = event.when && event.when->last;
    values.push_back(first ? FieldValue{to_iso_string(*event.when->first) + "T00:00:00Z"} : FieldValue{});
    values.push_back(last ? FieldValue{to_iso_string(*event.when->last) + "T23:59:59Z"} : FieldValue{});
}

} // namespace

std::unique_ptr<LayerWriter> open_flatgeobuf(const std::string& path, const LayerOptions& options) {
    const FileFormat format{.driver = "FlatGeobuf", .styled = true, .only_points = true};
    return std::make_unique<GdalFile>(path, options, format);
}

std::unique_ptr<LayerWriter> open_kml(const std::string& path, const LayerOptions& options) {
    const FileFormat format{
        .driver = "LIBKML", .more_columns = kml_columns(), .add_values = add_kml_values, .dates_as_text = true};
    return std::make_unique<GdalFile>(path, options, format);
}

std::unique_ptr<LayerWriter> open_xlsx(const std::string& path, const LayerOptions& options) {
    constexpr std::uint64_t rows_of_a_sheet = 1048576;
    const FileFormat format{.driver = "XLSX", .geometry = LayerGeometry::none, .most_events = rows_of_a_sheet - 1};
    return std::make_unique<GdalFile>(path, options, format);
}

} // namespace yaqut::io
