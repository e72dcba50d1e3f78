// SPDX-License-Identifier: Apache-2.0
#include "io/project_file.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <vector>

#include <nlohmann/json.hpp>

#include "io/ascii.hpp"
#include "io/bounding_box.hpp"
#include "io/event_layer.hpp"
#include "io/event_schema.hpp"
#include "io/json_writer.hpp"
#include "io/output_file.hpp"
#include "io/page_parts.hpp"
#include "io/side_layers.hpp"
#include "io/style_file.hpp"
#include "io/xml_writer.hpp"

namespace yaqut::io {

namespace {

constexpr const char* wgs84 = "<spatialrefsys><srsid>3452</srsid><srid>4326</srid><authid>EPSG:4326</authid>"
                              "</spatialrefsys>";
constexpr const char* base_map_file = "basemap.geojson";

struct ProjectLayer {
    std::string id;
    std::string name;
    std::string source; ///< relative
    std::string geometry;
    std::string elements; ///< its style
    bool labels = false;
    bool shown = true; ///< at first
};

struct SideInProject {
    SideLayer layer;
    const char* name;
    const char* geometry;
    bool shown;
};

/// A style as a layer of a project holds it: without its root.
std::string style_elements(const std::string& qml) {
    const std::size_t begin = qml.find('>', qml.find("<qgis")) + 1;
    return qml.substr(begin, qml.rfind("</qgis>") - begin);
}

std::string base_map_style() {
    return "<renderer-v2 type=\"singleSymbol\" enableorderby=\"0\" symbollevels=\"0\"><symbols>"
           "<symbol type=\"fill\" name=\"0\" alpha=\"1\"><layer class=\"SimpleFill\" enabled=\"1\"><Option "
           "type=\"Map\">"
           "<Option type=\"QString\" name=\"color\" value=\"250,249,244,255\"/>"
           "<Option type=\"QString\" name=\"outline_color\" value=\"154,167,176,255\"/>"
           "<Option type=\"QString\" name=\"outline_width\" value=\"0.2\"/>"
           "<Option type=\"QString\" name=\"style\" value=\"solid\"/></Option></layer></symbol></symbols></renderer-v2>"
           "<layerGeometryType>2</layerGeometryType>\n";
}

void write_layer(Xml& xml, const ProjectLayer& layer) {
    xml.raw("<maplayer type=\"vector\" styleCategories=\"AllStyleCategories\"").attribute("geometry", layer.geometry);
    xml.attribute("labelsEnabled", layer.labels ? "1" : "0").raw("><id>").escaped(layer.id);
    xml.raw("</id><layername>").escaped(layer.name).raw("</layername><datasource>").escaped(layer.source);
    xml.raw("</datasource><provider encoding=\"UTF-8\">ogr</provider><srs>").raw(wgs84).raw("</srs>\n");
    xml.raw(layer.elements).raw("</maplayer>\n");
}

void write_extent(Xml& xml, const BoundingBox& box) {
    constexpr double margin = 0.15;
    constexpr double least = 0.5;                                                           // degrees
    const auto edges = box.edges().value_or(std::array<double, 4>{-20.0, 5.0, 65.0, 45.0}); // the Arab world
    const double wider = std::max(least, margin * std::max(edges[2] - edges[0], edges[3] - edges[1]));
    const auto number = [](double degrees) {
        std::string text;
        append_number(text, degrees, 4);
        return text;
    };
    xml.raw("<mapcanvas name=\"theMapCanvas\"><units>degrees</units><extent><xmin>" + number(edges[0] - wider));
    xml.raw("</xmin><ymin>" + number(edges[1] - wider) + "</ymin><xmax>" + number(edges[2] + wider) + "</xmax><ymax>");
    xml.raw(number(edges[3] + wider) + "</ymax></extent><destinationsrs>")
        .raw(wgs84)
        .raw("</destinationsrs></mapcanvas>\n");
}

/// Whole hundredths of degrees, each point as the step from the one before it; rings that turn right are holes.
std::string base_map_geojson() {
    const auto countries = nlohmann::ordered_json::parse(page_parts().base_map);
    auto features = nlohmann::ordered_json::array();
    for (const auto& [code, rings] : countries.items()) {
        auto polygons = nlohmann::ordered_json::array();
        for (const auto& steps : rings) {
            auto ring = nlohmann::ordered_json::array();
            long x = 0;
            long y = 0;
            long turn = 0;
            for (std::size_t i = 0; i + 1 < steps.size(); i += 2) {
                const long x_before = x;
                const long y_before = y;
                x += steps[i].get<long>();
                y += steps[i + 1].get<long>();
                turn += i == 0 ? 0 : x_before * y - x * y_before;
                ring.push_back({static_cast<double>(x) / 100.0, static_cast<double>(y) / 100.0});
            }
            if (turn < 0 && !polygons.empty()) {
                polygons.back().push_back(std::move(ring));
            } else {
                polygons.push_back(nlohmann::ordered_json::array({std::move(ring)}));
            }
        }
        features.push_back({{"type", "Feature"},
                            {"properties", {{"country", code}}},
                            {"geometry", {{"type", "MultiPolygon"}, {"coordinates", std::move(polygons)}}}});
    }
    const nlohmann::ordered_json collection{
        {"type", "FeatureCollection"}, {"name", "basemap"}, {"attribution", "Natural Earth"}, {"features", features}};
    return collection.dump() + "\n";
}

void write_file(const std::string& path, bool overwrite, const std::string& content) {
    OutputFile file(path, overwrite);
    file.write(content);
    file.complete();
    file.publish();
}

class Project : public LayerWriter {
  public:
    Project(std::string path, const std::string& layer, const LayerOptions& options)
        : m_path(std::move(path)), m_layer(std::filesystem::path(layer).filename().string()), m_options(options) {
        check_may_write(m_path, m_options.overwrite);
        check_may_write(base_map_path(), m_options.overwrite);
    }

