// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <cpl_minixml.h>

#include <set>

#include "io/event_schema.hpp"
#include "io/style_file.hpp"

using namespace yaqut;

namespace {

std::string attribute(const CPLXMLNode* node, const char* path) { return CPLGetXMLValue(node, path, "(none)"); }

} // namespace

TEST_CASE("style: well-formed, with a category and symbol for every event type and an alias for every field") {
    CPLXMLNode* document = CPLParseXMLString(io::event_style_qml().c_str());
    REQUIRE(document != nullptr);
    const CPLXMLNode* qgis = CPLGetXMLNode(document, "=qgis");
    REQUIRE(qgis != nullptr);
    CHECK(attribute(qgis, "temporal.mode") == "4");
    CHECK(attribute(qgis, "temporal.endExpression") == "to_datetime(\"date_end\") + to_interval('1 day')");
    const CPLXMLNode* categorized = CPLGetXMLNode(qgis, "renderer-v2.renderer-v2");
    REQUIRE(categorized != nullptr);
    CHECK(attribute(categorized, "attr") == "event_type");
    std::set<std::string> symbols;
    for (const CPLXMLNode* node = CPLGetXMLNode(categorized, "symbols.symbol"); node != nullptr; node = node->psNext) {
        symbols.insert(attribute(node, "name"));
    }
    std::set<std::string> types;
    for (const CPLXMLNode* node = CPLGetXMLNode(categorized, "categories.category"); node != nullptr;
         node = node->psNext) {
        types.insert(attribute(node, "value"));
        CHECK(symbols.count(attribute(node, "symbol")) == 1);
        CHECK(parse_event_type(attribute(node, "value")));
    }
    CHECK(types.size() == event_type_count);
    std::size_t index = 0;
    for (const CPLXMLNode* node = CPLGetXMLNode(qgis, "aliases.alias"); node != nullptr; node = node->psNext, ++index) {
        REQUIRE(index < io::event_fields().size());
        CHECK(attribute(node, "field") == io::event_fields()[index].name);
        CHECK(attribute(node, "index") == std::to_string(index));
    }
    CHECK(index == io::event_fields().size());
    CPLDestroyXMLNode(document);
}

TEST_CASE("style: its name") {
    CHECK(io::style_path("out/events.geojson") == "out/events.qml");
    CHECK(io::style_path("out.d/events") == "out.d/events.qml");
}
