// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "files.hpp"
#include "reading.hpp"

using namespace yaqut;
using yaqut::test::contains;
using yaqut::test::Folder;
using yaqut::test::read_inputs;

TEST_CASE("reader: plain text with front matter") {
    const Folder folder;
    const std::string file = folder.write(
        "news/storm.txt", "title: عاصفة\ndate: 2020-11-05\nlang: ar\nsource: وكالة\n\nأغلقت العاصفة الميناء.\n");
    const auto reading = read_inputs({file});
    CHECK(reading.errors.empty());
    CHECK(reading.warnings.empty());
    REQUIRE(reading.articles.size() == 1);
    const Article& article = reading.articles[0];
    CHECK(article.id == "storm");
    CHECK(article.title == "عاصفة");
    CHECK(article.text == "أغلقت العاصفة الميناء.\n");
    CHECK(article.source == "وكالة");
    CHECK(article.language == Language::ar);
    CHECK(article.dct == parse_iso_date("2020-11-05"));
    CHECK(article.dct_source == "front matter");
    CHECK(article.origin == file);
    CHECK(reading.counts.articles == 1);
}

TEST_CASE("reader: a bad date costs the date, not the article") {
    const Folder folder;
    const auto reading = read_inputs({folder.write("a.txt", "date: 05/11/2020\n\nThe port was closed.\n")});
    REQUIRE(reading.articles.size() == 1);
    CHECK_FALSE(reading.articles[0].dct);
    CHECK(reading.articles[0].dct_source.empty());
    REQUIRE(reading.warnings.size() == 1);
    CHECK(contains(reading.warnings[0], "a.txt: date: expected a date like 2016-07-13, found \"05/11/2020\""));
    CHECK(reading.counts.warnings == 1);
}

TEST_CASE("reader: where the date comes from") {
    const Folder folder;
    const std::string own =
        folder.write("own.json", R"({"text":"x","published":"2019-01-02","date":null,"url":"u/2018/01/01"})");
    const std::string url = folder.write("url.json", R"({"text":"x","dct":null,"url":"u/2018/01/01"})");
    const std::string none = folder.write("none.txt", "The port was closed.\n");
    io::ReaderOptions options;
    options.dct = parse_iso_date("2000-01-01");
    options.date_in_url = [](std::string_view address) {
        return parse_iso_date(address == "u/2018/01/01" ? "2018-01-01" : "");
    };
    const auto reading = read_inputs({own, url, none}, options);
    REQUIRE(reading.articles.size() == 3);
    CHECK(to_iso_string(*reading.articles[0].dct) == "2019-01-02");
    CHECK(reading.articles[0].dct_source == "published");
    CHECK(to_iso_string(*reading.articles[1].dct) == "2018-01-01");
    CHECK(reading.articles[1].dct_source == "url");
    CHECK(to_iso_string(*reading.articles[2].dct) == "2000-01-01");
    CHECK(reading.articles[2].dct_source == "argument");
    CHECK_FALSE(read_inputs({none}).articles[0].dct);
}

TEST_CASE("reader: a folder gives its articles in the order of their paths") {
    const Folder folder;
    folder.write("in/b.txt", "Second.");
    folder.write("in/a/z.md", "First.");
    folder.write("in/c.jsonl", "{\"text\":\"Third.\"}\n\n{\"text\":\"Fourth.\",\"id\":\"given\"}\n");
    folder.write("in/photo.jpg", "\xFF\xD8\xFF");
    folder.write("in/.hidden.txt", "Not this.");
    folder.write("in/.git/x.txt", "Not this.");
    const auto reading = read_inputs({folder.path("in")});
    CHECK(reading.errors.empty());
    REQUIRE(reading.articles.size() == 4);
    CHECK(reading.articles[0].id == "a/z");
    CHECK(reading.articles[1].id == "b");
    CHECK(reading.articles[2].id == "c:1");
    CHECK(reading.articles[3].id == "given");
    CHECK(reading.articles[3].origin == folder.path("in/c.jsonl") + ":3");
    CHECK(reading.counts.skipped_files == 3);
}

TEST_CASE("reader: ids are made unique") {
    const Folder folder;
    const std::string file = folder.write("a.jsonl", R"({"id":"x","text":"1"}
{"id":"x#2","text":"2"}
{"id":"x","text":"3"}
{"id":7,"text":"4"}
{"id":"x","text":"5"}
{"id":"","text":"6"}
)");
    const auto reading = read_inputs({file});
    std::vector<std::string> ids;
    for (const Article& article : reading.articles) {
        ids.push_back(article.id);
    }
    CHECK(ids == std::vector<std::string>{"x", "x#2", "x#3", "7", "x#4", "a:6"});
    CHECK(reading.counts.duplicate_ids == 2);
    REQUIRE(reading.warnings.size() == 2);
    CHECK(contains(reading.warnings[0], "a.jsonl:3: the id \"x\" is taken: this article becomes \"x#3\""));
}

