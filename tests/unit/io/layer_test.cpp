// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <filesystem>

#include <nlohmann/json.hpp>

#include <sys/stat.h>

#include "core/error.hpp"
#include "event_samples.hpp"
#include "files.hpp"
#include "io/bounding_box.hpp"
#include "io/event_schema.hpp"
#include "io/layer_writer.hpp"

using namespace yaqut;
using yaqut::test::Folder;
using yaqut::test::read_all;
using Json = nlohmann::json;

namespace {

io::LayerReport write_layer(const std::string& path, io::LayerFormat format, const std::vector<Event>& events,
                            const io::LayerOptions& options = {}) {
    const auto writer = io::open_layer(path, format, options);
    for (const Event& event : events) {
        writer->write(event);
    }
    return writer->finish();
}

std::vector<Event> samples() { return {test::full_event(), test::bare_event(), test::country_event()}; }

/// Cuts RFC 4180 into records and cells.
std::vector<std::vector<std::string>> parse_csv(const std::string& text) {
    std::vector<std::vector<std::string>> records{{""}};
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '"' && quoted && i + 1 < text.size() && text[i + 1] == '"') {
            records.back().back() += '"';
            ++i;
        } else if (c == '"') {
            quoted = !quoted;
        } else if (c == ',' && !quoted) {
            records.back().emplace_back();
        } else if (c == '\n' && !quoted) {
            records.push_back({""});
        } else if (c != '\r' || quoted) {
            records.back().back() += c;
        }
    }
    return records;
}

} // namespace

TEST_CASE("layers: formats by name and by ending") {
    for (const io::LayerFormatInfo& info : io::layer_formats()) {
        CHECK(io::parse_layer_format(info.name) == info.format);
        CHECK(io::layer_format_of("out/EVENTS" + std::string(info.extension)) == info.format);
    }
    CHECK_FALSE(io::parse_layer_format("docx"));
    CHECK_FALSE(io::layer_format_of("events"));
}

TEST_CASE("geojson: features, geometry, nulls and box") {
    const Folder folder;
    const auto report = write_layer(folder.path("e.geojson"), io::LayerFormat::geojson, samples());
    CHECK(report.events == 3);
    CHECK(report.located == 1);
    CHECK(report.files == std::vector<std::string>{folder.path("e.geojson"), folder.path("e.qml")});
    const Json json = Json::parse(read_all(folder.path("e.geojson")));
    CHECK(json.at("type") == "FeatureCollection");
    CHECK_FALSE(json.contains("crs"));
    CHECK(json.at("bbox") == Json::parse("[20.068123,32.1148,20.068123,32.1148]"));
    REQUIRE(json.at("features").size() == 3);
    const Json& full = json.at("features").at(0);
    CHECK(full.at("id") == "ev-1");
    CHECK(full.at("geometry") == Json::parse(R"({"type":"Point","coordinates":[20.068123,32.1148]})"));
    CHECK(full.at("when") == Json::parse(R"({"timespans":[{"start":{"in":"2014-09-03"},"end":{"in":"2014-09-05"}}]})"));
    const Json& properties = full.at("properties");
    CHECK(properties.at("event_id") == "ev-1");
    CHECK(properties.at("place_text") == "بنغازي");
    CHECK(properties.at("date_start") == "2014-09-03");
    CHECK(properties.at("latitude") == 32.1148);
    CHECK(properties.at("fatal_best") == 4);
    CHECK(properties.at("injured") == 0);
    CHECK(
        properties.at("candidates") ==
        Json::parse(
            R"([{"name":"Banghāzī","place_id":"gn:88320","score":0.1},{"name":"a|b","place_id":"gn:5","score":0.025}])"));
    CHECK(properties.at("actors").at(1) == Json::parse(R"({"name":"طائرات","role":"attacker"})"));
    const Json& bare = json.at("features").at(1);
    CHECK(bare.at("geometry").is_null());
    CHECK(bare.at("when").is_null());
    CHECK(bare.at("properties").at("date_start").is_null());
    const Json& country = json.at("features").at(2);
    CHECK(country.at("geometry").is_null());
    CHECK(country.at("properties").at("latitude").is_null());
    CHECK(country.at("properties").at("geo_level") == "country");
    for (const Json& feature : json.at("features")) {
        for (const io::EventField& field : io::event_fields()) {
            CHECK_MESSAGE(feature.at("properties").contains(field.name), field.name);
            CHECK_MESSAGE(feature.at("properties").at(std::string(field.name)) != "", field.name);
        }
    }
}

