// SPDX-License-Identifier: Apache-2.0
#include "io/kml_writer.hpp"

#include <algorithm>
#include <array>
#include <memory>

#include <libxml/xmlwriter.h>

#include "core/error.hpp"
#include "io/event_schema.hpp"
#include "io/json_writer.hpp"
#include "io/kml_balloon.hpp"
#include "io/layer_file.hpp"
#include "io/readable.hpp"

namespace yaqut::io {

namespace {

constexpr int degree_decimals = 6;

struct FreeBuffer {
    void operator()(xmlBuffer* buffer) const { xmlBufferFree(buffer); }
};
struct FreeWriter {
    void operator()(xmlTextWriter* writer) const { xmlFreeTextWriter(writer); }
};

const xmlChar* xml_text(const char* text) { return reinterpret_cast<const xmlChar*>(text); }

/// XML has no place for U+FFFE and U+FFFF, whatever is done to them.
std::string xml_characters(const std::string& value) {
    std::string out = readable(value, value.size() * 3);
    for (const char* none : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"}) {
        for (std::size_t at = out.find(none); at != std::string::npos; at = out.find(none, at)) {
            out.replace(at, 3, "\xEF\xBF\xBD");
        }
    }
    return out;
}

/// XML in memory, handed out piece by piece. Texts are escaped and made valid.
class XmlStream {
  public:
    XmlStream() : m_buffer(xmlBufferCreate()), m_writer(xmlNewTextWriterMemory(m_buffer.get(), 0)) {
        if (!m_buffer || !m_writer) {
            throw std::bad_alloc();
        }
        xmlTextWriterStartDocument(m_writer.get(), nullptr, "UTF-8", nullptr);
    }

    void begin(const char* element) { xmlTextWriterStartElement(m_writer.get(), xml_text(element)); }
    void end() { xmlTextWriterEndElement(m_writer.get()); }
    void attribute(const char* name, const std::string& value) {
        xmlTextWriterWriteAttribute(m_writer.get(), xml_text(name), xml_text(value.c_str()));
    }
    void text(const std::string& value) {
        const bool clean = is_readable(value) && value.find("\xEF\xBF") == std::string::npos;
        xmlTextWriterWriteString(m_writer.get(), xml_text(clean ? value.c_str() : xml_characters(value).c_str()));
    }
    void element(const char* name, const std::string& value) {
        begin(name);
        text(value);
        end();
    }
    void line() { xmlTextWriterWriteRaw(m_writer.get(), xml_text("\n")); }

    /// What was written since the last time.
    void take(LayerFile& file) {
        xmlTextWriterFlush(m_writer.get());
        const auto* bytes = reinterpret_cast<const char*>(xmlBufferContent(m_buffer.get()));
        file.write({bytes, static_cast<std::size_t>(xmlBufferLength(m_buffer.get()))});
        xmlBufferEmpty(m_buffer.get());
    }

  private:
    std::unique_ptr<xmlBuffer, FreeBuffer> m_buffer;
    std::unique_ptr<xmlTextWriter, FreeWriter> m_writer;
};

const char* type_name(FieldType type) {
    switch (type) {
    case FieldType::integer: return "int";
    case FieldType::real: return "double";
    default: return "string"; // the format knows no dates
    }
}

std::string to_text(const Column& column, const FieldValue& value) {
    if (const auto* text = std::get_if<std::string>(&value)) {
        return *text;
    }
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        return std::to_string(*number);
    }
    if (const auto* date = std::get_if<Date>(&value)) {
        return to_iso_string(*date);
    }
    std::string out;
    append_number(out, std::get<double>(value), column.decimals);
    return out;
}

std::string coordinates_of(const spatial::Ring& ring) {
    std::string out;
    for (const Location& point : ring) {
        out.append(out.empty() ? "" : " ");
        append_number(out, point.lon, degree_decimals);
        out += ',';
        append_number(out, point.lat, degree_decimals);
    }
    return out;
}

/// "#rrggbb" as KML has it: alpha, blue, green, red.
std::string kml_colour(std::string_view rgb, std::string_view alpha) {
    return std::string(alpha).append(rgb.substr(5, 2)).append(rgb.substr(3, 2)).append(rgb.substr(1, 2));
}

class Kml : public FeatureWriter {
  public:
    Kml(const std::string& path, const FeatureSchema& schema, const LayerOptions& options)
        : m_schema(schema), m_file(path, options) {
        const auto title = std::find_if(schema.columns.begin(), schema.columns.end(), [](const Column& column) {
            return column.name == "place_name" || column.name == "name";
        });
        m_title = static_cast<std::size_t>(title - schema.columns.begin());
        write_head(options);
    }

    void write(const Feature& feature) override {
        m_file.count(feature.located());
        m_xml.begin("Placemark");
        write_description(feature);
        write_columns(feature);
        if (feature.point) {
            m_xml.begin("Point");
            m_xml.element("coordinates", coordinates_of({*feature.point}));
            m_xml.end();
        } else if (feature.located()) {
            write_area(*feature.area);
        }
        m_xml.end();
        m_xml.line();
        m_xml.take(m_file);
    }