TEST_CASE("reader: every input that cannot be read has its own message, and the others are read") {
    const Folder folder;
    const std::string good = folder.write("good.txt", "The port was closed.");
    folder.write("other/photo.jpg", "x");
    std::filesystem::create_directories(folder.path("none"));
    const auto reading = read_inputs({folder.path("missing.txt"), folder.path("other"), folder.path("none"),
                                      folder.write("empty.txt", ""), folder.write("blank.txt", " \n\t\n"),
                                      folder.write("program.txt", test::bytes_of("\x7F"
                                                                                 "ELF\x02\x01\0\0\0\0")),
                                      folder.write("page.html", "\n <!DOCTYPE html><ul><a href=x>x</a></ul>"),
                                      folder.write("b.jsonl", "\n \n"), folder.path("missing.zip"),
                                      folder.write("bad.zip", "PK not an archive"),
                                      folder.write("packed", "\x1F\x8B\x08"), good + "/below", good});
    REQUIRE(reading.articles.size() == 1);
    CHECK(reading.articles[0].text == "The port was closed.");
    REQUIRE(reading.errors.size() == 12);
    CHECK(reading.counts.errors == 12);
    const std::vector<std::string> expected{
        "missing.txt: no such file or folder",
        "other: no articles in it: expected *.txt *.text *.md *.json *.jsonl "
        "*.ndjson *.html *.htm *.xhtml *.rss *.atom *.xml *.warc, also with .gz, *.zip "
        "*.tar *.tgz, found 1 other files",
        "none: no articles in it: expected *.txt *.text *.md *.json *.jsonl "
        "*.ndjson *.html *.htm *.xhtml *.rss *.atom *.xml *.warc, also with .gz, *.zip "
        "*.tar *.tgz, found no files",
        "empty.txt: the file is empty",
        "blank.txt: no text in it",
        "program.txt: ",
        "page.html: no text of an article found in the page",
        "b.jsonl: the file is empty",
        "missing.zip: no such file or folder",
        "bad.zip: cannot be opened as an archive: ",
        "packed: expected articles in plain text, JSON, HTML or a feed, found gzip data",
        "below: "};
    for (std::size_t i = 0; i < expected.size(); ++i) {
        CHECK_MESSAGE(contains(reading.errors[i], folder.path(expected[i].substr(0, 4))) == (i != 11),
                      reading.errors[i]);
        CHECK_MESSAGE(contains(reading.errors[i], expected[i]), reading.errors[i]);
    }
}

TEST_CASE("reader: a handler that throws ends the run") {
    const Folder folder;
    io::ReaderOptions options;
    options.on_error = [](const InputError& error) { throw InputError(error); };
    io::ArticleReader reader({folder.path("missing.txt")}, options);
    CHECK_THROWS_AS((void)reader.next(), InputError);
}

TEST_CASE("reader: an article that is too long is lost, the next one is read") {
    const Folder folder;
    const std::string big(3000, 'a');
    const std::string text = folder.write("a.txt", big);
    const std::string lines = folder.write("b.jsonl", "{\"text\":\"" + big + "\"}\n{\"text\":\"short\"}");
    const std::string array = folder.write("c.json", "[{\"text\":\"" + big + "\"},\n{\"text\":\"short\"}]");
    io::ReaderOptions options;
    options.max_article_bytes = 1000;
    const auto reading = read_inputs({text, lines, array}, options);
    REQUIRE(reading.errors.size() == 3);
    CHECK(contains(reading.errors[0], "a.txt: longer than 1000 bytes, the most that an article may have"));
    CHECK(contains(reading.errors[1], "b.jsonl:1: longer than 1000 bytes"));
    CHECK(contains(reading.errors[2], "c.json:1: longer than 1000 bytes"));
    REQUIRE(reading.articles.size() == 2);
    CHECK(reading.articles[0].id == "b:2");
    CHECK(reading.articles[1].id == "c:2");
}

TEST_CASE("reader: encodings") {
    const Folder folder;
    const std::string arabic = "قال المتحدث إن القوات دخلت المدينة صباح اليوم.";
    const std::string windows1256 =
        "\xDE\xC7\xE1 \xC7\xE1\xE3\xCA\xCD\xCF\xCB \xC5\xE4 \xC7\xE1\xDE\xE6\xC7\xCA \xCF\xCE\xE1\xCA "
        "\xC7\xE1\xE3\xCF\xED\xE4\xC9 \xD5\xC8\xC7\xCD \xC7\xE1\xED\xE6\xE3.";
    std::string utf16 = "\xFF\xFE";
    for (const char c : std::string("{\"text\":\"Rain\"}")) {
        utf16 += c;
        utf16 += '\0';
    }
    const auto reading =
        read_inputs({folder.write("bom.txt", "\xEF\xBB\xBF" + arabic), folder.write("cp1256.txt", windows1256),
                     folder.write("wide.json", utf16), folder.write("bom.jsonl", "\xEF\xBB\xBF{\"text\":\"Rain\"}")});
    CHECK(reading.errors.empty());
    REQUIRE(reading.articles.size() == 4);
    CHECK(reading.articles[0].text == arabic);
    CHECK(reading.articles[1].text == arabic);
    CHECK(reading.articles[2].text == "Rain");
    CHECK(reading.articles[3].text == "Rain");
}

TEST_CASE("reader: bytes of a name that are no text do not get into ids") {
    const Folder folder;
    folder.write("in/caf\xE9.txt", "Closed.");
    const auto reading = read_inputs({folder.path("in")});
    REQUIRE(reading.articles.size() == 1);
    CHECK(reading.articles[0].id == "caf\xEF\xBF\xBD");
}
