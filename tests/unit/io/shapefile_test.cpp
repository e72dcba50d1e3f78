// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <csignal>
#include <map>

#include <sys/resource.h>

#include "core/error.hpp"
#include "event_samples.hpp"
#include "files.hpp"
#include "gdal_reading.hpp"
#include "io/event_schema.hpp"
#include "io/grapheme_cut.hpp"
#include "io/layer_writer.hpp"
#include "io/readable.hpp"

using namespace yaqut;
using yaqut::test::expected_value;
using yaqut::test::Folder;
using yaqut::test::Layer;
using yaqut::test::open_with_gdal;
using yaqut::test::read_all;

namespace {

io::LayerReport write_shapefile(const std::string& path, const std::vector<Event>& events) {
    const auto writer = io::open_layer(path, io::LayerFormat::shp);
    for (const Event& event : events) {
        writer->write(event);
    }
    return writer->finish();
}

} // namespace

TEST_CASE("shapefile: what GDAL reads back is what was written") {
    const Folder folder;
    const std::vector<Event> events{test::bare_event(), test::full_event(), test::country_event()};
    const auto report = write_shapefile(folder.path("أحداث.shp"), events);
    CHECK(report.events == 3);
    CHECK(report.located == 1);
    CHECK(report.truncated == 0);
    CHECK(report.files.size() == 6);
    CHECK(report.files.front() == folder.path("أحداث.shp"));
    CHECK(folder.entries() == 6);
    CHECK(read_all(folder.path("أحداث.cpg")) == "UTF-8");
    const Layer layer = open_with_gdal(folder.path("أحداث.shp"));
    CHECK(layer.geometry == wkbPoint);
    CHECK(layer.epsg == "4326");
    CHECK(layer.types.size() == io::event_fields().size());
    CHECK(layer.types.at("date_start") == OFTDate);
    CHECK(layer.types.at("published") == OFTDate);
    CHECK(layer.types.at("fatal_best") == OFTInteger64);
    CHECK(layer.types.at("confidence") == OFTReal);
    REQUIRE(layer.features.size() == 3);
    for (std::size_t i = 0; i < events.size(); ++i) {
        for (const io::EventField& field : io::event_fields()) {
            if (field.type != io::FieldType::real) {
                const auto found = layer.features[i].values.find(std::string(field.name));
                CHECK_MESSAGE((found == layer.features[i].values.end() ? "" : found->second) ==
                                  expected_value(field, events[i]),
                              field.name);
            }
        }
    }
    CHECK_FALSE(layer.features[0].has_geometry);
    CHECK(layer.features[1].has_geometry);
    CHECK(layer.features[1].x == 20.0681234567);
    CHECK(layer.features[1].y == 32.1148);
    CHECK_FALSE(layer.features[2].has_geometry);
    CHECK(std::stod(layer.features[1].values.at("confidence")) == 0.75);
    CHECK(std::stod(layer.features[1].values.at("longitude")) == 20.068123);
    CHECK(layer.features[2].values.count("latitude") == 0);
}

TEST_CASE("geojson: what GDAL reads back is what was written") {
    const Folder folder;
    const auto writer = io::open_layer(folder.path("e.geojson"), io::LayerFormat::geojson);
    writer->write(test::bare_event());
    writer->write(test::full_event());
    (void)writer->finish();
    const Layer layer = open_with_gdal(folder.path("e.geojson"));
    CHECK(layer.epsg == "4326");
    CHECK(layer.types.at("date_start") == OFTDate);
    CHECK(layer.types.at("date_end") == OFTDate);
    REQUIRE(layer.features.size() == 2);
    CHECK_FALSE(layer.features[0].has_geometry);
    CHECK(layer.features[0].values.count("date_start") == 0);
    CHECK(layer.features[1].x == 20.068123);
    CHECK(layer.features[1].values.at("date_start") == "2014/09/03");
    CHECK(layer.features[1].values.at("name_ar") == "بنغازي");
    CHECK(layer.features[1].values.at("snippet") == test::full_event().sources[0].sentence);
}

TEST_CASE("shapefile: long texts are cut between characters and counted") {
    const Folder folder;
    Event event = test::full_event();
    event.sources[0].title.clear();
    for (int i = 0; i < 100; ++i) {
        event.sources[0].title += "مُّ"; // a letter with two marks: six bytes, one character
    }
    event.place->name = std::string(77, 'x') + "👩‍👩‍👧";
    event.fatalities.best = 99'999'999'999;
    const auto report = write_shapefile(folder.path("e.shp"), {event});
    CHECK(report.truncated == 3);
    const Layer layer = open_with_gdal(folder.path("e.shp"));
    const std::string title = layer.features.at(0).values.at("title");
    CHECK(title.size() == 252);
    CHECK(event.sources[0].title.starts_with(title));
    CHECK(layer.features[0].values.at("place_name") == std::string(77, 'x'));
    CHECK(layer.features[0].values.count("fatal_best") == 0);
    CHECK(layer.features[0].values.at("fatal_low") == "3");
}

