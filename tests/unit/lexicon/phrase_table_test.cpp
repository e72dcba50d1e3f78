// SPDX-License-Identifier: Apache-2.0
#include "lexicon/phrase_table.hpp"

#include <doctest/doctest.h>

using namespace yaqut;
using lexicon::KeyKind;
using lexicon::PhraseTable;

TEST_CASE("the longest phrase wins and shorter ones still match") {
    PhraseTable table;
    table.add("ras", 1);
    table.add("ras lanuf", 2);
    table.add("ras lanuf terminal east", 3);
    const text::Document document("Near Ras Lanuf terminal and Ras-Lanuf.");
    const auto found = table.longest(document, 1, document.size());
    REQUIRE(found);
    CHECK(found->values[0] == 2);
    CHECK(found->token_count == 2);
    const auto hyphenated = table.longest(document, 5, document.size());
    REQUIRE(hyphenated);
    CHECK(hyphenated->values[0] == 2);
    CHECK(hyphenated->token_count == 3);
    CHECK_FALSE(table.longest(document, 0, document.size()));
}

TEST_CASE("phrases stop at punctuation, lines and the limit") {
    PhraseTable table;
    table.add("وقف إطلاق النار", 7);
    const auto matches = [&](std::string_view text, std::size_t limit) {
        const text::Document document(text);
        return table.longest(document, 0, std::min(limit, document.size())).has_value();
    };
    CHECK(matches("وقف إطلاق النار", 3));
    CHECK(matches("وقف  اطلاق النار", 3));
    CHECK_FALSE(matches("وقف إطلاق النار", 2));
    CHECK_FALSE(matches("وقف، إطلاق النار", 9));
    CHECK_FALSE(matches("وقف إطلاق\n\nالنار", 9));
}

TEST_CASE("strict tables keep letters apart that loose ones fold") {
    PhraseTable strict(KeyKind::strict);
    PhraseTable loose(KeyKind::loose);
    strict.add("على", 1);
    loose.add("على", 1);
    const text::Document document("علي");
    CHECK_FALSE(strict.longest(document, 0, 1));
    CHECK(loose.longest(document, 0, 1));
}

TEST_CASE("a first word can be read without its proclitics") {
    PhraseTable table;
    table.add("القاهرة", 1);
    const text::Document document("للقاهرة");
    CHECK_FALSE(table.longest(document, 0, 1));
    bool found = false;
    for (const text::Reading& reading : text::readings(document, document.token(0))) {
        found = found || table.longest(document, 0, reading, 1).has_value();
    }
    CHECK(found);
}

TEST_CASE("several values of one phrase keep their order; words are found by hash") {
    PhraseTable table;
    table.add("north", 4);
    table.add("North", 2);
    table.add("", 9);
    const text::Document document("north");
    const auto values = table.word(document.token(0));
    REQUIRE(values.size() == 2);
    CHECK(values[0] == 4);
    CHECK(values[1] == 2);
    CHECK(table.word(text::Token{}).empty());
}
