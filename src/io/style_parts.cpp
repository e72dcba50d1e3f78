// SPDX-License-Identifier: Apache-2.0
#include "io/style_parts.hpp"

#include <charconv>

namespace yaqut::io {

std::string both(const Labels& labels) { return std::string(labels.en) + " / " + std::string(labels.ar); }

std::string rgba(std::string_view hex, int alpha) {
    std::string out;
    for (const std::size_t at : {1U, 3U, 5U}) {
        int value = 0;
        std::from_chars(hex.data() + at, hex.data() + at + 2, value, 16);
        out += std::to_string(value) + ",";
    }
    return out + std::to_string(alpha);
}

void style_option(Xml& xml, std::string_view name, std::string_view value) {
    xml.raw("<Option type=\"QString\"").attribute("name", name).attribute("value", value).raw("/>");
}

void marker_symbol(Xml& xml, std::string_view name, std::string_view colour, std::string_view size) {
    xml.raw("<symbol type=\"marker\" alpha=\"1\"").attribute("name", name);
    xml.raw("><layer class=\"SimpleMarker\" enabled=\"1\"><Option type=\"Map\">");
    style_option(xml, "name", "circle");
    style_option(xml, "color", colour);
    style_option(xml, "outline_color", "255,255,255,255");
    style_option(xml, "outline_width", "0.3");
    style_option(xml, "size", size);
    style_option(xml, "size_unit", "MM");
    xml.raw("</Option></layer></symbol>\n");
}

void fill_symbol(Xml& xml, std::string_view name, std::string_view fill, std::string_view outline,
                 std::string_view width) {
    xml.raw("<symbol type=\"fill\" alpha=\"1\"").attribute("name", name);
    xml.raw("><layer class=\"SimpleFill\" enabled=\"1\"><Option type=\"Map\">");
    style_option(xml, "color", fill);
    style_option(xml, "outline_color", outline);
    style_option(xml, "outline_width", width);
    style_option(xml, "outline_style", "solid");
    style_option(xml, "style", fill.ends_with(",0") ? "no" : "solid");
    xml.raw("</Option></layer></symbol>\n");
}

void aliases(Xml& xml, std::span<const Column> columns, std::string_view labels) {
    xml.raw("<aliases>\n");
    for (std::size_t i = 0; i < columns.size(); ++i) {
        xml.raw("<alias").attribute("field", columns[i].name).attribute("index", std::to_string(i));
        xml.attribute("name", both(field_labels(columns[i].name, labels))).raw("/>\n");
    }
    xml.raw("</aliases>\n");
}

void time_by_days(Xml& xml) {
    xml.raw(
        "<temporal enabled=\"1\" mode=\"4\" limitMode=\"0\" durationUnit=\"d\" fixedDuration=\"0\" accumulate=\"0\" "
        "startField=\"date_start\" endField=\"date_end\"");
    xml.attribute("startExpression", "to_datetime(\"date_start\")");
    xml.attribute("endExpression", "to_datetime(\"date_end\") + to_interval('1 day')");
    xml.raw("><fixedRange><start/><end/></fixedRange></temporal>\n");
}

std::string qml(std::string_view elements, bool labels) {
    std::string out = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n<qgis version=\"3.22.0\"";
    out.append(" labelsEnabled=\"").append(labels ? "1" : "0");
    out.append("\" styleCategories=\"Symbology|Labeling|Temporal|Fields|MapTips\">\n");
    return out.append(elements).append("</qgis>\n");
}

} // namespace yaqut::io
