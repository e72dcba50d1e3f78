// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "text/document.hpp"
#include "text/word_cache.hpp"
#include "text/word_facts.hpp"
#include "unit/text/generator.hpp"

using namespace yaqut;
using text::Document;
using text::WordCache;

namespace {

/// Everything of the tokens but the words' numbers is as it is without a cache.
void check_same(std::string_view source, WordCache& words) {
    const Document plain(source);
    const Document cached(source, words);
    REQUIRE(plain.size() == cached.size());
    for (std::size_t i = 0; i < plain.size(); ++i) {
        const text::Token& a = plain.token(i);
        const text::Token& b = cached.token(i);
        CAPTURE(plain.source(a.span));
        CHECK(a.span == b.span);
        CHECK(plain.strict(a) == cached.strict(b));
        CHECK(plain.loose(a) == cached.loose(b));
        CHECK(a.strict_hash == b.strict_hash);
        CHECK(a.loose_hash == b.loose_hash);
        CHECK(a.word == text::no_word);
        CHECK(plain.source_begin(a, 2) == cached.source_begin(b, 2));
    }
    CHECK(plain.language() == cached.language());
    CHECK(plain.sentences().size() == cached.sentences().size());
}

/// Words of two to five Arabic letters, all different.
std::string different_words(std::size_t count) {
    std::string result;
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t rest = i + 26; rest != 0; rest /= 26) {
            result += "\xD8";
            result += static_cast<char>(0xA8 + rest % 18);
            result += rest % 26 < 18 ? "\xD9\x86" : "\xD9\x84";
        }
        result += ' ';
    }
    return result;
}

} // namespace

TEST_CASE("a cache changes nothing but the numbers of words") {
    WordCache words;
    constexpr std::string_view article = "قُتل 1,200 شخص في بنغازي، وقالت «الإذاعة» إنّ إلى على علي.\n"
                                         "Libya's army near Orle\u0301ans: l'Algérie œuvre STRASSE straße.";
    check_same(article, words);
    check_same(article, words); // now it knows the words
    check_same(std::string(5'000, 'x') + " بن" + std::string(2'000, '\xFF'), words);
    check_same("", words);
}

TEST_CASE("any text is read as without a cache, whatever was read before") {
    test::Generator generator(7);
    WordCache large;
    WordCache small(50);
    for (int round = 0; round < 300; ++round) {
        const std::string text = round % 8 == 0 ? generator.bytes(200) : generator.soup(60);
        check_same(text, large);
        check_same(text, small);
        small.make_room();
    }
}

TEST_CASE("equal words have one number from the second time on, different words different ones") {
    WordCache words;
    const Document first("مصر ومصر Egypt", words);
    CHECK(words.size() == 0);
    const Document document("مصر ومصر مِصر مصـر Egypt egypt EGYPT مصر", words);
    REQUIRE(document.size() == 8);
    const auto word = [&](std::size_t i) { return document.token(i).word; };
    CHECK(word(0) != text::no_word);
    CHECK(word(0) == word(2));
    CHECK(word(0) == word(3));
    CHECK(word(0) == word(7));
    CHECK(word(0) != word(1));
    CHECK(word(4) == word(5));
    CHECK(word(4) == word(6));
    CHECK(words.size() == 3);
    CHECK(words[word(0)].strict_hash == document.token(0).strict_hash);
}

TEST_CASE("long words, marks, numbers and words joined to a quote stay outside") {
    WordCache words;
    const std::string eleven(22, 'a');
    const std::string twelve(23, 'a');
    const std::string source = eleven + " " + twelve + " 2011 . لـ«الحياة» ل ﻻﻻـ لالا";
    const Document before(source, words);
    const Document document(source, words);
    const auto known = [&](std::size_t i) { return document.token(i).word != text::no_word; };
    REQUIRE(document.size() == 11);
    CHECK(known(0));
    CHECK_FALSE(known(1));
    CHECK_FALSE(known(2));
    CHECK_FALSE(known(3));
    CHECK_FALSE(known(4));
    CHECK(known(6));
    CHECK(known(8));
    CHECK_FALSE(known(9)); // stretched, although it has as many bytes as the word without
    CHECK(known(10));
}