TEST_CASE("shapefile: hostile text") {
    const Folder folder;
    Event event = test::full_event();
    event.sources[0].title = test::bytes_of("a\0b\xFF\n\"c\" ") + std::string(300, '\xCC');
    event.trigger_text = "  ";
    const auto report = write_shapefile(folder.path("e.shp"), {event});
    CHECK(report.truncated == 1);
    const std::string title = open_with_gdal(folder.path("e.shp")).features.at(0).values.at("title");
    CHECK(title.starts_with("a b\xEF\xBF\xBD \"c\" \xEF\xBF\xBD"));
    CHECK(io::is_valid_utf8(title));
}

TEST_CASE("shapefile: no events") {
    const Folder folder;
    write_shapefile(folder.path("e"), {});
    const Layer layer = open_with_gdal(folder.path("e.shp"));
    CHECK(layer.geometry == wkbPoint);
    CHECK(layer.features.empty());
}

TEST_CASE("shapefile: indexes of the layer before are removed") {
    const Folder folder;
    folder.write("e.qix", "stale");
    write_shapefile(folder.path("e.shp"), {test::full_event()});
    CHECK_FALSE(std::filesystem::exists(folder.path("e.qix")));
}

TEST_CASE("shapefile: a disk that fills up while it is written") {
    const Folder folder;
    rlimit before{};
    REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
    auto* const handler = std::signal(SIGXFSZ, SIG_IGN);
    rlimit small = before;
    small.rlim_cur = 200'000;
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &small) == 0);
    std::string message;
    try {
        write_shapefile(folder.path("e.shp"), std::vector<Event>(300, test::full_event()));
    } catch (const OutputError& error) {
        message = error.what();
    }
    ::setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    CHECK_MESSAGE(message.starts_with(folder.path("e.")), message);
    CHECK(folder.entries() == 0);
}

TEST_CASE("grapheme cut") {
    io::GraphemeCutter cutter;
    CHECK(cutter.cut("abc", 3) == "abc");
    CHECK(cutter.cut("abcd", 3) == "abc");
    CHECK(cutter.cut("", 0).empty());
    CHECK(cutter.cut("بنغازي", 5) == "بن");
    CHECK(cutter.cut("بنغازي", 4) == "بن");
    CHECK(cutter.cut("مُّمُّ", 6) == "مُّ"); // a letter with two marks
    CHECK(cutter.cut("مُّمُّ", 7) == "مُّ");
    CHECK(cutter.cut("مُّمُّ", 11) == "مُّ");
    CHECK(cutter.cut("\u0600\u0661", 2) == "\u0600"); // a sign before digits is one with them: nothing else fits
    CHECK(cutter.cut("e\u0301x", 3) == "e\u0301");
    CHECK(cutter.cut("ae\u0301", 3) == "a");
    CHECK(cutter.cut("a\r\n", 2) == "a");
    std::string piled = "x";
    for (int i = 0; i < 1000; ++i) {
        piled += "\u0301";
    }
    CHECK(cutter.cut(piled, 254).size() == 253);
}

TEST_CASE("shapefile: the limit of its size is an error before anything is replaced") {
    const Folder folder;
    (void)write_shapefile(folder.path("e.shp"), {test::full_event()});
    const std::string before = read_all(folder.path("e.dbf"));
    io::LayerOptions options;
    options.overwrite = true;
    CHECK(options.shapefile_bytes == 2'147'483'647);
    options.shapefile_bytes = 4096 + 20'000; // room for some events
    const auto writer = io::open_layer(folder.path("e.shp"), io::LayerFormat::shp, options);
    std::size_t written = 0;
    try {
        for (; written < 1000; ++written) {
            writer->write(test::full_event());
        }
        FAIL("more was written than may be");
    } catch (const OutputError& error) {
        const std::string message = error.what();
        CHECK_MESSAGE(message.find("at most 24096 bytes, that is " + std::to_string(written)) != std::string::npos,
                      message);
        CHECK(message.find("write GeoJSON") != std::string::npos);
    }
    CHECK(written > 3);
    CHECK(read_all(folder.path("e.dbf")) == before);
}
