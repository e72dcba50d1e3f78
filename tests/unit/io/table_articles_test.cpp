// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "files.hpp"
#include "reading.hpp"

using namespace yaqut;
using yaqut::test::contains;
using yaqut::test::Folder;
using yaqut::test::read_inputs;

namespace {

io::ReaderOptions with_columns() {
    io::ReaderOptions options;
    options.table = io::TableColumns{"body", "head", "day", "key", "link", "outlet", "tongue", ""};
    return options;
}

} // namespace

TEST_CASE("tables: an article per row") {
    const Folder folder;
    const std::string file =
        folder.write("news.csv", "key,head,body,day,link,outlet,tongue\n"
                                 "k1,عنوان,\"أغلقت السلطات الميناء، بعد العاصفة.\n\nوعاد الهدوء.\","
                                 "2020-11-05,https://a.example/1,وكالة,ar\n"
                                 "k2,B,,2020-11-06,,,\n"
                                 ",C,The port was closed.,03/04/2017,,,und\n");
    const auto reading = read_inputs({file}, with_columns());
    REQUIRE(reading.articles.size() == 2);
    const Article& first = reading.articles[0];
    CHECK(first.id == "k1");
    CHECK(first.title == "عنوان");
    CHECK(first.text == "أغلقت السلطات الميناء، بعد العاصفة.\n\nوعاد الهدوء.");
    CHECK(first.url == "https://a.example/1");
    CHECK(first.source == "وكالة");
    CHECK(first.language == Language::ar);
    CHECK(first.dct == parse_iso_date("2020-11-05"));
    CHECK(first.dct_source == "column day");
    CHECK(reading.articles[1].id == "news:3");
    CHECK_FALSE(reading.articles[1].dct);
    REQUIRE(reading.errors.size() == 1);
    CHECK(contains(reading.errors[0], "news.csv:"));
    CHECK(contains(reading.errors[0], "no text in the column \"body\""));
    REQUIRE(reading.warnings.size() == 1);
    CHECK(contains(reading.warnings[0], "column \"day\": expected a date like 2016-07-13, found \"03/04/2017\""));
}

TEST_CASE("tables: only with a column of text, in folders too") {
    const Folder folder;
    const std::string file = folder.write("in/news.csv", "key,head,body,day,link,outlet,tongue\n,,Rain.,,,,\n");
    folder.write("in/a.txt", "The port was closed.");
    const auto refused = read_inputs({file});
    REQUIRE(refused.errors.size() == 1);
    CHECK(contains(refused.errors[0], "news.csv: a table: name the column that holds the text (--text-col)"));
    CHECK(read_inputs({folder.path("in")}).articles.size() == 1);
    CHECK(read_inputs({folder.path("in")}, with_columns()).articles.size() == 2);
    const auto missing = read_inputs({folder.write("b.csv", "text,when\nx,y\n")}, with_columns());
    REQUIRE(missing.errors.size() == 1);
    CHECK(contains(missing.errors[0], "b.csv: expected a column \"body\", found: text, when"));
    CHECK(read_inputs({folder.path("none.csv")}, with_columns()).errors.size() == 1);
}

TEST_CASE("manifest: dates for plain files") {
    const Folder folder;
    folder.write("texts/a.txt", "The port was closed.");
    folder.write("texts/b.txt", "date: 2001-01-01\ntitle: Old\n\nThe port was closed.");
    folder.write("texts/c.txt", "The port was closed.");
    io::ReaderOptions options;
    options.dct = parse_iso_date("1999-09-09");
    options.manifest = folder.write("list.csv", "file,date,title,url,source,lang\n"
                                                "texts/a.txt,2015-02-03,Port,https://a.example/1,Bay News,en\n"
                                                "./texts/../texts/b.txt,2016-01-01,,,,\n"
                                                "texts/c.txt,03/04/2017,,,,\n"
                                                "texts/lost.txt,2015-01-01,,,,\n");
    const auto reading = read_inputs({folder.path("texts")}, options);
    REQUIRE(reading.articles.size() == 3);
    CHECK(to_iso_string(*reading.articles[0].dct) == "2015-02-03");
    CHECK(reading.articles[0].dct_source == "manifest");
    CHECK(reading.articles[0].title == "Port");
    CHECK(reading.articles[0].url == "https://a.example/1");
    CHECK(reading.articles[0].source == "Bay News");
    CHECK(reading.articles[0].language == Language::en);
    CHECK(to_iso_string(*reading.articles[1].dct) == "2016-01-01");
    CHECK(reading.articles[1].title == "Old");
    CHECK(reading.articles[2].dct_source == "argument");
    REQUIRE(reading.warnings.size() == 2);
    CHECK(contains(reading.warnings[0], "list.csv:4: date: expected a date like 2016-07-13, found \"03/04/2017\""));
    CHECK(contains(reading.warnings[1], "list.csv: 1 files are not among the articles that were read"));
}

TEST_CASE("manifest: one that is none") {
    const Folder folder;
    io::ReaderOptions options;
    options.manifest = folder.write("list.csv", "name,date\na,b\n");
    CHECK_THROWS_WITH_AS(io::ArticleReader({}, options),
                         doctest::Contains("expected the columns file, date, title, url, source, lang"), InputError);
    options.manifest = folder.path("missing.csv");
    CHECK_THROWS_AS(io::ArticleReader({}, options), InputError);
}
