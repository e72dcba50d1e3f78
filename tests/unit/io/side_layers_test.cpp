// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <map>
#include <set>

#include <nlohmann/json.hpp>

#include "core/error.hpp"
#include "event_samples.hpp"
#include "files.hpp"
#include "gdal_reading.hpp"
#include "io/area_layer.hpp"
#include "io/event_schema.hpp"
#include "io/layer_writer.hpp"
#include "io/side_layers.hpp"
#include "spatial/containment.hpp"
#include "spatial/geodesic.hpp"

using namespace yaqut;
using yaqut::test::Folder;
using yaqut::test::open_with_gdal;

namespace {

Event placed(const char* id, GeoPrecision precision, FeatureClass feature, double radius_km) {
    Event event = test::full_event();
    event.id = id;
    event.geo_precision = precision;
    event.place->feature = feature;
    event.place->radius_km = radius_km;
    return event;
}

/// One event of every precision class, and of the classes of places that make a difference.
std::vector<Event> every_precision() {
    return {placed("site", GeoPrecision::site, FeatureClass::airport, 1.0),
            placed("district", GeoPrecision::district, FeatureClass::district, 2.0),
            placed("city", GeoPrecision::city, FeatureClass::city, 5.0),
            placed("offset", GeoPrecision::offset, FeatureClass::city, 10.0),
            placed("offset-unit", GeoPrecision::offset, FeatureClass::adm1, 10.0),
            placed("sea", GeoPrecision::area, FeatureClass::sea, 200.0),
            placed("river", GeoPrecision::area, FeatureClass::water, 50.0),
            placed("wide", GeoPrecision::area, FeatureClass::region, 900.0),
            placed("adm2", GeoPrecision::admin, FeatureClass::adm2, 40.0),
            placed("adm1", GeoPrecision::admin, FeatureClass::adm1, 80.0),
            placed("country", GeoPrecision::country, FeatureClass::country, 700.0),
            placed("inferred", GeoPrecision::inferred, FeatureClass::city, 5.0),
            placed("inferred-unit", GeoPrecision::inferred, FeatureClass::adm1, 80.0),
            placed("inferred-country", GeoPrecision::inferred, FeatureClass::country, 700.0),
            test::bare_event()};
}

constexpr Location on_unit{21.5, 30.5};

std::optional<spatial::SurfacePoint> surface(std::string_view id, std::string_view country, std::string_view code) {
    CHECK(id == "gn:88319");
    CHECK(country == "LY");
    CHECK(code == "69");
    return spatial::SurfacePoint{on_unit, 412.0};
}

spatial::Polygon box(double west, double south, double east, double north) {
    return {"box", {{{{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}}}}};
}

std::int64_t count_of(const io::SideFeature& area, std::string_view column) {
    const auto columns = io::area_columns();
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].name == column) {
            const auto* number = std::get_if<std::int64_t>(&area.values.at(i));
            return number == nullptr ? -1 : *number;
        }
    }
    FAIL("no column " << column);
    return -1;
}

std::vector<io::SideFeature> areas_of(const std::vector<Event>& events) {
    io::AreaCounts counts;
    for (const Event& event : events) {
        counts.add(event);
    }
    std::vector<io::SideFeature> areas;
    counts.for_each(
        [](const std::string& country, const std::string& code) {
            return io::AreaUnit{country + code, "Name", "اسم", box(10.0, 20.0, 25.0, 33.0)};
        },
        [&](const io::SideFeature& area) { areas.push_back(area); });
    return areas;
}

Article article_of(const char* id, const char* text) {
    Article article;
    article.id = id;
    article.text = text;
    return article;
}

Place place_of(const char* id, const char* name, Location location, FeatureClass feature) {
    Place place;
    place.id = id;
    place.name = name;
    place.location = location;
    place.feature = feature;
    return place;
}

