// SPDX-License-Identifier: Apache-2.0
#include "io/style_file.hpp"

#include <filesystem>
#include <fstream>
#include <string_view>

#include "io/event_schema.hpp"
#include "io/output_file.hpp"
#include "io/style_parts.hpp"

namespace yaqut::io {

namespace {

EventType type_at(std::size_t index) { return static_cast<EventType>(index); }

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
        marker_symbol(xml, std::to_string(i), rgba(event_type_colour(type_at(i))), "3.2");
    }
    xml.raw("</symbols>\n</renderer-v2>\n");
}

/// Events of one town share its point: they are drawn around it, hundreds of them in rings within rings.
void renderer(Xml& xml) {
    xml.raw("<renderer-v2 type=\"pointDisplacement\" placement=\"1\" tolerance=\"3\" toleranceUnit=\"MM\" "
            "circleWidth=\"0.2\" "
            "circleColor=\"125,125,125,255\" circleRadiusAddition=\"0\" labelAttributeName=\"\" enableorderby=\"0\" "
            "forceraster=\"0\" symbollevels=\"0\">\n");
    categories(xml);
    marker_symbol(xml, "centerSymbol", "125,125,125,255", "1.6");
    xml.raw("</renderer-v2>\n");
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
    time_by_days(xml);
    renderer(xml);
    labelling(xml);
    aliases(xml, event_columns());
    map_tip(xml);
    xml.raw("<layerGeometryType>0</layerGeometryType>\n");
    return xml.take();
}

std::string event_style_qml() { return qml(event_style_elements(), true); }

StyleFile::StyleFile(std::string path, std::string style, bool overwrite)
    : m_path(std::move(path)), m_style(std::move(style)), m_overwrite(overwrite) {
    if (!holds(m_path, m_style)) {
        check_may_write(m_path, m_overwrite);
    }
}

void StyleFile::write() const {
    if (holds(m_path, m_style)) {
        return;
    }
    OutputFile file(m_path, m_overwrite);
    file.write(m_style);
    file.complete();
    file.publish();
}

std::string style_path(const std::string& layer_path) {
    return std::filesystem::path(layer_path).replace_extension(".qml").string();
}

} // namespace yaqut::io
