// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "io/front_matter.hpp"

using yaqut::io::FrontMatter;
using yaqut::io::read_front_matter;

TEST_CASE("front matter: lines up to an empty line") {
    const std::string text =
        "Title: Rain closes the coast road\r\ndate: 2022-01-30\r\nSOURCE: Desk\nurl: https://example.org/a:b\n"
        "lang: en\nid: n-1\n\nThe road was closed.\n\nsource: none\n";
    const FrontMatter front = read_front_matter(text);
    CHECK(front.title == "Rain closes the coast road");
    CHECK(front.date == "2022-01-30");
    CHECK(front.source == "Desk");
    CHECK(front.url == "https://example.org/a:b");
    CHECK(front.language == "en");
    CHECK(front.id == "n-1");
    CHECK(text.substr(front.body) == "The road was closed.\n\nsource: none\n");
    CHECK(front.warnings.empty());
}

TEST_CASE("front matter: between fences, with quotes and empty lines") {
    const std::string text = "---\ntitle: \"عنوان: خبر\"\n\ndate: '2022-01-30'\nauthor: A\n---\nنص الخبر\n";
    const FrontMatter front = read_front_matter(text);
    CHECK(front.title == "عنوان: خبر");
    CHECK(front.date == "2022-01-30");
    CHECK(text.substr(front.body) == "نص الخبر\n");
    REQUIRE(front.warnings.size() == 1);
    CHECK(front.warnings[0] == "front matter: unknown key \"author\" is ignored");
}

TEST_CASE("front matter: a text without any is all text") {
    for (const char* text : {"", "\n", "Cairo: talks go on\n\nThe talks ...", "وصل الوفد.\ndate: 2022-01-30\n\n",
                             ": x\n\ny", "--- \nA line\n---\n", "---", "https://example.org/\n\nx"}) {
        const FrontMatter front = read_front_matter(text);
        CHECK_MESSAGE(front.body == 0, text);
        CHECK_MESSAGE(front.date.empty(), text);
        CHECK_MESSAGE(front.warnings.empty(), text);
    }
}

TEST_CASE("front matter: one that does not end is text, and said so") {
    for (const char* text : {"title: A\nThe story begins at once.\n\nMore.", "---\ntitle: A\nThe story begins.\n",
                             "---\ndate: 2022-01-30\n"}) {
        const FrontMatter front = read_front_matter(text);
        CHECK_MESSAGE(front.body == 0, text);
        CHECK_MESSAGE(front.title.empty(), text);
        CHECK_MESSAGE(front.warnings.size() == 1, text);
    }
}

TEST_CASE("front matter: a file with nothing else") {
    const FrontMatter front = read_front_matter("title: A\ndate: 2022-01-30");
    CHECK(front.title == "A");
    CHECK(front.body == std::string_view("title: A\ndate: 2022-01-30").size());
    CHECK(front.warnings.empty());
}