/// Writes one circle, one area and one mention.
io::LayerReport write_all(const std::string& path, io::LayerFormat format) {
    io::LayerOptions options;
    options.side_layers = {io::SideLayer::mentions, io::SideLayer::areas, io::SideLayer::circles};
    const auto writer = io::open_layer(path, format, options);
    const Event event = test::full_event();
    writer->write(event);
    if (const auto circle = io::circle_of(event, {})) {
        writer->write_side(io::SideLayer::circles, circle->view());
    }
    for (const io::SideFeature& area : areas_of({event})) {
        writer->write_side(io::SideLayer::areas, area.view());
    }
    const Article article = article_of("n1", "وصل إلى بنغازي. ثم عاد.");
    Annotation annotation;
    ResolvedToponym toponym;
    toponym.mention.span = {14, 26};
    toponym.location = Location{20.07, 32.11};
    toponym.radius_km = 5.0;
    toponym.on_map = true;
    annotation.toponyms = {toponym};
    for (const io::SideFeature& mention : io::mentions_of(article, annotation, {}, surface)) {
        writer->write_side(io::SideLayer::mentions, mention.view());
    }
    return writer->finish();
}

} // namespace

TEST_CASE("geometry: what is drawn of every precision, and where") {
    struct Drawn {
        bool point;
        bool with_country_points;
        int where_prec;
    };
    const std::map<std::string, Drawn> expected{
        {"site", {true, true, 1}},          {"district", {true, true, 1}},
        {"city", {true, true, 1}},          {"offset", {true, true, 2}},
        {"offset-unit", {true, true, 2}},   {"sea", {true, true, 7}},
        {"river", {true, true, 5}},         {"wide", {false, false, 5}},
        {"adm2", {true, true, 3}},          {"adm1", {true, true, 4}},
        {"country", {false, true, 6}},      {"inferred", {true, true, 2}},
        {"inferred-unit", {true, true, 4}}, {"inferred-country", {false, true, 6}},
        {"ev-2", {false, false, 0}}};
    const std::vector<Event> events = every_precision();
    CHECK(events.size() == expected.size());
    for (Event event : events) {
        CAPTURE(event.id);
        const Drawn& drawn = expected.at(event.id);
        const Event before = event;
        io::place_on_surface(event, surface);
        CHECK(io::event_point(event, {}).has_value() == drawn.point);
        CHECK(io::event_point(event, {true, false}).has_value() == drawn.with_country_points);
        CHECK(io::ucdp_where_precision(event).value_or(0) == drawn.where_prec);
        const bool unit = event.id == "adm1" || event.id == "inferred-unit";
        if (unit) {
            CHECK(event.place->location == on_unit);
            CHECK(event.place->radius_km == 412.0);
        } else {
            CHECK(event == before);
        }
        if (event.place) {
            Event unsure = event;
            unsure.place->sure = false;
            CHECK_FALSE(io::event_point(unsure, {true, false}));
            CHECK(io::event_point(unsure, {false, true}) == io::event_point(event, {}));
        }
        const auto circle = io::circle_of(event, {});
        CHECK(circle.has_value() == drawn.point);
        if (circle) {
            const Location edge = circle->area.parts.at(0).rings.at(0).at(0);
            CHECK(spatial::distance_km(*io::event_point(event, {}), edge) == doctest::Approx(event.place->radius_km));
        }
    }
}

TEST_CASE("geometry: a unit whose shape is not known keeps its point; no radius, no circle") {
    Event event = placed("adm1", GeoPrecision::admin, FeatureClass::adm1, 0.0);
    const Event before = event;
    io::place_on_surface(event, [](auto...) { return std::nullopt; });
    CHECK(event == before);
    CHECK_FALSE(io::circle_of(event, {}));
}

