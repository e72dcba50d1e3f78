// SPDX-License-Identifier: Apache-2.0
#include "io/style_file.hpp"

#include <charconv>
#include <filesystem>
#include <fstream>
#include <string_view>

#include "io/event_schema.hpp"
#include "io/output_file.hpp"
#include "io/xml_writer.hpp"

namespace yaqut::io {

namespace {

EventType type_at(std::size_t index) { return static_cast<EventType>(index); }

/// QGIS writes colours as "red,green,blue,alpha".
std::string rgba(std::string_view hex) {
    std::string out;
    for (const std::size_t at : {1U, 3U, 5U}) {
        int value = 0;
        std::from_chars(hex.data() + at, hex.data() + at + 2, value, 16);
        out += std::to_string(value) + ",";
    }
    return out + "255";
}

void option(Xml& xml, std::string_view name, std::string_view value) {
    xml.raw("<Option type=\"QString\"").attribute("name", name).attribute("value", value).raw("/>");
}

void marker(Xml& xml, std::string_view name, std::string_view colour, std::string_view size) {
    xml.raw("<symbol type=\"marker\" alpha=\"1\"").attribute("name", name);
    xml.raw("><layer class=\"SimpleMarker\" enabled=\"1\"><Option type=\"Map\">");
    option(xml, "name", "circle");
    option(xml, "color", colour);
    option(xml, "outline_color", "255,255,255,255");
    option(xml, "outline_width", "0.3");
    option(xml, "size", size);
    option(xml, "size_unit", "MM");
    xml.raw("</Option></layer></symbol>\n");
}

std::string both(const Labels& labels) { return std::string(labels.en) + " / " + std::string(labels.ar); }

void categories(Xml& xml) {
    xml.raw("<renderer-v2 type=\"categorizedSymbol\" attr=\"event_type\" enableorderby=\"0\" "
            "symbollevels=\"0\">\n<categories>\n");
    for (std::size_t i = 0; i < event_type_count; ++i) {
        xml.raw("<category render=\"true\"").attribute("symbol", std::to_string(i));
        xml.attribute("value", to_string(type_at(i)))
            .attribute("label", both(event_type_labels(type_at(i))))
            .raw("/>\n");
    }
    xml.raw("</categories>\n<symbols>\n");
    for (std::size_t i = 0; i < event_type_count; ++i) {
        marker(xml, std::to_string(i), rgba(event_type_colour(type_at(i))), "3.2");
    }
    xml.raw("</symbols>\n</renderer-v2>\n");
}

/// Events of one town share its point: they are drawn around it.
void renderer(Xml& xml) {
    xml.raw("<renderer-v2 type=\"pointDisplacement\" placement=\"0\" tolerance=\"3\" toleranceUnit=\"MM\" "
            "circleWidth=\"0.2\" "
            "circleColor=\"125,125,125,255\" circleRadiusAddition=\"0\" labelAttributeName=\"\" enableorderby=\"0\" "
            "forceraster=\"0\" symbollevels=\"0\">\n");
    categories(xml);
    marker(xml, "centerSymbol", "125,125,125,255", "1.6");
    xml.raw("</renderer-v2>\n");
}

/// Two expressions, not two fields: with fields QGIS loses events of one day, or shows them in the wrong frame.
void temporal(Xml& xml) {
    xml.raw(
        "<temporal enabled=\"1\" mode=\"4\" limitMode=\"0\" durationUnit=\"d\" fixedDuration=\"0\" accumulate=\"0\" "
        "startField=\"date_start\" endField=\"date_end\"");
    xml.attribute("startExpression", "to_datetime(\"date_start\")");
    xml.attribute("endExpression", "to_datetime(\"date_end\") + to_interval('1 day')");
    xml.raw("><fixedRange><start/><end/></fixedRange></temporal>\n");
}

void labelling(Xml& xml) {
    xml.raw(
        "<labeling type=\"simple\"><settings><text-style isExpression=\"1\" fontFamily=\"Noto Sans\" fontSize=\"9\" "
        "fontSizeUnit=\"Point\" textColor=\"30,30,30,255\"");
    xml.attribute("fieldName", "coalesce(\"place_text\",\"place_name\")");
    xml.raw("><text-buffer bufferDraw=\"1\" bufferSize=\"0.8\" bufferSizeUnits=\"MM\" "
            "bufferColor=\"255,255,255,255\"/></text-style>"
            "<placement placement=\"6\" dist=\"1.2\" distUnits=\"MM\" predefinedPositionOrder=\"R,L,TR,BR,TL,BL,T,B\" "
            "offsetType=\"1\"/><rendering displayAll=\"0\"/></settings></labeling>\n");
}

void aliases(Xml& xml) {
    xml.raw("<aliases>\n");
    std::size_t index = 0;
    for (const EventField& field : event_fields()) {
        xml.raw("<alias").attribute("field", field.name).attribute("index", std::to_string(index));
        xml.attribute("name", both(field_labels(field.name))).raw("/>\n");
        ++index;
    }
    xml.raw("</aliases>\n");
}

/// An expression whose value is shown as text, whatever marks it holds: it comes from articles.
std::string shown(std::string_view expression) {
    return "[% replace(replace(coalesce(" + std::string(expression) + ",''),'&','&amp;'),'<','&lt;') %]";
}

void map_tip(Xml& xml) {
    xml.raw("<mapTip>");
    xml.escaped("<b>" + shown("\"place_name\",\"place_text\"") + " " + shown("\"name_ar\"") +
                "</b> ([% \"event_type\" %], [% \"status\" %])<br>");
    xml.escaped(shown("\"date_edtf\"") + "<br><span dir=\"auto\">" + shown("\"snippet\"") + "</span>");
    xml.raw("</mapTip>\n");
}

bool holds(const std::string& path, const std::string& content) {
    std::ifstream file(path, std::ios::binary);
    std::string found(content.size() + 1, '\0');
    file.read(found.data(), static_cast<std::streamsize>(found.size()));
    return static_cast<std::size_t>(file.gcount()) == content.size() && found.starts_with(content);
}

} // namespace

std::string event_style_elements() {
    Xml xml;
    temporal(xml);
    renderer(xml);
    labelling(xml);
    aliases(xml);
    map_tip(xml);
    xml.raw("<layerGeometryType>0</layerGeometryType>\n");
    return xml.take();
}

std::string event_style_qml() {
    return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n<qgis version=\"3.22.0\" labelsEnabled=\"1\" "
           "styleCategories=\"Symbology|Labeling|Temporal|Fields|MapTips\">\n" +
           event_style_elements() + "</qgis>\n";
}

StyleFile::StyleFile(std::string path, bool overwrite) : m_path(std::move(path)), m_overwrite(overwrite) {
    if (!holds(m_path, event_style_qml())) {
        check_may_write(m_path, m_overwrite);
    }
}

void StyleFile::write() const {
    const std::string style = event_style_qml();
    if (holds(m_path, style)) {
        return;
    }
    OutputFile file(m_path, m_overwrite);
    file.write(style);
    file.complete();
    file.publish();
}

std::string style_path(const std::string& layer_path) {
    return std::filesystem::path(layer_path).replace_extension(".qml").string();
}

} // namespace yaqut::io
