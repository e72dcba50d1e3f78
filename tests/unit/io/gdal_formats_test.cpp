// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "event_samples.hpp"
#include "files.hpp"
#include "gdal_reading.hpp"
#include "io/layer_writer.hpp"
#include "io/style_file.hpp"

using namespace yaqut;
using yaqut::test::expected_value;
using yaqut::test::Folder;
using yaqut::test::Layer;
using yaqut::test::open_with_gdal;

namespace {

io::LayerReport write_as(io::LayerFormat format, const std::string& path, const std::vector<Event>& events) {
    const auto writer = io::open_layer(path, format);
    for (const Event& event : events) {
        writer->write(event);
    }
    return writer->finish();
}

std::string extension_of(io::LayerFormat format) {
    for (const io::LayerFormatInfo& info : io::layer_formats()) {
        if (info.format == format) {
            return std::string(info.extension);
        }
    }
    return "";
}

/// Dates as text, or as points in time, look otherwise than dates.
std::string as_date(std::string text) {
    constexpr std::size_t date_size = 10;
    if (text.size() == date_size && text[4] == '-' && text[7] == '-') {
        std::replace(text.begin(), text.end(), '-', '/');
    }
    return text.substr(0, text.find(" 00:00:00"));
}

const test::Feature& feature_of(const Layer& layer, const Event& event) {
    const auto found = std::find_if(layer.features.begin(), layer.features.end(), [&](const test::Feature& feature) {
        const auto id = feature.values.find("event_id");
        return id != feature.values.end() && id->second == event.id;
    });
    REQUIRE_MESSAGE(found != layer.features.end(), event.id);
    return *found;
}

void check_values(const test::Feature& feature, const Event& event) {
    for (const io::EventField& field : io::event_fields()) {
        if (field.type != io::FieldType::real) {
            const auto found = feature.values.find(std::string(field.name));
            CHECK_MESSAGE(as_date(found == feature.values.end() ? "" : found->second) == expected_value(field, event),
                          field.name);
        }
    }
}

std::vector<Event> samples() { return {test::bare_event(), test::full_event(), test::country_event()}; }

} // namespace

TEST_CASE("GeoPackage, FlatGeobuf, KML and spreadsheet: what GDAL reads back is what was written") {
    const Folder folder;
    for (const io::LayerFormat format : {io::LayerFormat::fgb, io::LayerFormat::kml, io::LayerFormat::xlsx}) {
        CAPTURE(static_cast<int>(format));
        const std::string path = folder.path("أحداث" + extension_of(format));
        const auto report = write_as(format, path, samples());
        const bool only_points = format == io::LayerFormat::fgb;
        CHECK(report.events == (only_points ? 1 : 3));
        CHECK(report.left_out == (only_points ? 2 : 0));
        CHECK(report.located == 1);
        CHECK(report.truncated == 0);
        const Layer layer = open_with_gdal(path);
        CHECK(layer.features.size() == report.events);
        for (const Event& event : only_points ? std::vector<Event>{test::full_event()} : samples()) {
            check_values(feature_of(layer, event), event);
        }
    }
}

TEST_CASE("GeoPackage: events without a point lie in a table of their own, the style in layer_styles") {
    const Folder folder;
    const std::string path = folder.path("e.gpkg");
    const auto report = write_as(io::LayerFormat::gpkg, path, samples());
    CHECK(report.files == std::vector<std::string>{path});
    CHECK(folder.entries() == 1);
    const Layer located = open_with_gdal(path, "events");
    REQUIRE(located.features.size() == 1);
    CHECK(located.geometry == wkbPoint);
    CHECK(located.epsg == "4326");
    CHECK(located.types.at("date_start") == OFTDate);
    check_values(located.features.front(), test::full_event());
    CHECK(located.features.front().x == 20.0681234567);
    const Layer unlocated = open_with_gdal(path, "unlocated");
    CHECK(unlocated.geometry == wkbNone);
    CHECK(unlocated.features.size() == 2);
    check_values(feature_of(unlocated, test::country_event()), test::country_event());
    const Layer styles = open_with_gdal(path, "layer_styles");
    REQUIRE(styles.features.size() == 1);
    CHECK(styles.features.front().values.at("f_table_name") == "events");
    CHECK(styles.features.front().values.at("styleQML") == io::readable(io::event_style_qml(), 1000000));
}
