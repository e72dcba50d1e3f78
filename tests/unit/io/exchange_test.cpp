// SPDX-License-Identifier: Apache-2.0
// What other programs need around a layer: tags, marks, metadata.
#include <doctest/doctest.h>

#include <algorithm>

#include "core/error.hpp"
#include "event_samples.hpp"
#include "files.hpp"
#include "io/csv_text.hpp"
#include "io/event_schema.hpp"
#include "io/hxl_tags.hpp"
#include "io/layer_writer.hpp"
#include "io/metadata_file.hpp"
#include "lexicon/table.hpp"

using namespace yaqut;
using yaqut::test::Folder;
using yaqut::test::read_all;

namespace {

std::string csv_of(bool bom, bool hxl) {
    const Folder folder;
    io::LayerOptions options;
    options.csv_bom = bom;
    options.csv_hxl = hxl;
    const auto writer = io::open_layer(folder.path("e.csv"), io::LayerFormat::csv, options);
    writer->write(test::full_event());
    (void)writer->finish();
    return read_all(folder.path("e.csv"));
}

std::string line(const std::string& text, std::size_t number) {
    std::size_t begin = 0;
    for (; number > 0; --number) {
        begin = text.find("\r\n", begin) + 2;
    }
    return text.substr(begin, text.find("\r\n", begin) - begin);
}

std::ptrdiff_t commas(const std::string& text) { return std::count(text.begin(), text.end(), ','); }

} // namespace

TEST_CASE("csv: byte order mark and tags only when asked for") {
    CHECK(csv_of(false, false).starts_with("event_id,"));
    CHECK(csv_of(true, false)
              .starts_with("\xEF\xBB\xBF"
                           "event_id,"));
    const std::string plain = csv_of(false, false);
    const std::string tagged = csv_of(false, true);
    CHECK(line(tagged, 0) == line(plain, 0));
    CHECK(line(tagged, 1).starts_with("#event+id,#meta+article+id,#event+type,"));
    CHECK(commas(line(tagged, 1)) == commas(line(tagged, 0)));
    CHECK(tagged.size() == plain.size() + line(tagged, 1).size() + 2);
}

TEST_CASE("tags: of columns that there are, once, as HXL writes them") {
    const lexicon::Table table = lexicon::load("hxl_tags");
    std::vector<std::string_view> tags;
    for (const lexicon::Row& row : table.rows()) {
        const auto fields = io::event_fields();
        CHECK_MESSAGE(std::any_of(fields.begin(), fields.end(),
                                  [&](const io::EventField& field) { return field.name == row["column"]; }),
                      row["column"]);
        CHECK(io::hxl_tag(row["column"]) == row["tag"]);
        CHECK_MESSAGE(row["tag"].starts_with("#"), row["tag"]);
        CHECK_MESSAGE(row["tag"].find_first_not_of("#abcdefghijklmnopqrstuvwxyz0123456789_+") == std::string_view::npos,
                      row["tag"]);
        CHECK_MESSAGE(std::count(tags.begin(), tags.end(), row["tag"]) == 0, row["tag"]);
        tags.push_back(row["tag"]);
    }
    CHECK(io::hxl_tag("latitude") == "#geo+lat");
    CHECK(io::hxl_tag("cand_alt").empty());
}

TEST_CASE("metadata: extent, days, licences; nothing of it when there is nothing") {
    const Folder folder;
    io::LayerOptions options;
    options.attribution = "Names <of> \"GeoNames\" & others";
    options.generator = "yaqut 9.8";
    const auto writer = io::open_event_metadata(folder.path("e.qmd"), options);
    writer->write(test::full_event());
    writer->write(test::bare_event());
    CHECK(writer->finish().files == std::vector{folder.path("e.qmd")});
    const std::string qmd = read_all(folder.path("e.qmd"));
    CHECK(qmd.find("<abstract>2 events that news articles tell of, 1 of them on the map.") != std::string::npos);
    CHECK(qmd.find("minx=\"20.068123\" miny=\"32.1148\" maxx=\"20.068123\"") != std::string::npos);
    CHECK(qmd.find("<start>2014-09-03T00:00:00Z</start><end>2014-09-05T23:59:59Z</end>") != std::string::npos);
    CHECK(qmd.find("Names &lt;of&gt; &quot;GeoNames&quot; &amp; others</license>") != std::string::npos);
    CHECK(qmd.find("Made by yaqut 9.8 ") != std::string::npos);
    const std::string empty = io::metadata_qmd({});
    CHECK(empty.find("<extent></extent>") != std::string::npos);
    CHECK_THROWS_AS((void)io::open_event_metadata(folder.path("e.qmd"), options), ExistsError);
}