    void write(const Event& event) override;
    [[nodiscard]] bool is_companion() const override { return true; }
    LayerReport finish() override;

  private:
    [[nodiscard]] std::vector<ProjectLayer> layers() const;
    [[nodiscard]] std::string content() const;
    [[nodiscard]] std::string base_map_path() const {
        return std::filesystem::path(m_path).replace_filename(base_map_file).string();
    }

    std::string m_path;
    std::string m_layer; ///< file name
    LayerOptions m_options;
    BoundingBox m_box;
    std::optional<Date> m_first;
    std::optional<Date> m_last;
    LayerReport m_report;
};

void Project::write(const Event& event) {
    ++m_report.events;
    if (const auto point = event_point(event, m_options.drawn)) {
        ++m_report.located;
        m_box.add(*point);
    }
    if (!event.when || event.status == EventStatus::background) { // history would stretch the time controller
        return;
    }
    for (const std::optional<Date>& day : {event.when->first, event.when->last}) {
        if (day) {
            m_first = m_first ? std::min(*m_first, *day) : *day;
            m_last = m_last ? std::max(*m_last, *day) : *day;
        }
    }
}

/// The topmost first. QGIS gives layers whose id has ten characters or fewer an id of its own, and then does not find
/// them in the tree.
std::vector<ProjectLayer> Project::layers() const {
    const bool package = ends_with(m_layer, ".gpkg");
    const auto source = [&](const std::string& name, const std::string& file) {
        return "./" + (package ? m_layer + "|layername=" + name : file);
    };
    std::vector<ProjectLayer> layers;
    layers.push_back({.id = "yaqut_events_layer",
                      .name = "Events / أحداث",
                      .source = source(m_options.name, m_layer),
                      .geometry = "Point",
                      .elements = event_style_elements(),
                      .labels = true});
    for (const auto& [layer, name, geometry, shown] :
         {SideInProject{SideLayer::circles, "Circles of uncertainty / دوائر عدم الدقة", "Polygon", true},
          SideInProject{SideLayer::mentions, "Place names / أسماء الأماكن", "Point", false},
          SideInProject{SideLayer::areas, "Events by area / الأحداث حسب المناطق", "Polygon", true}}) {
        if (std::count(m_options.side_layers.begin(), m_options.side_layers.end(), layer) != 0) {
            const FeatureSchema schema = side_layer_schema(layer);
            layers.push_back({.id = "yaqut_" + schema.name + "_layer",
                              .name = name,
                              .source = source(schema.name, side_path(m_layer, schema.name)),
                              .geometry = geometry,
                              .elements = style_elements(schema.style),
                              .labels = layer == SideLayer::areas,
                              .shown = shown});
        }
    }
    layers.push_back({.id = "yaqut_base_map_layer",
                      .name = "Countries / دول",
                      .source = std::string("./") + base_map_file,
                      .geometry = "Polygon",
                      .elements = base_map_style()});
    return layers;
}

std::string Project::content() const {
    const std::vector<ProjectLayer> layers = this->layers();
    Xml xml;
    xml.raw("<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n<qgis version=\"3.22.0\" "
            "projectname=\"yaqut\">\n<title>yaqut</title>\n<projectCrs>");
    xml.raw(wgs84).raw("</projectCrs>\n<layer-tree-group name=\"\">");
    for (const ProjectLayer& layer : layers) {
        xml.raw("<layer-tree-layer expanded=\"0\" providerKey=\"ogr\"").attribute("id", layer.id);
        xml.attribute("checked", layer.shown ? "Qt::Checked" : "Qt::Unchecked");
        xml.attribute("name", layer.name).attribute("source", layer.source).raw("/>");
    }
    xml.raw("</layer-tree-group>\n");
    write_extent(xml, m_box);
    xml.raw("<projectlayers>\n");
    for (const ProjectLayer& layer : layers) {
        write_layer(xml, layer);
    }
    xml.raw("</projectlayers>\n<properties><SpatialRefSys><ProjectionsEnabled type=\"int\">1</ProjectionsEnabled>"
            "</SpatialRefSys><Paths><Absolute type=\"bool\">false</Absolute></Paths>"
            "<Gui><CanvasColorRedPart type=\"int\">219</CanvasColorRedPart><CanvasColorGreenPart type=\"int\">231"
            "</CanvasColorGreenPart><CanvasColorBluePart type=\"int\">238</CanvasColorBluePart></Gui></properties>\n");
    if (m_first) {
        xml.raw("<ProjectTimeSettings timeStep=\"1\" timeStepUnit=\"d\" frameRate=\"2\" "
                "cumulativeTemporalRange=\"0\"><TemporalRange><start>" +
                to_iso_string(*m_first) + "T00:00:00Z</start><end>");
        const Date after(std::chrono::sys_days(*m_last) + std::chrono::days(1));
        xml.raw(to_iso_string(after) + "T00:00:00Z</end></TemporalRange></ProjectTimeSettings>\n");
    }
    xml.raw("</qgis>\n");
    return xml.take();
}

LayerReport Project::finish() {
    write_file(base_map_path(), m_options.overwrite, base_map_geojson());
    write_file(m_path, m_options.overwrite, content());
    m_report.files = {m_path, base_map_path()};
    return m_report;
}

} // namespace

std::unique_ptr<LayerWriter> open_project(const std::string& path, const std::string& layer,
                                          const LayerOptions& options) {
    return std::make_unique<Project>(path, layer, options);
}

} // namespace yaqut::io
