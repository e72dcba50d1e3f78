// SPDX-License-Identifier: Apache-2.0
#include "io/geojson_writer.hpp"

#include "io/bounding_box.hpp"
#include "io/event_schema.hpp"
#include "io/feature_json.hpp"
#include "io/output_file.hpp"
#include "io/style_file.hpp"

namespace yaqut::io {

namespace {

class GeoJsonLines : public LayerWriter {
  public:
    GeoJsonLines(const std::string& path, const LayerOptions& options)
        : m_options(options), m_to_file(path != "-"), m_file(path, options.overwrite) {}

    void write(const Event& event) override {
        if (has(event)) {
            write_event(event);
            m_file.write("\n");
            m_file.deliver(); // whoever reads the other end of a pipe need not wait
        }
    }

    LayerReport finish() override {
        m_file.complete();
        m_file.publish();
        if (m_to_file) {
            m_report.files.push_back(m_file.path());
        }
        return m_report;
    }

  protected:
    bool has(const Event& event) {
        const bool held = profile_has(m_options.profile, event);
        m_report.not_in_profile += held ? 0U : 1U;
        return held;
    }

    void write_event(const Event& event) {
        const std::optional<Location> point = event_point(event, m_options.country_points);
        ++m_report.events;
        if (point) {
            ++m_report.located;
            m_box.add(*point);
        }
        JsonWriter json;
        write_feature(json, event, point, m_options.profile);
        m_file.write(json.text());
    }

    LayerOptions m_options;
    bool m_to_file;
    OutputFile m_file;
    BoundingBox m_box;
    LayerReport m_report;
};

class GeoJson : public GeoJsonLines {
  public:
    GeoJson(const std::string& path, const LayerOptions& options) : GeoJsonLines(path, options) {
        if (m_to_file && options.style && options.profile == Profile::none) {
            m_style.emplace(style_path(path), options.overwrite);
        }
        JsonWriter json;
        json.begin_object().key("type").value("FeatureCollection").key("name").value(options.name);
        if (!options.attribution.empty()) {
            json.key("attribution").value(options.attribution);
        }
        if (options.profile != Profile::none) {
            json.key("description")
                .value("Machine-coded by yaqut from news text, in the columns of another data set (" +
                       std::string(to_string(options.profile)) + "); none of it is that data set's");
        }
        json.key("features").begin_array();
        m_file.write(json.text());
    }

    void write(const Event& event) override {
        if (has(event)) {
            m_file.write(m_report.events == 0 ? "\n" : ",\n");
            write_event(event);
        }
    }

    /// The box comes last, since it is known then: the order of members means nothing.
    LayerReport finish() override {
        m_file.write("\n]");
        if (const auto edges = m_box.edges()) {
            JsonWriter json;
            json.key("bbox").begin_array();
            for (const double edge : *edges) {
                json.value(edge, 6);
            }
            json.end_array();
            m_file.write(",");
            m_file.write(json.text());
        }
        m_file.write("}\n");
        LayerReport report = GeoJsonLines::finish();
        if (m_style) {
            m_style->write();
            report.files.push_back(m_style->path());
        }
        return report;
    }

  private:
    std::optional<StyleFile> m_style;
};

} // namespace

std::unique_ptr<LayerWriter> open_geojson(const std::string& path, const LayerOptions& options) {
    return std::make_unique<GeoJson>(path, options);
}

std::unique_ptr<LayerWriter> open_geojson_lines(const std::string& path, const LayerOptions& options) {
    return std::make_unique<GeoJsonLines>(path, options);
}

} // namespace yaqut::io
