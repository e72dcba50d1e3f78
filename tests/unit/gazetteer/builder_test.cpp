// SPDX-License-Identifier: Apache-2.0
#include "gazetteer/builder.hpp"

#include <algorithm>
#include <string>

#include <doctest/doctest.h>

#include "core/error.hpp"
#include "unit/gazetteer/sample.hpp"

using namespace yaqut;
using gazetteer::Gazetteer;

namespace {

const std::string place_columns = "id\tclass\tlat\tlon\n";
const std::string name_columns = "place_id\tname\tlang\tkind\tambig\n";

std::size_t files_in(const sample::TemporaryFolder& folder) {
    const std::filesystem::directory_iterator files(folder.path());
    return static_cast<std::size_t>(std::distance(begin(files), end(files)));
}

/// The message of the InputError that building throws; empty when it throws none.
std::string input_error(const gazetteer::BuildInput& input, const std::filesystem::path& output) {
    try {
        gazetteer::build(input, output, [](const std::string&) {});
    } catch (const InputError& error) {
        return error.what();
    }
    return {};
}

} // namespace

TEST_CASE("the report counts what was built") {
    const sample::TemporaryFolder folder;
    const auto built = sample::build(folder, sample::places, sample::names);
    CHECK(built.report.places == 13);
    CHECK(built.report.names == 34);
    CHECK(built.report.keys == 26);
    CHECK(built.report.skipped == 0);
    CHECK(built.complaints.empty());
    CHECK(files_in(folder) == 3);
}

TEST_CASE("the same tables give the same bytes") {
    const sample::TemporaryFolder folder;
    sample::build(folder, sample::places, sample::names, "a.yqg");
    sample::build(folder, sample::places, sample::names, "b.yqg");
    const std::string bytes = sample::read(folder / "a.yqg");
    CHECK(bytes.size() > 1000);
    CHECK(bytes == sample::read(folder / "b.yqg"));
    sample::build(folder, sample::places, sample::names + "gn:88319\tBerenice\ten\thistoric\t0\n", "c.yqg");
    CHECK(bytes != sample::read(folder / "c.yqg"));
}

TEST_CASE("columns are found by their names") {
    const sample::TemporaryFolder folder;
    const auto built = sample::build(folder, "lon\tnew\tid\tclass\tlat\n20.5\tx\tmy:1\tcity\t32.5\n",
                                     "note\tname\tplace_id\nx\tDerna\tmy:1\n");
    CHECK(built.complaints.empty());
    const Gazetteer gazetteer = Gazetteer::open(folder / "test.yqg");
    REQUIRE(gazetteer.size() == 1);
    CHECK(gazetteer.place(0).location == Location{20.5, 32.5});
    CHECK(gazetteer.place(0).name == "Derna");
    CHECK(gazetteer.place(0).importance > 0.0F);
    CHECK(gazetteer.place(0).importance < 0.3F);
}

TEST_CASE("tables may come with CRLF, a byte order mark, remarks, no last line end") {
    const sample::TemporaryFolder folder;
    const auto built = sample::build(
        folder,
        "\xEF\xBB\xBF" + std::string("# made by hand\r\nid\tclass\tlat\tlon\tcc\r\n\r\nmy:1\tcity\t1\t2\tLY\r\n"),
        "place_id\tname\n# remark\nmy:1\tDerna");
    CHECK(built.complaints.empty());
    const Gazetteer gazetteer = Gazetteer::open(folder / "test.yqg");
    REQUIRE(gazetteer.size() == 1);
    CHECK(gazetteer.place(0).country == "LY");
}

TEST_CASE("packed tables give the same gazetteer") {
    const sample::TemporaryFolder folder;
    sample::write(folder / "places.tsv.zst", sample::zstd(sample::places));
    // Two frames one after the other are one text.
    const std::string names = sample::names;
    sample::write(folder / "names.tsv.zst", sample::zstd(names.substr(0, 700)) + sample::zstd(names.substr(700)));
    const auto report = gazetteer::build({folder / "places.tsv.zst", folder / "names.tsv.zst"}, folder / "z.yqg",
                                         [](const std::string& text) { FAIL(text); });
    CHECK(report.places == 13);
    CHECK(report.names == 34);
    CHECK(Gazetteer::open(folder / "z.yqg").info().created_from.starts_with("places.tsv.zst "));
}