TEST_CASE("areas: what happened is counted, in the country and in the unit; what did not, apart") {
    Event clash = test::full_event();
    clash.type = EventType::armed_clash;
    clash.when = DateRange{parse_iso_date("2014-08-30"), parse_iso_date("2014-08-30"), DatePrecision::day};
    clash.fatalities = {std::nullopt, std::nullopt, std::nullopt};
    Event planned = test::full_event();
    planned.status = EventStatus::planned;
    Event denied = test::full_event();
    denied.status = EventStatus::negated;
    Event recalled = test::full_event();
    recalled.status = EventStatus::background;
    const auto areas =
        areas_of({test::full_event(), clash, planned, denied, recalled, test::country_event(), test::bare_event()});
    REQUIRE(areas.size() == 2);
    const io::SideFeature& country = areas[0];
    CHECK(country.id == "LY");
    CHECK(count_of(country, "n_events") == 3);
    CHECK(count_of(country, "n_country") == 1);
    CHECK(count_of(country, "n_air") == 2);
    CHECK(count_of(country, "n_clash") == 1);
    CHECK(count_of(country, "n_fatal") == 2);
    CHECK(count_of(country, "fatal_best") == 8);
    CHECK(count_of(country, "fatal_low") == 6);
    CHECK(count_of(country, "fatal_high") == 10);
    CHECK(count_of(country, "injured") == 0);
    CHECK(count_of(country, "missing") == -1);
    CHECK(count_of(country, "displaced") == 1050);
    const io::SideFeature& unit = areas[1];
    CHECK(unit.id == "LY.69");
    CHECK(count_of(unit, "n_events") == 2);
    CHECK(count_of(unit, "n_country") == -1);
    CHECK(count_of(unit, "n_planned") == 1);
    CHECK(count_of(unit, "n_negated") == 1);
    CHECK(count_of(unit, "n_backgr") == 1);
    CHECK(std::get<Date>(unit.values.at(10)) == parse_iso_date("2014-08-30"));
    CHECK(std::get<Date>(unit.values.at(11)) == parse_iso_date("2014-09-05"));
    CHECK(areas_of({test::bare_event()}).empty());
}

TEST_CASE("areas: no number of dead is not none") {
    Event event = test::full_event();
    event.fatalities = {};
    const auto areas = areas_of({event});
    CHECK(count_of(areas.at(0), "n_fatal") == 0);
    CHECK(count_of(areas.at(0), "fatal_best") == -1);
}

TEST_CASE("side layers: their columns fit every format and have labels; rows have a value for each") {
    for (const io::SideLayerInfo& info : io::side_layers()) {
        const io::FeatureSchema schema = io::side_layer_schema(info.layer);
        CHECK(io::parse_side_layer(info.name) == info.layer);
        std::set<std::string_view> names;
        for (const io::Column& column : schema.columns) {
            CHECK_MESSAGE(names.insert(column.name).second, column.name);
            CHECK_MESSAGE(column.name.size() <= 10, column.name);
            CHECK_MESSAGE(!io::field_labels(column.name, schema.labels).ar.empty(), column.name);
            CHECK_MESSAGE(!io::field_meaning(column.name, schema.labels).empty(), column.name);
        }
    }
    CHECK(areas_of({test::full_event()}).at(0).values.size() == io::area_columns().size());
    CHECK(io::circle_of(test::full_event(), {})->values.size() ==
          io::side_layer_schema(io::SideLayer::circles).columns.size());
    CHECK(io::field_labels("n_air").ar == io::event_type_labels(EventType::airstrike).ar);
}

TEST_CASE("side layers: files beside the events, read back by GDAL") {
    const Folder folder;
    for (const auto& [format, ending] : {std::pair{io::LayerFormat::geojson, ".geojson"},
                                         {io::LayerFormat::shp, ".shp"},
                                         {io::LayerFormat::fgb, ".fgb"},
                                         {io::LayerFormat::kml, ".kml"}}) {
        CAPTURE(ending);
        const auto report = write_all(folder.path("e" + std::string(ending)), format);
        CHECK(report.events == 1);
        const auto areas = open_with_gdal(folder.path("e_areas" + std::string(ending)));
        REQUIRE(areas.features.size() == 2);
        CHECK(areas.features[0].values.at("level") == "country");
        CHECK(areas.features[0].values.at("n_air") == "1");
        CHECK(areas.features[0].has_geometry);
        const auto circles = open_with_gdal(folder.path("e_circles" + std::string(ending)));
        REQUIRE(circles.features.size() == 1);
        CHECK(circles.features[0].values.at("event_id") == "ev-1");
        CHECK(circles.features[0].has_geometry);
        const auto mentions = open_with_gdal(folder.path("e_mentions" + std::string(ending)));
        REQUIRE(mentions.features.size() == 1);
        CHECK(mentions.features[0].values.at("place_text") == "بنغازي");
        CHECK(mentions.features[0].values.at("snippet") == "وصل إلى بنغازي.");
        CHECK(mentions.features[0].values.at("txt_start") == "8");
        CHECK(mentions.features[0].x == 20.07);
    }
}