    LayerReport finish() override {
        for (int open = 0; open < 3; ++open) { // folder, document, root
            m_xml.end();
        }
        m_xml.line();
        m_xml.take(m_file);
        return m_file.finish();
    }

  private:
    void write_head(const LayerOptions& options) {
        m_xml.begin("kml");
        m_xml.attribute("xmlns", "http://www.opengis.net/kml/2.2");
        m_xml.begin("Document");
        m_xml.element("name", m_schema.name);
        m_xml.element("description",
                      m_schema.description + (options.attribution.empty() ? "" : " ") + options.attribution);
        m_xml.line();
        for (std::size_t i = 0; i < event_type_count; ++i) {
            write_style(static_cast<EventType>(i));
        }
        m_xml.begin("Schema");
        m_xml.attribute("name", m_schema.name);
        m_xml.attribute("id", m_schema.name);
        for (const Column& column : m_schema.columns) {
            m_xml.begin("SimpleField");
            m_xml.attribute("type", type_name(column.type));
            m_xml.attribute("name", std::string(column.name));
            m_xml.end();
        }
        m_xml.end();
        m_xml.line();
        m_xml.begin("Folder"); // readers take it for the layer
        m_xml.element("name", m_schema.name);
        m_xml.line();
        m_xml.take(m_file);
    }

    void write_style(EventType type) {
        m_xml.begin("Style");
        m_xml.attribute("id", std::string(to_string(type)));
        m_xml.begin("IconStyle");
        m_xml.element("color", kml_colour(event_type_colour(type), "ff"));
        m_xml.end();
        m_xml.begin("LabelStyle");
        m_xml.element("scale", "0.7");
        m_xml.end();
        m_xml.begin("LineStyle");
        m_xml.element("color", kml_colour(event_type_colour(type), "ff"));
        m_xml.end();
        m_xml.begin("PolyStyle");
        m_xml.element("color", kml_colour(event_type_colour(type), "30"));
        m_xml.end();
        m_xml.end();
        m_xml.line();
    }

    /// In the order that KML's schema wants: name, description, time, style.
    void write_description(const Feature& feature) {
        if (feature.event == nullptr) {
            if (m_title < feature.values.size() && feature.values[m_title].index() != 0) {
                m_xml.element("name", to_text(m_schema.columns[m_title], feature.values[m_title]));
            }
            return;
        }
        const Event& event = *feature.event;
        m_xml.element("name", kml_title(event));
        m_xml.element("description", kml_balloon(event));
        write_time(event);
        m_xml.element("styleUrl", "#" + std::string(to_string(event.type)));
    }

    /// The last day ends at its last second: a span from midnight to the same midnight would never be shown.
    void write_time(const Event& event) {
        if (!event.when || (!event.when->first && !event.when->last)) {
            return;
        }
        m_xml.begin("TimeSpan");
        if (event.when->first) {
            m_xml.element("begin", to_iso_string(*event.when->first) + "T00:00:00Z");
        }
        if (event.when->last) {
            m_xml.element("end", to_iso_string(*event.when->last) + "T23:59:59Z");
        }
        m_xml.end();
    }

    void write_columns(const Feature& feature) {
        m_xml.begin("ExtendedData");
        m_xml.begin("SchemaData");
        m_xml.attribute("schemaUrl", "#" + m_schema.name);
        for (std::size_t i = 0; i < m_schema.columns.size(); ++i) {
            if (feature.values[i].index() != 0) {
                m_xml.begin("SimpleData");
                m_xml.attribute("name", std::string(m_schema.columns[i].name));
                m_xml.text(to_text(m_schema.columns[i], feature.values[i]));
                m_xml.end();
            }
        }
        m_xml.end();
        m_xml.end();
    }

    void write_area(const spatial::Polygon& area) {
        m_xml.begin("MultiGeometry");
        for (const spatial::PolygonPart& part : area.parts) {
            m_xml.begin("Polygon");
            for (std::size_t i = 0; i < part.rings.size(); ++i) {
                m_xml.begin(i == 0 ? "outerBoundaryIs" : "innerBoundaryIs");
                m_xml.begin("LinearRing");
                m_xml.element("coordinates", coordinates_of(part.rings[i]));
                m_xml.end();
                m_xml.end();
            }
            m_xml.end();
        }
        m_xml.end();
    }

    FeatureSchema m_schema;
    LayerFile m_file;
    XmlStream m_xml;
    std::size_t m_title = 0; ///< column
};

} // namespace

std::unique_ptr<FeatureWriter> open_kml(const std::string& path, const FeatureSchema& schema,
                                        const LayerOptions& options) {
    return std::make_unique<Kml>(path, schema, options);
}

} // namespace yaqut::io