TEST_CASE("large packed tables stream") {
    const sample::TemporaryFolder folder;
    std::string places = place_columns;
    std::string names = name_columns;
    constexpr int count = 50'000; // well-packed: one small input chunk gives many output chunks
    for (int i = 0; i < count; ++i) {
        places += "t:" + std::to_string(i) + "\tcity\t10\t20\n";
        names += "t:" + std::to_string(i) + "\tName\ten\tofficial\t0\n";
    }
    sample::write(folder / "places.tsv.zst", sample::zstd(places));
    sample::write(folder / "names.tsv.zst", sample::zstd(names));
    const auto report = gazetteer::build({folder / "places.tsv.zst", folder / "names.tsv.zst"}, folder / "z.yqg",
                                         [](const std::string& text) { FAIL(text); });
    CHECK(report.places == count);
    const Gazetteer gazetteer = Gazetteer::open(folder / "z.yqg");
    CHECK(gazetteer.probe(sample::phrase("name")).names.size() == count);
    CHECK(gazetteer.by_id("t:31415").has_value());
}

TEST_CASE("bad rows are reported with file and line, and left out") {
    const sample::TemporaryFolder folder;
    const auto built = sample::build(folder,
                                     "id\tclass\tlat\tlon\tcc\tpop\timportance\n"
                                     "my:1\tcity\t1\t2\tLY\t5\t0.5\n"
                                     "\tcity\t1\t2\tLY\t5\t0.5\n"
                                     "my:3\tvillage\t1\t2\tLY\t5\t0.5\n"
                                     "my:4\tcity\t91\t2\tLY\t5\t0.5\n"
                                     "my:5\tcity\tnorth\t2\tLY\t5\t0.5\n"
                                     "my:6\tcity\t1\t2\tLibya\t5\t0.5\n"
                                     "my:7\tcity\t1\t2\tLY\t-5\t0.5\n"
                                     "my:8\tcity\t1\t2\tLY\t5\t1.5\n"
                                     "my:1\tcity\t1\t2\tLY\t5\t0.5\n"
                                     "my:10\tcity\tnan\t2\tLY\t5\t0.5\n"
                                     "my:11\tcity\n"
                                     "my:12\tcity\t1\t2\tLY\t5\t0.5\n",
                                     name_columns +
                                         "my:1\tDerna\ten\tofficial\t0\n"
                                         "my:99\tNowhere\ten\tofficial\t0\n"
                                         "my:1\t\ten\tofficial\t0\n"
                                         "my:1\t?!\ten\tofficial\t0\n"
                                         "my:1\tX\ten\tnickname\t0\n"
                                         "my:1\tX\ten\tofficial\tmaybe\n"
                                         "my:1\t" +
                                         std::string(2000, 'x') + "\ten\tofficial\t0\n");
    const std::vector<std::string> expected{"places.tsv:3: id",
                                            "places.tsv:4: class",
                                            "places.tsv:5: lat",
                                            "places.tsv:6: lat",
                                            "places.tsv:7: cc",
                                            "places.tsv:8: pop",
                                            "places.tsv:9: importance",
                                            "places.tsv:10: id",
                                            "places.tsv:11: lat",
                                            "places.tsv:12: lon",
                                            "names.tsv:3: place_id",
                                            "names.tsv:4: name",
                                            "names.tsv:5: name: the name has no word",
                                            "names.tsv:6: kind",
                                            "names.tsv:7: ambig",
                                            "names.tsv:8: name",
                                            "places.tsv:13: the place my:12"};
    REQUIRE(built.complaints.size() == expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        CAPTURE(built.complaints[i]);
        CHECK(built.complaints[i].starts_with(expected[i]));
    }
    CHECK(built.report.skipped == expected.size());
    CHECK(built.report.places == 1);
    CHECK(built.report.names == 1);
}