TEST_CASE("a full cache takes no more words in, and is emptied when asked") {
    WordCache words(100);
    const std::string source = different_words(5'000);
    check_same(source, words);
    check_same(source, words);
    CHECK(words.size() == 100);
    check_same("مصر مصر", words); // known or not, as before
    words.make_room();
    CHECK(words.size() == 0);
    check_same("ليبيا ليبيا", words);
    CHECK(words.size() == 1);
    words.make_room(); // there is room
    CHECK(words.size() == 1);
}

TEST_CASE("a cache grows with its words") {
    WordCache words;
    const std::string source = different_words(10'000);
    const Document first(source, words);
    const Document second(source, words);
    const std::size_t size = words.size();
    CHECK(size > 9'000);
    const Document third(source, words);
    CHECK(words.size() >= size);
    for (std::size_t i = 0; i < second.size(); ++i) {
        if (second.token(i).word != text::no_word) {
            REQUIRE(second.token(i).word == third.token(i).word);
        }
    }
}

TEST_CASE("facts are worked out once per word, and anew when the words are forgotten") {
    WordCache words(64);
    const text::FactKey<std::size_t> sizes;
    const text::FactKey<std::size_t> others;
    std::size_t made = 0;
    const auto read = [&](const text::FactKey<std::size_t>& key, std::size_t factor) {
        const Document document("ليبيا مصر ليبيا ليبيا", words);
        const text::WordFacts<std::size_t> facts(document, key);
        std::vector<std::size_t> result;
        for (const text::Token& token : document.tokens()) {
            result.push_back(facts.of(token, [&] {
                ++made;
                return factor * token.strict_size;
            }));
        }
        return result;
    };
    const std::vector<std::size_t> expected{10, 6, 10, 10};
    CHECK(read(sizes, 1) == expected);
    CHECK(made == 3); // once before the word is known, once for the cache, once for the word met once
    CHECK(read(sizes, 1) == expected);
    CHECK(made == 4);
    CHECK(read(sizes, 1) == expected);
    CHECK(made == 4);
    CHECK(read(others, 2) == std::vector<std::size_t>{20, 12, 20, 20}); // kept apart
    CHECK(made == 6);
    const std::string many = different_words(1'000);
    check_same(many, words);
    check_same(many, words);
    CHECK(words.size() == 64);
    words.make_room();
    CHECK(read(sizes, 1) == expected);
    CHECK(made == 8);
}

TEST_CASE("facts of different types are kept apart") {
    WordCache words;
    const text::FactKey<char> one;
    const text::FactKey<std::string> other;
    CHECK(one.number() != other.number());
    for (int round = 0; round < 4; ++round) {
        const Document document("ليبيا مصر", words);
        for (const text::Token& token : document.tokens()) {
            CHECK(text::WordFacts<char>(document, one).of(token, [] { return 'x'; }) == 'x');
            CHECK(text::WordFacts<std::string>(document, other).of(token, [] { return std::string("yes"); }) == "yes");
        }
    }
}

TEST_CASE("facts for which a word's row has no room are kept as well") {
    WordCache words(64);
    const std::vector<text::FactKey<std::uint64_t>> keys(6); // together more than row_bytes
    static_assert(6 * sizeof(std::uint64_t) > WordCache::row_bytes);
    int made = 0;
    for (int round = 0; round < 5; ++round) {
        const Document document("ليبيا مصر تونس", words);
        for (std::size_t key = 0; key < keys.size(); ++key) {
            const text::WordFacts<std::uint64_t> facts(document, keys[key]);
            for (const text::Token& token : document.tokens()) {
                const std::uint64_t expected = token.strict_hash + key;
                const auto make = [&] {
                    ++made;
                    return expected;
                };
                CHECK(facts.of(token, make) == expected);
                CHECK(facts.known(token).value_or(expected) == expected);
            }
        }
    }
    CHECK(made == 2 * 3 * 6); // before the words are known, and once they are
    words.make_room();
    const std::string many = different_words(1'000);
    check_same(many, words);
    check_same(many, words);
    words.make_room();
    for (int round = 0; round < 3; ++round) { // the numbers are other words' now
        const Document document("تونس ليبيا", words);
        for (const auto& key : keys) {
            for (const text::Token& token : document.tokens()) {
                const std::uint64_t expected = ~token.strict_hash;
                CHECK(text::WordFacts<std::uint64_t>(document, key).of(token, [&] { return expected; }) == expected);
            }
        }
    }
}

TEST_CASE("facts of words outside of the cache, and of documents without one, are worked out each time") {
    const text::FactKey<int> key;
    int made = 0;
    const auto count = [&](const Document& document) {
        const text::WordFacts<int> facts(document, key);
        for (const text::Token& token : document.tokens()) {
            CHECK(facts.of(token, [&] { return ++made; }) == made);
        }
    };
    count(Document("مصر مصر"));
    CHECK(made == 2);
    WordCache none(0);
    count(Document("مصر مصر مصر", none));
    CHECK(made == 5);
    CHECK(none.size() == 0);
}
