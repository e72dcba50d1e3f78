// SPDX-License-Identifier: Apache-2.0
#include "io/geojson_features.hpp"

#include "io/bounding_box.hpp"
#include "io/feature_json.hpp"
#include "io/layer_file.hpp"

namespace yaqut::io {

namespace {

void add_to(BoundingBox& box, const Feature& feature) {
    if (feature.point) {
        box.add(*feature.point);
    } else if (feature.area != nullptr) {
        for (const spatial::PolygonPart& part : feature.area->parts) {
            for (const Location& corner : part.rings.front()) { // holes lie inside
                box.add(corner);
            }
        }
    }
}

class GeoJsonLines : public FeatureWriter {
  public:
    GeoJsonLines(const std::string& path, const FeatureSchema& schema, const LayerOptions& options)
        : m_schema(schema), m_file(path, options) {}

    void write(const Feature& feature) override {
        write_json(feature);
        m_file.write("\n");
        m_file.deliver(); // whoever reads the other end of a pipe need not wait
    }

    LayerReport finish() override { return m_file.finish(); }

  protected:
    GeoJsonLines(const std::string& path, const FeatureSchema& schema, const LayerOptions& options,
                 const std::string& style)
        : m_schema(schema), m_file(path, options, style) {}

    void write_json(const Feature& feature) {
        add_to(m_box, feature);
        m_file.count(feature.located());
        m_json.clear();
        write_feature(m_json, m_schema, feature);
        m_file.write(m_json.text());
    }

    FeatureSchema m_schema;
    LayerFile m_file;
    BoundingBox m_box;

  private:
    JsonWriter m_json; ///< of one feature after the other
};

class GeoJson : public GeoJsonLines {
  public:
    GeoJson(const std::string& path, const FeatureSchema& schema, const LayerOptions& options)
        : GeoJsonLines(path, schema, options, schema.style) {
        JsonWriter json;
        json.begin_object().key("type").value("FeatureCollection").key("name").value(schema.name);
        if (!options.attribution.empty()) {
            json.key("attribution").value(options.attribution);
        }
        if (!schema.own) {
            json.key("description").value(schema.description);
        }
        json.key("features").begin_array();
        m_file.write(json.text());
    }

    void write(const Feature& feature) override {
        m_file.write(m_file.empty() ? "\n" : ",\n");
        write_json(feature);
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
        return m_file.finish();
    }
};

} // namespace

std::unique_ptr<FeatureWriter> open_geojson(const std::string& path, const FeatureSchema& schema,
                                            const LayerOptions& options) {
    return std::make_unique<GeoJson>(path, schema, options);
}

std::unique_ptr<FeatureWriter> open_geojson_lines(const std::string& path, const FeatureSchema& schema,
                                                  const LayerOptions& options) {
    return std::make_unique<GeoJsonLines>(path, schema, options);
}

} // namespace yaqut::io
