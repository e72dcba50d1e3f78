// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <chrono>

#include <cpl_minixml.h>

#include "event_samples.hpp"
#include "files.hpp"
#include "gdal_reading.hpp"
#include "io/layer_writer.hpp"

using namespace yaqut;
using yaqut::test::Folder;

namespace {

void write_kml(const std::string& path, const std::vector<Event>& events) {
    const auto writer = io::open_layer(path, io::LayerFormat::kml);
    for (const Event& event : events) {
        writer->write(event);
    }
    (void)writer->finish();
}

std::size_t count_of(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
        ++count;
    }
    return count;
}

} // namespace

TEST_CASE("KML: title, style of the type, and a span from the first to the end of the last day") {
    const Folder folder;
    write_kml(folder.path("e.kml"), {test::full_event(), test::bare_event()});
    const std::string kml = test::read_all(folder.path("e.kml"));
    CPLXMLNode* document = CPLParseXMLString(kml.c_str());
    REQUIRE(document != nullptr);
    const CPLXMLNode* placemark = CPLGetXMLNode(document, "=kml.Document.Folder.Placemark");
    REQUIRE(placemark != nullptr);
    CHECK(std::string(CPLGetXMLValue(placemark, "name", "")) == "Air strike: Benghazi");
    CHECK(std::string(CPLGetXMLValue(placemark, "TimeSpan.begin", "")) == "2014-09-03T00:00:00Z");
    CHECK(std::string(CPLGetXMLValue(placemark, "TimeSpan.end", "")) == "2014-09-05T23:59:59Z");
    CHECK(std::string(CPLGetXMLValue(placemark, "styleUrl", "")) == "#AIRSTRIKE");
    CHECK(std::string(CPLGetXMLValue(placemark, "Point.coordinates", "")) == "20.068123,32.1148");
    const CPLXMLNode* undated = placemark->psNext;
    REQUIRE(undated != nullptr);
    CHECK(CPLGetXMLNode(undated, "TimeSpan") == nullptr);
    CHECK(CPLGetXMLNode(undated, "Point") == nullptr);
    CHECK(count_of(kml, "<Style id=") == event_type_count);
    CPLDestroyXMLNode(document);
}

TEST_CASE("KML: what articles say is text, in the file and in the balloon that shows HTML") {
    Event event = test::full_event();
    event.sources[0].sentence = "]]></description><script>alert(1)</script>\x01 \xEF\xBF\xBF \xFF & <b>";
    event.sources[0].title = "<img src=x onerror=alert(1)>";
    event.sources[0].url = "javascript:alert(1)";
    const Folder folder;
    write_kml(folder.path("e.kml"), {event});
    CPLXMLNode* document = CPLParseXMLString(test::read_all(folder.path("e.kml")).c_str());
    REQUIRE(document != nullptr);
    const std::string html = CPLGetXMLValue(document, "=kml.Document.Folder.Placemark.description", "");
    CHECK(html.find("&lt;script&gt;") != std::string::npos);
    CHECK(html.find("<script") == std::string::npos);
    CHECK(html.find("<img") == std::string::npos);
    CHECK(html.find("href") == std::string::npos);
    CPLDestroyXMLNode(document);
    CHECK(test::open_with_gdal(folder.path("e.kml")).features.size() == 1);
}

TEST_CASE("KML: linear in the number of events") {
    const Folder folder;
    const auto seconds = [&](std::size_t count) {
        const std::vector<Event> events(count, test::full_event());
        const auto start = std::chrono::steady_clock::now();
        write_kml(folder.path(std::to_string(count) + ".kml"), events);
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    };
    const double few = seconds(2000);
    CHECK_MESSAGE(seconds(16000) < few * 24.0,
                  "of eight times as many events a quadratic writer takes 64 times as long");
    CHECK(test::open_with_gdal(folder.path("2000.kml")).features.size() == 2000);
}