TEST_CASE("names of too many words are kept, but not found") {
    const sample::TemporaryFolder folder;
    const auto built =
        sample::build(folder, place_columns + "my:1\tcity\t1\t2\n",
                      name_columns + "my:1\tone two three four five six seven eight nine\ten\tofficial\t0\n"
                                     "my:1\tone two three four five six seven eight\ten\talt\t0\n");
    CHECK(built.complaints.empty());
    const Gazetteer gazetteer = Gazetteer::open(folder / "test.yqg");
    CHECK(gazetteer.place(0).name == "one two three four five six seven eight nine");
    CHECK_FALSE(gazetteer.probe(sample::phrase("one two three four five six seven eight nine")).found());
    const auto eight = gazetteer.probe(sample::phrase("one two three four five six seven eight"));
    REQUIRE(eight.names.size() == 1);
    CHECK(eight.names[0].word_count == 8);
    CHECK_FALSE(eight.extends);
}

TEST_CASE("empty tables give an empty gazetteer") {
    const sample::TemporaryFolder folder;
    sample::build(folder, place_columns, name_columns);
    const Gazetteer gazetteer = Gazetteer::open(folder / "test.yqg");
    CHECK(gazetteer.size() == 0);
    CHECK_FALSE(gazetteer.may_begin(sample::phrase("Derna")));
    CHECK_FALSE(gazetteer.probe(sample::phrase("Derna")).found());
    CHECK(gazetteer.probe_fused(sample::phrase("Derna")).empty());
    CHECK(gazetteer.find("Derna", {}).empty());
    CHECK_FALSE(gazetteer.by_id("x").has_value());
    CHECK(gazetteer.info().by_class.empty());
    gazetteer.verify();
}

TEST_CASE("unusable inputs are errors that say where") {
    const sample::TemporaryFolder folder;
    sample::write(folder / "places.tsv", sample::places);
    sample::write(folder / "names.tsv", sample::names);
    const auto output = folder / "out.yqg";
    CHECK(input_error({folder / "none.tsv", folder / "names.tsv"}, output).find("none.tsv: cannot be opened") !=
          std::string::npos);
    CHECK(input_error({folder.path(), folder / "names.tsv"}, output).find("cannot be opened") != std::string::npos);
    sample::write(folder / "no_class.tsv", "id\tlat\tlon\n");
    CHECK(input_error({folder / "no_class.tsv", folder / "names.tsv"}, output) ==
          "no_class.tsv:1: expected a column class");
    sample::write(folder / "empty.tsv", "");
    CHECK(input_error({folder / "empty.tsv", folder / "names.tsv"}, output) == "empty.tsv:0: expected a column id");
    sample::write(folder / "long.tsv", place_columns + std::string(3'000'000, 'x'));
    CHECK(input_error({folder / "long.tsv", folder / "names.tsv"}, output).starts_with("long.tsv:1: "));

    const std::string packed = sample::zstd(sample::names);
    sample::write(folder / "cut.tsv.zst", std::string_view(packed).substr(0, packed.size() - 20));
    CHECK(input_error({folder / "places.tsv", folder / "cut.tsv.zst"}, output).find("ends too early") !=
          std::string::npos);
    std::string damaged = packed;
    damaged[4] = static_cast<char>(damaged[4] | 0x08); // a reserved bit of the frame's header
    sample::write(folder / "bad.tsv.zst", damaged);
    CHECK(input_error({folder / "places.tsv", folder / "bad.tsv.zst"}, output)
              .starts_with("bad.tsv.zst:0: the compressed data is damaged"));
    CHECK_FALSE(std::filesystem::exists(output));
}

TEST_CASE("an output that cannot be written is an error, and nothing is left behind") {
    const sample::TemporaryFolder folder;
    sample::write(folder / "places.tsv", sample::places);
    sample::write(folder / "names.tsv", sample::names);
    const gazetteer::BuildInput input{folder / "places.tsv", folder / "names.tsv"};
    CHECK_THROWS_AS(gazetteer::build(input, folder / "missing/out.yqg", {}), OutputError);
    std::filesystem::create_directories(folder / "taken.yqg/full");
    CHECK_THROWS_AS(gazetteer::build(input, folder / "taken.yqg", {}), OutputError);
    CHECK(files_in(folder) == 3);
}