TEST_CASE("geojson: country points on demand") {
    const Folder folder;
    io::LayerOptions options;
    options.drawn.countries = true;
    options.style = false;
    CHECK(write_layer(folder.path("e.geojson"), io::LayerFormat::geojson, samples(), options).located == 2);
    const Json json = Json::parse(read_all(folder.path("e.geojson")));
    CHECK(json.at("features").at(2).at("geometry").at("coordinates") == Json::parse("[18,27]"));
    CHECK(json.at("features").at(2).at("properties").at("longitude") == 18);
    CHECK(folder.entries() == 1);
}

TEST_CASE("geojson: no events") {
    const Folder folder;
    write_layer(folder.path("e.geojson"), io::LayerFormat::geojson, {});
    const Json json = Json::parse(read_all(folder.path("e.geojson")));
    CHECK(json.at("features") == Json::array());
    CHECK_FALSE(json.contains("bbox"));
}

TEST_CASE("geojson: the box over the 180th meridian") {
    io::BoundingBox box;
    CHECK_FALSE(box.edges());
    box.add({179.0, -17.0});
    box.add({-179.5, -18.0});
    CHECK(*box.edges() == std::array{179.0, -18.0, -179.5, -17.0});
    box.add({0.0, 10.0});
    CHECK(*box.edges() == std::array{-179.5, -18.0, 179.0, 10.0});
}

TEST_CASE("geojson lines: one feature per line") {
    const Folder folder;
    write_layer(folder.path("e.geojsonl"), io::LayerFormat::geojsonl, samples());
    std::istringstream lines(read_all(folder.path("e.geojsonl")));
    std::vector<Json> features;
    for (std::string line; std::getline(lines, line);) {
        features.push_back(Json::parse(line));
    }
    REQUIRE(features.size() == 3);
    CHECK(features[2].at("type") == "Feature");
    CHECK(features[2].at("id") == "ev-3");
    CHECK(folder.entries() == 1);
}

TEST_CASE("csv: cells, quotes and empty cells") {
    const Folder folder;
    io::LayerOptions options;
    options.csv_bom = true;
    write_layer(folder.path("e.csv"), io::LayerFormat::csv, samples(), options);
    const std::string bytes = read_all(folder.path("e.csv"));
    REQUIRE(bytes.starts_with("\xEF\xBB\xBF"
                              "event_id,"));
    const auto records = parse_csv(bytes.substr(3));
    REQUIRE(records.size() == 5);
    CHECK(records[4] == std::vector<std::string>{""});
    std::map<std::string, std::string> full;
    std::map<std::string, std::string> bare;
    for (std::size_t i = 0; i < records[0].size(); ++i) {
        full[records[0][i]] = records[1].at(i);
        bare[records[0][i]] = records[2].at(i);
    }
    CHECK(full.size() == io::event_fields().size());
    CHECK(full.at("snippet") == test::full_event().sources[0].sentence);
    CHECK(full.at("url") == "https://example.org/1?a=b&c=\"d\"");
    CHECK(full.at("longitude") == "20.068123");
    CHECK(full.at("date_end") == "2014-09-05");
    CHECK(bare.at("fatal_best").empty());
    CHECK(bare.at("status") == "planned");
    CHECK(bytes.find("\r\n") != std::string::npos);
}

