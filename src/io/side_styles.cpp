// SPDX-License-Identifier: Apache-2.0
#include "io/side_styles.hpp"

#include <array>

#include "io/style_parts.hpp"

namespace yaqut::io {

namespace {

struct UseColour {
    std::string_view use;
    std::string_view colour;
};
/// Of all places that are named, those where something may have happened stand out.
constexpr std::array<UseColour, 7> use_colours{{{"location", "#1565c0"},
                                                {"metonym", "#8d6e63"},
                                                {"org", "#9e9e9e"},
                                                {"demonym", "#bcaaa4"},
                                                {"person", "#bdbdbd"},
                                                {"source", "#cfd8dc"},
                                                {"other", "#e0e0e0"}}};

/// The same on every map, so that two maps can be compared.
struct Shade {
    int from;
    int to; ///< 0: no limit
    std::string_view colour;
};
constexpr std::array<Shade, 6> shades{{{1, 4, "#fee8c8"},
                                       {5, 9, "#fdd49e"},
                                       {10, 24, "#fdbb84"},
                                       {25, 49, "#fc8d59"},
                                       {50, 99, "#e34a33"},
                                       {100, 0, "#b30000"}}};
constexpr std::string_view few_colour = "#f5f2ec";
/// On coarser maps than this countries are shown, on finer ones their units.
constexpr std::string_view country_scale = "15000000";

constexpr std::string_view point_layer = "<layerGeometryType>0</layerGeometryType>\n";
constexpr std::string_view polygon_layer = "<layerGeometryType>2</layerGeometryType>\n";

std::string shade_label(const Shade& shade) {
    return shade.to == 0 ? std::to_string(shade.from) + "+"
                         : std::to_string(shade.from) + "–" + std::to_string(shade.to);
}

std::string shade_filter(const Shade& shade) {
    const std::string from = "\"n_events\" >= " + std::to_string(shade.from);
    return shade.to == 0 ? from : from + " AND \"n_events\" <= " + std::to_string(shade.to);
}

/// QGIS gives a symbol to one rule only: each has its own, named by the rule's key.
void rule(Xml& xml, const std::string& key, std::string_view filter, std::string_view label) {
    xml.raw("<rule").attribute("key", "{" + key + "}").attribute("symbol", key).attribute("filter", filter);
    xml.attribute("label", label).raw("/>\n");
}

constexpr std::string_view country_key = "country";
constexpr std::string_view unit_key = "adm1";

std::string shade_key(std::string_view level, std::size_t shade) { return std::string(level) + std::to_string(shade); }

/// One rule per shade, and number 0 for areas without an event that happened.
void level_rules(Xml& xml, std::string_view level, std::string_view label, std::string_view scale_limit) {
    xml.raw("<rule").attribute("key", "{" + std::string(level) + "}");
    xml.attribute("filter", "\"level\" = '" + std::string(level) + "'").attribute("label", label);
    xml.attribute(scale_limit, country_scale).raw(">\n");
    for (std::size_t i = shades.size(); i > 0; --i) {
        const Shade& shade = shades.at(i - 1);
        rule(xml, shade_key(level, i), shade_filter(shade), shade_label(shade));
    }
    rule(xml, shade_key(level, 0), "\"n_events\" = 0", "0");
    xml.raw("</rule>\n");
}

void level_symbols(Xml& xml, std::string_view level) {
    constexpr std::string_view line = "170,150,130,255";
    fill_symbol(xml, shade_key(level, 0), rgba(few_colour), line, "0.15");
    for (std::size_t i = 0; i < shades.size(); ++i) {
        fill_symbol(xml, shade_key(level, i + 1), rgba(shades.at(i).colour), line, "0.15");
    }
}

void area_renderer(Xml& xml) {
    xml.raw("<renderer-v2 type=\"RuleRenderer\" enableorderby=\"1\" symbollevels=\"0\">\n<rules key=\"{areas}\">\n");
    level_rules(xml, country_key, "Countries / دول", "scalemindenom");
    level_rules(xml, unit_key, "First-level units / محافظات", "scalemaxdenom");
    rule(xml, "borders", "\"level\" = 'country'", "Borders / حدود");
    xml.raw("</rules>\n<symbols>\n");
    level_symbols(xml, country_key);
    level_symbols(xml, unit_key);
    fill_symbol(xml, "borders", "0,0,0,0", "90,80,70,255", "0.4");
    // Countries are drawn last, for their borders to lie over the units.
    xml.raw("</symbols>\n<orderby><orderByClause asc=\"1\" nullsFirst=\"0\">\"level\"</orderByClause></orderby>\n"
            "</renderer-v2>\n");
}

/// Name and number, of the units or of the countries, whichever are shaded. No area is an obstacle to labels: countries
/// lie over all of their units'.
void area_labels(Xml& xml) {
    xml.raw("<labeling type=\"simple\"><settings><text-style isExpression=\"1\" fontFamily=\"Noto Sans\" "
            "fontSize=\"8\" fontSizeUnit=\"Point\" textColor=\"40,30,20,255\"");
    xml.attribute("fieldName", "CASE WHEN \"n_events\" > 0 AND (\"level\" = 'country') = (@map_scale >= " +
                                   std::string(country_scale) +
                                   ") THEN coalesce(\"name_ar\", \"name\", \"area_id\") || '\\n' || \"n_events\" END");
    xml.raw("><text-buffer bufferDraw=\"1\" bufferSize=\"0.7\" bufferSizeUnits=\"MM\" "
            "bufferColor=\"255,255,255,200\"/></text-style><text-format multilineAlign=\"1\"/>"
            "<placement placement=\"1\" centroidInside=\"1\"/><rendering displayAll=\"0\" "
            "obstacle=\"0\"/></settings></labeling>\n");
}

} // namespace

std::string mention_style_qml(const FeatureSchema& schema) {
    Xml xml;
    xml.raw("<renderer-v2 type=\"categorizedSymbol\" attr=\"use\" enableorderby=\"0\" symbollevels=\"0\">\n"
            "<categories>\n");
    for (const UseColour& entry : use_colours) {
        xml.raw("<category render=\"true\"").attribute("symbol", entry.use).attribute("value", entry.use);
        xml.attribute("label", entry.use).raw("/>\n");
    }
    xml.raw("</categories>\n<symbols>\n");
    for (const UseColour& entry : use_colours) {
        marker_symbol(xml, entry.use, rgba(entry.colour), "1.8");
    }
    xml.raw("</symbols>\n</renderer-v2>\n");
    aliases(xml, schema.columns, schema.labels);
    xml.raw(point_layer);
    return qml(xml.take(), false);
}

std::string circle_style_qml(const FeatureSchema& schema) {
    Xml xml;
    time_by_days(xml);
    xml.raw("<renderer-v2 type=\"categorizedSymbol\" attr=\"event_type\" enableorderby=\"1\" symbollevels=\"0\">\n"
            "<categories>\n");
    for (std::size_t i = 0; i < event_type_count; ++i) {
        const auto type = static_cast<EventType>(i);
        xml.raw("<category render=\"true\"").attribute("symbol", std::to_string(i));
        xml.attribute("value", to_string(type)).attribute("label", both(event_type_labels(type))).raw("/>\n");
    }
    xml.raw("</categories>\n<symbols>\n");
    for (std::size_t i = 0; i < event_type_count; ++i) {
        const std::string_view colour = event_type_colour(static_cast<EventType>(i));
        // Events of one town share a circle: fills would add up to one that hides what lies below.
        fill_symbol(xml, std::to_string(i), rgba(colour, 0), rgba(colour), "0.25");
    }
    // Wide ones first, for the narrow ones to stay visible.
    xml.raw("</symbols>\n<orderby><orderByClause asc=\"0\" nullsFirst=\"0\">\"radius_m\"</orderByClause></orderby>\n"
            "</renderer-v2>\n");
    aliases(xml, schema.columns, schema.labels);
    xml.raw(polygon_layer);
    return qml(xml.take(), false);
}

std::string area_style_qml(const FeatureSchema& schema) {
    Xml xml;
    area_renderer(xml);
    area_labels(xml);
    aliases(xml, schema.columns, schema.labels);
    xml.raw(polygon_layer);
    return qml(xml.take(), true);
}

} // namespace yaqut::io
