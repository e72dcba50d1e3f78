// SPDX-License-Identifier: Apache-2.0
// What holds for any bytes at all, tried on texts at random.
#include <doctest/doctest.h>

#include <string>

#include "generator.hpp"
#include "text/clitics.hpp"
#include "text/code_points.hpp"
#include "text/document.hpp"
#include "text/key_hash.hpp"
#include "text/normalize.hpp"

using namespace yaqut;
using yaqut::test::Generator;

namespace {

constexpr int rounds = 4000;

std::string random_text(Generator& generator, int round) {
    return round % 8 == 0 ? generator.bytes(200) : generator.soup(60);
}

bool is_boundary(const std::string& text, std::size_t position) {
    if (position == text.size()) {
        return true;
    }
    for (std::size_t back = 1; back <= 3 && back <= position; ++back) {
        const text::Utf8Char c = text::utf8_char(text, position - back);
        if (c.valid && c.size > back) {
            return false;
        }
    }
    return true;
}

void check_keys(const text::Document& document, const text::Token& token, const std::string& source) {
    REQUIRE(token.strict_size > 0);
    REQUIRE(token.loose_size > 0);
    CHECK(token.strict_hash == text::KeyHash::of(document.strict(token)));
    CHECK(token.loose_hash == text::KeyHash::of(document.loose(token)));
    if (token.kind == text::TokenKind::word) {
        std::string loose;
        text::append_loose(document.strict(token), loose);
        CHECK(loose == document.loose(token));
    }
    CHECK(document.source_begin(token, 0) == token.span.begin);
    CHECK(document.source_begin(token, token.strict_size) == token.span.end);
    for (std::size_t i = 1; i <= token.strict_size; ++i) {
        const std::uint32_t begin = document.source_begin(token, i);
        CHECK(begin >= document.source_begin(token, i - 1));
        CHECK(is_boundary(source, begin));
    }
}

} // namespace

TEST_CASE("the strict key of a strict key is itself, and its map is sound") {
    Generator generator(1);
    for (int round = 0; round < rounds; ++round) {
        const std::string source = random_text(generator, round);
        CAPTURE(source);
        const text::NormalizedText normalized = text::normalize_strict(source);
        REQUIRE(normalized.source_begin.size() == normalized.key.size());
        REQUIRE(normalized.source_end.size() == normalized.key.size());
        CHECK(text::normalize_strict(normalized.key).key == normalized.key);
        CHECK(text::strict_key(text::strict_key(source)) == text::strict_key(source));
        std::uint32_t previous = 0;
        for (std::size_t i = 0; i < normalized.key.size(); ++i) {
            REQUIRE(normalized.source_begin[i] >= previous);
            REQUIRE(normalized.source_begin[i] < normalized.source_end[i]);
            REQUIRE(normalized.source_end[i] <= source.size());
            REQUIRE(is_boundary(source, normalized.source_begin[i]));
            REQUIRE(is_boundary(source, normalized.source_end[i]));
            previous = normalized.source_begin[i];
        }
        for (std::size_t i = 0; i < normalized.key.size();) {
            const text::Utf8Char c = text::utf8_char(normalized.key, i);
            REQUIRE(c.valid);
            i += c.size;
        }
    }
}

TEST_CASE("tokens lie in the source in order, and with the gaps they give it back") {
    Generator generator(2);
    for (int round = 0; round < rounds; ++round) {
        const std::string source = random_text(generator, round);
        CAPTURE(source);
        const text::Document document(source);
        std::string rebuilt;
        std::uint32_t end = 0;
        for (const text::Token& token : document.tokens()) {
            REQUIRE(token.span.begin >= end);
            REQUIRE(token.span.begin < token.span.end);
            REQUIRE(token.span.end <= source.size());
            REQUIRE(is_boundary(source, token.span.begin));
            REQUIRE(is_boundary(source, token.span.end));
            rebuilt += source.substr(end, token.span.begin - end);
            rebuilt += document.source(token.span);
            end = token.span.end;
            check_keys(document, token, source);
        }
        rebuilt += source.substr(end);
        CHECK(rebuilt == source);
    }
}