TEST_CASE("side layers: in one GeoPackage, each with its style") {
    const Folder folder;
    const std::string path = folder.path("e.gpkg");
    CHECK(write_all(path, io::LayerFormat::gpkg).files == std::vector<std::string>{path});
    CHECK(open_with_gdal(path, "areas").geometry == wkbMultiPolygon);
    CHECK(open_with_gdal(path, "areas").features.size() == 2);
    CHECK(open_with_gdal(path, "circles").epsg == "4326");
    CHECK(open_with_gdal(path, "mentions").features.size() == 1);
    std::set<std::string> styled;
    for (const test::Feature& style : open_with_gdal(path, "layer_styles").features) {
        styled.insert(style.values.at("f_table_name"));
    }
    CHECK(styled == std::set<std::string>{"areas", "circles", "events", "mentions"});
}

TEST_CASE("side layers: tables hold areas and mentions, and no circles; standard output holds events alone") {
    const Folder folder;
    const auto report = write_all(folder.path("e.csv"), io::LayerFormat::csv);
    CHECK(report.files ==
          std::vector<std::string>{folder.path("e.csv"), folder.path("e_mentions.csv"), folder.path("e_areas.csv")});
    io::LayerOptions options;
    options.side_layers = {io::SideLayer::areas};
    CHECK_THROWS_AS((void)io::open_layer("-", io::LayerFormat::geojson, options), OutputError);
}

TEST_CASE("side layers: GeoJSON polygons as RFC 7946 wants them") {
    const Folder folder;
    (void)write_all(folder.path("e.geojson"), io::LayerFormat::geojson);
    const auto json = nlohmann::json::parse(test::read_all(folder.path("e_areas.geojson")));
    const auto& geometry = json.at("features").at(0).at("geometry");
    CHECK(geometry.at("type") == "MultiPolygon");
    CHECK(geometry.at("coordinates").at(0).at(0).size() == 5);
    CHECK(json.at("features").at(1).at("id") == "LY.69");
    CHECK(json.at("bbox") == nlohmann::json::array({10.0, 20.0, 25.0, 33.0}));
}

TEST_CASE("mentions: a unit lies on its surface, a country on none, sentences are those around the name") {
    const Article article = article_of("n2", "Fights in Barqa. Talks in Libya.");
    Annotation annotation;
    ResolvedToponym unit;
    unit.mention.span = {10, 15};
    unit.place = place_of("gn:88319", "Barqa", {22.0, 31.0}, FeatureClass::adm1);
    unit.place->country = "LY";
    unit.place->admin1_code = "69";
    ResolvedToponym country;
    country.mention.span = {26, 31};
    country.place = place_of("gn:2215636", "Libya", {18.0, 27.0}, FeatureClass::country);
    unit.on_map = true;
    country.on_map = true;
    ResolvedToponym unresolved;
    annotation.toponyms = {unit, country, unresolved};
    const auto mentions = io::mentions_of(article, annotation, {}, surface);
    REQUIRE(mentions.size() == 2);
    CHECK(mentions[0].id == "n2#10");
    CHECK(mentions[0].point == on_unit);
    CHECK_FALSE(mentions[1].point);
    CHECK(io::mentions_of(article, annotation, {true, false}, surface).at(1).point == Location{18.0, 27.0});
    annotation.toponyms[0].on_map = false;
    CHECK_FALSE(io::mentions_of(article, annotation, {}, surface).at(0).point);
    CHECK(io::mentions_of(article, annotation, {false, true}, surface).at(0).point == on_unit);
    const auto columns = io::side_layer_schema(io::SideLayer::mentions).columns;
    REQUIRE(mentions[0].values.size() == columns.size());
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].name == "snippet") {
            CHECK(std::get<std::string>(mentions[0].values[i]) == "Fights in Barqa.");
            CHECK(std::get<std::string>(mentions[1].values[i]) == "Talks in Libya.");
        }
        if (columns[i].name == "where_prec") {
            CHECK(std::get<std::int64_t>(mentions[0].values[i]) == 4);
            CHECK(std::get<std::int64_t>(mentions[1].values[i]) == 6);
        }
    }
}
