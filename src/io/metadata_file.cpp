// SPDX-License-Identifier: Apache-2.0
#include "io/metadata_file.hpp"

#include <algorithm>

#include "io/event_schema.hpp"
#include "io/json_writer.hpp"
#include "io/output_file.hpp"
#include "io/xml_writer.hpp"

namespace yaqut::io {

namespace {

constexpr const char* wgs84 =
    "<spatialrefsys><wkt/><proj4>+proj=longlat +datum=WGS84 +no_defs</proj4><srsid>3452</srsid><srid>4326</srid>"
    "<authid>EPSG:4326</authid><description>WGS 84</description><projectionacronym>longlat</projectionacronym>"
    "<ellipsoidacronym>EPSG:7030</ellipsoidacronym><geographicflag>true</geographicflag></spatialrefsys>";

std::string degrees(double value) {
    constexpr int decimals = 6;
    std::string text;
    append_number(text, value, decimals);
    return text;
}

void write_extent(Xml& xml, const LayerMetadata& metadata) {
    xml.raw("<extent>");
    if (const auto edges = metadata.box.edges()) {
        xml.raw("<spatial dimensions=\"2\" crs=\"EPSG:4326\" minz=\"0\" maxz=\"0\"");
        xml.attribute("minx", degrees((*edges)[0])).attribute("miny", degrees((*edges)[1]));
        xml.attribute("maxx", degrees((*edges)[2])).attribute("maxy", degrees((*edges)[3])).raw("/>");
    }
    if (metadata.first && metadata.last) {
        xml.raw("<temporal><period><start>" + to_iso_string(*metadata.first) + "T00:00:00Z</start><end>");
        xml.raw(to_iso_string(*metadata.last) + "T23:59:59Z</end></period></temporal>");
    }
    xml.raw("</extent>\n");
}

class EventMetadata : public LayerWriter {
  public:
    EventMetadata(const std::string& path, const LayerOptions& options)
        : m_options(options), m_file(path, options.overwrite) {
        m_metadata.title = "Events in the news / أحداث في الأخبار";
        m_metadata.attribution = options.attribution;
    }

    void write(const Event& event) override {
        const std::optional<Location> point = event_point(event, m_options.drawn);
        ++m_report.events;
        if (point) {
            ++m_report.located;
            m_metadata.box.add(*point);
        }
        if (!event.when) {
            return;
        }
        for (const std::optional<Date>& day : {event.when->first, event.when->last}) {
            if (day) {
                m_metadata.first = m_metadata.first ? std::min(*m_metadata.first, *day) : *day;
                m_metadata.last = m_metadata.last ? std::max(*m_metadata.last, *day) : *day;
            }
        }
    }

    [[nodiscard]] bool is_companion() const override { return true; }
    LayerReport finish() override {
        m_metadata.abstract = std::to_string(m_report.events) + " events that news articles tell of, " +
                              std::to_string(m_report.located) +
                              " of them on the map. Read by a machine: confidence and geo_conf say how sure it is, "
                              "snippet is the sentence that each rests on. Empty means that the text does not say.";
        m_metadata.history = "Made by " + (m_options.generator.empty() ? "yaqut" : m_options.generator) +
                             " from the text of news articles: places resolved with its gazetteer, dates with the day "
                             "of publication.";
        m_file.write(metadata_qmd(m_metadata));
        m_file.complete();
        m_file.publish();
        m_report.files.push_back(m_file.path());
        return m_report;
    }

  private:
    LayerOptions m_options;
    OutputFile m_file;
    LayerMetadata m_metadata;
    LayerReport m_report;
};

} // namespace

std::string metadata_qmd(const LayerMetadata& metadata) {
    Xml xml;
    xml.raw("<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n<qgis version=\"3.22.0\">\n");
    xml.raw("<identifier/><parentidentifier/><language/><type>dataset</type>\n<title>").escaped(metadata.title);
    xml.raw("</title>\n<abstract>").escaped(metadata.abstract).raw("</abstract>\n");
    xml.raw("<constraints type=\"attribution\">").escaped(metadata.attribution).raw("</constraints>\n");
    xml.raw("<rights>").escaped(metadata.attribution).raw("</rights>\n");
    xml.raw("<license>").escaped(metadata.attribution).raw("</license>\n<encoding>UTF-8</encoding>\n");
    xml.raw("<crs>").raw(wgs84).raw("</crs>\n");
    write_extent(xml, metadata);
    xml.raw("<history>").escaped(metadata.history).raw("</history>\n</qgis>\n");
    return xml.take();
}

std::unique_ptr<LayerWriter> open_event_metadata(const std::string& path, const LayerOptions& options) {
    return std::make_unique<EventMetadata>(path, options);
}

} // namespace yaqut::io
