// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "event_samples.hpp"
#include "files.hpp"
#include "io/layer_writer.hpp"

using namespace yaqut;
using yaqut::test::Folder;
using yaqut::test::read_all;

namespace {

std::string data_of(const std::string& page) {
    const std::string begin = "id=\"events\">";
    const std::size_t at = page.find(begin);
    REQUIRE(at != std::string::npos);
    const std::size_t from = at + begin.size();
    return page.substr(from, page.find("</script>", from) - from);
}

std::string write_page(const Folder& folder, const std::vector<Event>& events) {
    const std::string path = folder.path("events.html");
    const auto writer = io::open_layer(path, io::LayerFormat::html);
    for (const Event& event : events) {
        writer->write(event);
    }
    CHECK(writer->finish().files == std::vector<std::string>{path});
    return read_all(path);
}

} // namespace

TEST_CASE("html: the page holds every event, and null where nothing is known") {
    const Folder folder;
    const auto data = nlohmann::json::parse(data_of(write_page(folder, {test::bare_event(), test::full_event()})));
    REQUIRE(data["events"].size() == 2);
    const auto& bare = data["events"][0];
    CHECK(bare["lat"].is_null());
    CHECK_FALSE(bare.contains("start"));
    CHECK_FALSE(bare.contains("fatal"));
    const auto& full = data["events"][1];
    CHECK(full["type"] == "AIRSTRIKE");
    CHECK(full["start"] == "2014-09-03");
    CHECK(full["end"] == "2014-09-05");
    CHECK(full["lat"] == 32.1148);
    CHECK(full["place"] == "Benghazi");
    CHECK(full["fatal"] == 4);
    CHECK(full["injured"] == 0);
    CHECK(full["displaced"] == 350);
    CHECK_FALSE(full.contains("missing")); // no best figure
    CHECK(full["actor2"] == "المطار");
    CHECK(full["others"] == nlohmann::json({"Banghāzī|gn:88320", "a|b|gn:5"}));
    CHECK(full["url"] == "https://example.org/1?a=b&c=\"d\"");
    CHECK(data["types"]["AIRSTRIKE"]["names"]["ar"].is_string());
}

TEST_CASE("html: no mark-up of an article reaches the page") {
    const Folder folder;
    Event event = test::full_event();
    event.sources.front().title = "</script><script>alert(1)</script><!--";
    const std::string data = data_of(write_page(folder, {event}));
    CHECK(data.find('<') == std::string::npos);
    CHECK(nlohmann::json::parse(data)["events"][0]["title"] == "</script><script>alert(1)</script><!--");
}