TEST_CASE("layers: hostile text") {
    const Folder folder;
    Event event = test::full_event();
    event.id = test::bytes_of("</script>\0\x01\xFF\"\r\n,");
    event.place->alternatives = {"", "|", "||", "a|b", "a|b|c|0.5x", std::string(100'000, '|')};
    event.sources[0].title = "\"time\":{\"date\"";
    write_layer(folder.path("e.geojson"), io::LayerFormat::geojson, {event});
    const std::string bytes = read_all(folder.path("e.geojson"));
    CHECK(Json::parse(bytes).at("features").at(0).at("id").get<std::string>() ==
          test::bytes_of("</script>\0\x01\xEF\xBF\xBD\"\r\n,"));
    CHECK(bytes.find("</script>") == std::string::npos);
    CHECK_MESSAGE(bytes.find("\"time\":{") == std::string::npos, "GDAL would take the file for JSON-FG");
    write_layer(folder.path("e.csv"), io::LayerFormat::csv, {event});
    CHECK(parse_csv(read_all(folder.path("e.csv"))).at(1).at(0) == std::string("</script>\x01\xEF\xBF\xBD\"\r\n,"));
}

TEST_CASE("layers: same events, same bytes") {
    const Folder folder;
    for (const io::LayerFormatInfo& info : io::layer_formats()) {
        const std::string one = folder.path("one" + std::string(info.extension));
        const std::string two = folder.path("two" + std::string(info.extension));
        CHECK(write_layer(one, info.format, samples()).files.size() ==
              write_layer(two, info.format, samples()).files.size());
        CHECK_MESSAGE(read_all(one) == read_all(two), info.name);
    }
    CHECK(read_all(folder.path("one.dbf")) == read_all(folder.path("two.dbf")));
    CHECK(read_all(folder.path("one.qml")) == read_all(folder.path("two.qml")));
}

TEST_CASE("layers: what is there is not replaced unless asked") {
    for (const io::LayerFormatInfo& info : io::layer_formats()) {
        const Folder folder;
        const std::string path = folder.write("e" + std::string(info.extension), "mine");
        std::string message;
        try {
            (void)io::open_layer(path, info.format);
        } catch (const ExistsError& error) {
            message = error.what();
        }
        CHECK(message == path + ": exists already");
        CHECK(read_all(path) == "mine");
        CHECK(folder.entries() == 1);
        io::LayerOptions options;
        options.overwrite = true;
        write_layer(path, info.format, samples(), options);
        CHECK(read_all(path) != "mine");
    }
}

TEST_CASE("layers: a side file that is there is not replaced either") {
    const Folder folder;
    folder.write("e.qml", "mine");
    CHECK_THROWS_AS((void)io::open_layer(folder.path("e.geojson"), io::LayerFormat::geojson), ExistsError);
    CHECK_THROWS_AS((void)io::open_layer(folder.path("e.shp"), io::LayerFormat::shp), ExistsError);
    CHECK(folder.entries() == 1);
}

TEST_CASE("layers: two formats share a style") {
    const Folder folder;
    const auto first = io::open_layer(folder.path("e.geojson"), io::LayerFormat::geojson);
    const auto second = io::open_layer(folder.path("e.shp"), io::LayerFormat::shp);
    CHECK(first->finish().files.back() == folder.path("e.qml"));
    CHECK(second->finish().files.back() == folder.path("e.qml"));
}

TEST_CASE("layers: a file that comes while the layer is written is not replaced") {
    for (const io::LayerFormatInfo& info : io::layer_formats()) {
        const Folder folder;
        const std::string path = folder.path("e" + std::string(info.extension));
        const auto writer = io::open_layer(path, info.format);
        folder.write("e" + std::string(info.extension), "mine");
        CHECK_THROWS_AS((void)writer->finish(), ExistsError);
        CHECK(read_all(path) == "mine");
    }
}

TEST_CASE("layers: nothing is left of a layer that was not finished") {
    for (const io::LayerFormatInfo& info : io::layer_formats()) {
        const Folder folder;
        {
            const auto writer = io::open_layer(folder.path("e" + std::string(info.extension)), info.format);
            writer->write(test::full_event());
            CHECK(folder.entries() > 0);
            CHECK_FALSE(std::filesystem::exists(folder.path("e" + std::string(info.extension))));
        }
        CHECK_MESSAGE(folder.entries() == 0, info.name);
    }
}

TEST_CASE("layers: a place that cannot be written") {
    const Folder folder;
    folder.write("file", "x");
    std::filesystem::create_directories(folder.path("d.geojson"));
    for (const io::LayerFormatInfo& info : io::layer_formats()) {
        const std::string name = "/e" + std::string(info.extension);
        for (const std::string& path : {folder.path("missing") + name, folder.path("file") + name}) {
            std::string message;
            try {
                (void)io::open_layer(path, info.format);
            } catch (const OutputError& error) {
                message = error.what();
            }
            CHECK_MESSAGE(message.starts_with(path + ": cannot be created: "), message);
        }
    }
    CHECK_THROWS_WITH_AS((void)io::open_layer(folder.path("d.geojson"), io::LayerFormat::geojson),
                         (folder.path("d.geojson") + ": is a folder, expected the name of a file").c_str(),
                         OutputError);
    CHECK_THROWS_AS((void)io::open_layer("-", io::LayerFormat::shp), OutputError);
}

TEST_CASE("layers: a full disk") {
    struct stat status {};
    if (::stat("/dev/full", &status) != 0) {
        MESSAGE("SKIPPED: there is no /dev/full");
        return;
    }
    io::LayerOptions options;
    options.style = false;
    for (const io::LayerFormat format : {io::LayerFormat::geojson, io::LayerFormat::geojsonl, io::LayerFormat::csv}) {
        std::string message;
        try {
            write_layer("/dev/full", format, samples(), options);
        } catch (const OutputError& error) {
            message = error.what();
        }
        CHECK(message == "/dev/full: cannot be written: No space left on device");
    }
}

TEST_CASE("layers: a link is followed, not replaced") {
    const Folder folder;
    folder.write("real.csv", "old");
    std::filesystem::create_symlink(folder.path("real.csv"), folder.path("link.csv"));
    io::LayerOptions options;
    options.overwrite = true;
    write_layer(folder.path("link.csv"), io::LayerFormat::csv, samples(), options);
    CHECK(std::filesystem::is_symlink(folder.path("link.csv")));
    CHECK(read_all(folder.path("real.csv")).starts_with("event_id,"));
}
