// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "files.hpp"
#include "reading.hpp"

using namespace yaqut;
using yaqut::test::contains;
using yaqut::test::Folder;
using yaqut::test::read_inputs;

TEST_CASE("json articles: all keys") {
    const Folder folder;
    const auto reading = read_inputs({folder.write(
        "a.jsonl",
        R"({"id":"n1","title":"عنوان","text":"سطر\nثان \u0627","lang":"ar","source":"وكالة","url":"https://example.org","time":1620518400,"tags":[{"a":[1,{}]}],"n":1.5e3})")});
    CHECK(reading.errors.empty());
    REQUIRE(reading.articles.size() == 1);
    const Article& article = reading.articles[0];
    CHECK(article.id == "n1");
    CHECK(article.title == "عنوان");
    CHECK(article.text == "سطر\nثان ا");
    CHECK(article.language == Language::ar);
    CHECK(article.source == "وكالة");
    CHECK(article.url == "https://example.org");
    CHECK(article.dct == parse_iso_date("2021-05-09"));
    CHECK(article.dct_source == "time");
}

TEST_CASE("json articles: the day of publication under the names of JSON-LD and of archives") {
    for (const std::string key : {"datePublished", "date_published", "published_at", "publish_date", "pubDate",
                                  "dateCreated", "published", "date", "dct"}) {
        const Folder folder;
        const auto reading = read_inputs({folder.write("a.jsonl", R"({"id":"n","text":"x","time":1,")" + key +
                                                                      R"(":"2018-09-13T10:00:00+02:00"})")});
        REQUIRE(reading.articles.size() == 1);
        CHECK(reading.articles[0].dct == parse_iso_date("2018-09-13"));
        CHECK(reading.articles[0].dct_source == key);
    }
}

TEST_CASE("json articles: a broken line costs that line only") {
    const Folder folder;
    for (const char* name : {"a.jsonl", "a.json", "noending"}) {
        const auto reading = read_inputs({folder.write(name, R"({"text":"1"}
{"text":"2"}

{"text":"اثنان", oops}
{"text":"5"
["text"]
{"title":"no text","body":"x"}
{"text":7}
{"text":null}
17
{}
{"text":"11","dct":"soon"}
)")});
        REQUIRE(reading.articles.size() == 3);
        CHECK(reading.articles[0].text == "1");
        CHECK(reading.articles[2].text == "11");
        REQUIRE(reading.errors.size() == 8);
        CHECK_MESSAGE(contains(reading.errors[0], std::string(name) + ":4:18: "), reading.errors[0]);
        CHECK_MESSAGE(contains(reading.errors[0], "expected string literal"), reading.errors[0]);
        CHECK_MESSAGE(contains(reading.errors[1], std::string(name) + ":5:"), reading.errors[1]);
        CHECK(contains(reading.errors[2], "expected an object {...} with a \"text\", found an array"));
        CHECK(contains(reading.errors[3], ":7: expected a record with a \"text\", found only: title, body"));
        CHECK(contains(reading.errors[4], ":8:1: expected a string as \"text\", found another value"));
        CHECK(contains(reading.errors[5], ":9: expected a record with a \"text\", found only: text"));
        CHECK(contains(reading.errors[6], ":10:1: expected an object {...} with a \"text\", found another value"));
        CHECK(contains(reading.errors[7], ":11: expected a record with a \"text\", found an empty one"));
        REQUIRE(reading.warnings.size() == 1);
        CHECK(contains(reading.warnings[0], ":12: \"dct\": expected a date like 2016-07-13, found \"soon\""));
    }
}

TEST_CASE("json articles: a file with one record over several lines, and with several") {
    const Folder folder;
    const auto one =
        read_inputs({folder.write("one.json", "\n{\n  \"text\": \"a } \\\" {\",\n  \"more\": [1, {\"x\": []}]\n}\n")});
    CHECK(one.errors.empty());
    REQUIRE(one.articles.size() == 1);
    CHECK(one.articles[0].id == "one");
    CHECK(one.articles[0].text == "a } \" {");
    CHECK(one.articles[0].origin == folder.path("one.json") + ":2");

    const auto two = read_inputs({folder.write("two.json", "{\n\"text\": \"a\"\n}\n{\n\"text\": \"b\"\n}\n")});
    REQUIRE(two.articles.size() == 2);
    CHECK(two.articles[1].id == "two:2");
}

TEST_CASE("json articles: an array, with a bad record") {
    const Folder folder;
    const auto reading = read_inputs(
        {folder.write("a.json", "[\n{\"text\": \"a\"},\n{\"text\": oops},\n{\"id\":\"c\",\n\"text\":\"c\"}\n]\n")});
    REQUIRE(reading.articles.size() == 2);
    CHECK(reading.articles[0].id == "a:1");
    CHECK(reading.articles[1].id == "c");
    REQUIRE(reading.errors.size() == 1);
    CHECK_MESSAGE(contains(reading.errors[0], "a.json:3:10: "), reading.errors[0]);
    CHECK(read_inputs({folder.write("empty.json", "[]")}).errors.empty());
    const auto strings = read_inputs({folder.write("strings.json", "[\"a\", \"b\"]")});
    REQUIRE(strings.errors.size() == 1);
    CHECK(contains(strings.errors[0], "strings.json:1: expected '{', found \"\"a\", \"b\"]\""));
}

TEST_CASE("json articles: a record that is not closed") {
    const Folder folder;
    const auto reading = read_inputs({folder.write("a.json", "[{\"text\":\"a\"},{\"text\":\"b\",\n\"x\":{")});
    CHECK(reading.articles.size() == 1);
    REQUIRE(reading.errors.size() == 1);
    CHECK_MESSAGE(contains(reading.errors[0], "a.json:2:6: "), reading.errors[0]);
}

TEST_CASE("json articles: text that is not UTF-8") {
    const Folder folder;
    const auto reading =
        read_inputs({folder.write("a.jsonl", "{\"text\":\"مدينة \xC3 طرابلس\"}\n{\"text\":\"\xE3\xCF\xED\xE4\xC9 "
                                             "\xE6\xC7\xCD\xCF\xC9 \xDD\xED \xC7\xE1\xC8\xE1\xC7\xCF\"}\n")});
    CHECK(reading.errors.empty());
    REQUIRE(reading.articles.size() == 2);
    CHECK(reading.articles[0].text == "مدينة \xEF\xBF\xBD طرابلس");
    CHECK(reading.articles[1].text == "مدينة واحدة في البلاد");
    REQUIRE(reading.warnings.size() == 2);
    CHECK(contains(reading.warnings[0], "a.jsonl:1: 1 bytes are not UTF-8: replaced"));
    CHECK(contains(reading.warnings[1], "a.jsonl:2: not UTF-8: read as windows-1256"));
}

TEST_CASE("json articles: hostile nesting and lengths") {
    const Folder folder;
    const std::string deep = "{\"text\":\"a\",\"x\":" + std::string(400'000, '[') + std::string(400'000, ']') + "}";
    const std::string open = "{\"text\":\"a\",\"x\":" + std::string(400'000, '[');
    const auto reading = read_inputs({folder.write("a.jsonl", deep + "\n" + open + "\n{\"text\":\"b\\u0000c\"}")});
    REQUIRE(reading.articles.size() == 2);
    CHECK(reading.articles[1].text == test::bytes_of("b\0c"));
    REQUIRE(reading.errors.size() == 1);
    CHECK(reading.errors[0].size() < 1000);
}

TEST_CASE("json articles: what begins like JSON and is text") {
    const Folder folder;
    for (const char* text :
         {"[عاجل] أغلقت السلطات الميناء.", "{ملاحظة} أغلقت السلطات الميناء.", "[1] The port was closed."}) {
        const auto reading = read_inputs({folder.write("note", text)});
        REQUIRE(reading.articles.size() == 1);
        CHECK(reading.articles[0].text == text);
    }
}
