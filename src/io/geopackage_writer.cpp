// SPDX-License-Identifier: Apache-2.0
#include "io/geopackage_writer.hpp"

#include "core/error.hpp"
#include "io/event_schema.hpp"
#include "io/gdal_output.hpp"
#include "io/style_file.hpp"

namespace yaqut::io {

namespace {

/// The columns that QGIS expects of its table of styles.
std::vector<Column> style_columns() {
    constexpr std::uint8_t name_width = 254;
    std::vector<Column> columns;
    for (const char* name : {"f_table_catalog", "f_table_schema", "f_table_name", "f_geometry_column", "styleName",
                             "styleQML", "styleSLD"}) {
        columns.push_back({name, FieldType::text, name_width, 0});
    }
    columns.push_back({"useAsDefault", FieldType::integer, 1, 0});
    for (const char* name : {"description", "owner", "ui"}) {
        columns.push_back({name, FieldType::text, name_width, 0});
    }
    columns.push_back({"update_time", FieldType::time, 20, 0});
    return columns;
}

class GeoPackage : public LayerWriter {
  public:
    GeoPackage(const std::string& path, const LayerOptions& options)
        : m_options(options), m_output("GPKG", path, options.overwrite) {
        m_output.dataset().begin_transaction();
        const std::string description =
            "DESCRIPTION=Dated events, machine-coded from news text. " + options.attribution;
        m_events = m_output.dataset().add_layer({.name = options.name,
                                                 .geometry = LayerGeometry::point,
                                                 .columns = event_columns(),
                                                 .options = {"IDENTIFIER=" + options.name, description}});
        m_unlocated = m_output.dataset().add_layer({.name = "unlocated",
                                                    .geometry = LayerGeometry::none,
                                                    .columns = event_columns(),
                                                    .options = {"DESCRIPTION=Events whose text gives no point"}});
        add_style();
    }

    void write(const Event& event) override {
        const std::optional<Location> point = event_point(event, m_options.country_points);
        m_output.dataset().add(point ? m_events : m_unlocated, event_values(event, point), point);
        ++m_report.events;
        m_report.located += point ? 1U : 0U;
    }

    LayerReport finish() override {
        m_output.publish();
        m_report.files.push_back(m_output.path());
        return m_report;
    }

  private:
    void add_style() {
        const std::size_t styles = m_output.dataset().add_layer({.name = "layer_styles",
                                                                 .geometry = LayerGeometry::none,
                                                                 .columns = style_columns(),
                                                                 .options = {"FID=id"}});
        const auto text = [](std::string value) { return FieldValue{std::move(value)}; };
        const std::vector<FieldValue> row{text(""),
                                          text(""),
                                          text(m_options.name),
                                          text("geom"),
                                          text(m_options.name),
                                          text(event_style_qml()),
                                          text(""),
                                          std::int64_t{1},
                                          text("Colour per type, labels, time by days"),
                                          text(""),
                                          text(""),
                                          text(time_of_making())};
        m_output.dataset().add(styles, row, std::nullopt);
    }

    LayerOptions m_options;
    GdalOutput m_output;
    std::size_t m_events = 0;
    std::size_t m_unlocated = 0;
    LayerReport m_report;
};

} // namespace

std::unique_ptr<LayerWriter> open_geopackage(const std::string& path, const LayerOptions& options) {
    return std::make_unique<GeoPackage>(path, options);
}

} // namespace yaqut::io