TEST_CASE("blocks hold sentences, sentences hold tokens, none is left out") {
    Generator generator(3);
    for (int round = 0; round < rounds; ++round) {
        const std::string source = random_text(generator, round);
        CAPTURE(source);
        const text::Document document(source);
        std::uint32_t token = 0;
        std::uint32_t sentence = 0;
        for (std::uint32_t b = 0; b < document.blocks().size(); ++b) {
            const text::Block& block = document.blocks()[b];
            REQUIRE(block.first_sentence == sentence);
            REQUIRE(block.sentence_count > 0);
            REQUIRE(block.tokens.begin == token);
            for (; sentence < block.first_sentence + block.sentence_count; ++sentence) {
                const text::Sentence& inner = document.sentences()[sentence];
                REQUIRE(inner.block == b);
                REQUIRE(inner.tokens.begin == token);
                REQUIRE(!inner.tokens.empty());
                REQUIRE(inner.span == document.span_of(inner.tokens));
                for (; token < inner.tokens.end; ++token) {
                    REQUIRE(document.sentence_of(token) == sentence);
                    REQUIRE(document.block_of(token) == b);
                }
            }
            REQUIRE(block.tokens.end == token);
            REQUIRE(block.span == document.span_of(block.tokens));
        }
        CHECK(token == document.size());
        CHECK(sentence == document.sentences().size());
    }
}

TEST_CASE("the keys of a reading are those of a token made of the remaining word only") {
    Generator generator(4);
    constexpr std::u32string_view letters = U"أوفبكللاالوىةءسيتهؤئگ";
    int checked = 0;
    for (int round = 0; round < rounds * 3; ++round) {
        const std::string source = round % 2 == 0 ? generator.of(letters, 9) : random_text(generator, round);
        CAPTURE(source);
        const text::Document document(source);
        for (const text::Token& token : document.tokens()) {
            const text::Readings readings = text::readings(document, token);
            REQUIRE(readings.size() > 0);
            CHECK(readings[0].strict_hash == token.strict_hash);
            CHECK(readings[0].loose_hash == token.loose_hash);
            for (const text::Reading& reading : readings) {
                const std::string strict = text::remaining_strict(document, token, reading);
                CHECK(reading.strict_hash == text::KeyHash::of(strict));
                CHECK(reading.loose_hash == text::KeyHash::of(text::remaining_loose(document, token, reading)));
                CHECK(reading.source_begin >= token.span.begin);
                CHECK(reading.source_begin < token.span.end);
                if (&reading == readings.begin()) {
                    continue;
                }
                const text::Document alone(strict);
                REQUIRE(alone.size() == 1);
                CHECK(alone.token(0).strict_hash == reading.strict_hash);
                CHECK(alone.token(0).loose_hash == reading.loose_hash);
                ++checked;
            }
        }
    }
    CHECK(checked > 5000);
}

TEST_CASE("code point offsets go back and forth") {
    Generator generator(5);
    for (int round = 0; round < rounds; ++round) {
        const std::string source = random_text(generator, round);
        const text::CodePointMap map(source);
        std::uint32_t count = 0;
        for (std::size_t i = 0; i < source.size(); ++count) {
            const std::size_t size = text::utf8_char(source, i).size;
            const auto byte = static_cast<std::uint32_t>(i);
            REQUIRE(map.to_bytes(count) == byte);
            for (std::uint32_t inside = 0; inside < size; ++inside) {
                REQUIRE(map.to_code_points(byte + inside) == count);
            }
            i += size;
        }
        CHECK(map.size() == count);
        CHECK(map.to_code_points(static_cast<std::uint32_t>(source.size())) == count);
        CHECK(map.to_bytes(count) == source.size());
    }
}

TEST_CASE("words of a loose key are the loose keys of the tokens") {
    Generator generator(6);
    for (int round = 0; round < rounds; ++round) {
        const std::string source = random_text(generator, round);
        CAPTURE(source);
        std::string expected;
        const text::Document document(source);
        for (const text::Token& token : document.tokens()) {
            if (token.kind != text::TokenKind::punct) {
                expected += (expected.empty() ? "" : " ") + std::string(document.loose(token));
            }
        }
        CHECK(text::loose_key(source) == expected);
    }
}

TEST_CASE("long hostile texts take no more than linear time") {
    // A quadratic step on any of these would take minutes.
    constexpr std::size_t repetitions = 300'000;
    for (const std::string_view unit : {"a", "ب",  "ـ",        "\u0301", "a\u0301", "\u064E", "(",   "\"", ".",
                                        "1", "1,", "\n",       " ",      "\xFF",    "a'",     "أ.",  "U.", "#",
                                        "_", "و",  "\n\u00A0", "\u200F", "\uFDFA",  "a b ",   "x\n", "漢"}) {
        std::string text;
        text.reserve(unit.size() * repetitions);
        for (std::size_t i = 0; i < repetitions; ++i) {
            text += unit;
        }
        const text::Document document(text);
        CHECK(document.source().size() == text.size());
        for (const text::Sentence& sentence : document.sentences()) {
            REQUIRE(sentence.tokens.size() <= 600);
        }
    }
}
