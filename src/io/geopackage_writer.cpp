// SPDX-License-Identifier: Apache-2.0
#include "io/geopackage_writer.hpp"

#include <map>

#include "core/error.hpp"
#include "io/event_layer.hpp"
#include "io/event_schema.hpp"
#include "io/gdal_output.hpp"
#include "io/side_layers.hpp"

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

std::vector<FieldValue> style_row(const FeatureSchema& schema) {
    const auto text = [](std::string value) { return FieldValue{std::move(value)}; };
    return {
        text(""), text(""),        text(schema.name),        text("geom"), text(schema.name), text(schema.style),
        text(""), std::int64_t{1}, text(schema.description), text(""),     text(""),          text(time_of_making())};
}

class GeoPackage : public LayerWriter {
  public:
    GeoPackage(const std::string& path, const LayerOptions& options)
        : m_drawn(options.drawn), m_output("GPKG", path, options.overwrite) {
        GdalDataset& dataset = m_output.dataset();
        dataset.begin_transaction();
        FeatureSchema events = event_layer_schema(options.name);
        events.description += " " + options.attribution;
        m_events = add_layer(events);
        events.name = "unlocated";
        events.geometry = LayerGeometry::none;
        events.description = "Events whose text gives no point";
        events.style.clear();
        m_unlocated = add_layer(events);
        for (const SideLayer layer : options.side_layers) {
            m_sides.emplace(layer, add_layer(side_layer_schema(layer)));
        }
        add_styles();
        if (options.keep_reports) {
            m_reports = add_layer(kept_reports_schema());
        }
    }

    void write(const Event& event) override {
        const std::optional<Location> point = event_point(event, m_drawn);
        const std::vector<FieldValue> values = event_values(event, point);
        m_output.dataset().add(point ? m_events : m_unlocated, {.values = values, .point = point});
        ++m_report.events;
        m_report.located += point ? 1U : 0U;
    }

    void write_side(SideLayer layer, const Feature& feature) override {
        if (const auto side = m_sides.find(layer); side != m_sides.end()) {
            m_output.dataset().add(side->second, feature);
        }
    }

    void write_reports(const KeptReports& reports) override {
        if (m_reports) {
            m_output.dataset().add(*m_reports, {.values = kept_reports_row(reports)});
        }
    }

    LayerReport finish() override {
        m_output.publish();
        m_report.files.push_back(m_output.path());
        return m_report;
    }

  private:
    std::size_t add_layer(const FeatureSchema& schema) {
        if (!schema.style.empty()) {
            m_styles.push_back(style_row(schema));
        }
        return m_output.dataset().add_layer(
            {.name = schema.name,
             .geometry = schema.geometry,
             .columns = schema.columns,
             .options = {"IDENTIFIER=" + schema.name, "DESCRIPTION=" + schema.description}});
    }

    void add_styles() {
        const std::size_t styles = m_output.dataset().add_layer({.name = "layer_styles",
                                                                 .geometry = LayerGeometry::none,
                                                                 .columns = style_columns(),
                                                                 .options = {"FID=id"}});
        for (const std::vector<FieldValue>& row : m_styles) {
            m_output.dataset().add(styles, {.values = row});
        }
    }

    DrawnPoints m_drawn;
    GdalOutput m_output;
    std::size_t m_events = 0;
    std::size_t m_unlocated = 0;
    std::map<SideLayer, std::size_t> m_sides;
    std::optional<std::size_t> m_reports;
    std::vector<std::vector<FieldValue>> m_styles;
    LayerReport m_report;
};

} // namespace

std::unique_ptr<LayerWriter> open_geopackage(const std::string& path, const LayerOptions& options) {
    return std::make_unique<GeoPackage>(path, options);
}

} // namespace yaqut::io
