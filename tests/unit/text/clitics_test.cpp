// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "text/clitics.hpp"
#include "text/key_hash.hpp"

using namespace yaqut;
using text::Clitic;
using Words = std::vector<std::string>;

namespace {

/// The remaining words of the first token.
Words remaining(std::string_view source) {
    const text::Document document(source);
    Words result;
    for (const text::Reading& reading : text::readings(document, document.token(0))) {
        result.push_back(text::remaining_strict(document, document.token(0), reading));
    }
    return result;
}

} // namespace

TEST_CASE("readings in order, the whole token first") {
    CHECK(remaining("بغداد") == Words{"بغداد", "غداد"});
    CHECK(remaining("درنة") == Words{"درنة"});
    CHECK(remaining("القاهرة") == Words{"القاهرة", "قاهرة"});
    CHECK(remaining("وبالقاهرة") == Words{"وبالقاهرة", "بالقاهرة", "القاهرة", "قاهرة"});
    CHECK(remaining("فلبنان") == Words{"فلبنان", "لبنان", "بنان"});
    CHECK(remaining("كتونس") == Words{"كتونس", "تونس"});
    CHECK(remaining("أفي") == Words{"أفي", "في"});
    CHECK(remaining("أوبدرنة") == Words{"أوبدرنة", "وبدرنة", "بدرنة", "درنة"});
    CHECK(remaining("بوادي") == Words{"بوادي", "وادي"}); // و does not follow ب
}

TEST_CASE("a lam before a lam has three readings, and one without the article") {
    CHECK(remaining("للقاهرة") == Words{"للقاهرة", "القاهرة", "لقاهرة", "اللقاهرة", "قاهرة"});
    CHECK(remaining("للاذقية") == Words{"للاذقية", "الاذقية", "لاذقية", "اللاذقية", "اذقية"});
    CHECK(remaining("لليبيا") == Words{"لليبيا", "اليبيا", "ليبيا", "الليبيا", "يبيا"});
    CHECK(remaining("وللد") == Words{"وللد", "للد", "لد", "اللد"});
}

TEST_CASE("two letters must remain") {
    CHECK(remaining("ود") == Words{"ود"});
    CHECK(remaining("ولي") == Words{"ولي", "لي"});
    CHECK(remaining("الب") == Words{"الب"});
    CHECK(remaining("ل") == Words{"ل"});
    CHECK(remaining("و") == Words{"و"});
}

TEST_CASE("only Arabic words are read") {
    CHECK(remaining("beirut") == Words{"beirut"});
    CHECK(remaining("2014") == Words{"2014"});
    CHECK(remaining("، نعم") == Words{","});
    CHECK(remaining("والـ26") == Words{"وال"});
    CHECK(remaining("لـ«الحياة»") == Words{"ل"});
    CHECK(remaining("ب.ب.س") == Words{"ب.ب.س"});
}

TEST_CASE("what a reading says") {
    const std::string source = "في وللقاهرة";
    const text::Document document(source);
    const text::Token& token = document.token(1);
    const text::Readings readings = text::readings(document, token);
    REQUIRE(readings.size() == 6);
    const text::Reading& and_word = readings[1];
    CHECK(and_word.clitics == Clitic::waw);
    CHECK(and_word.key_begin == 2);
    CHECK(source.substr(and_word.source_begin) == "للقاهرة");
    const text::Reading& to_cairo = readings[2];
    CHECK(to_cairo.clitics == (Clitic::waw | Clitic::lam));
    CHECK(to_cairo.restored_article);
    CHECK_FALSE(text::has_clitic(to_cairo.clitics, Clitic::article));
    CHECK(source.substr(to_cairo.source_begin) == "لقاهرة"); // the article keeps its place
    CHECK(to_cairo.strict_hash == text::KeyHash::of("القاهرة"));
    CHECK(to_cairo.loose_hash == text::KeyHash::of("القاهره"));
    CHECK(text::remaining_loose(document, token, to_cairo) == "القاهره");
    const text::Reading& bare = readings[5];
    CHECK(text::has_clitic(bare.clitics, Clitic::article));
    CHECK(text::has_clitic(bare.clitics, Clitic::lam));
    CHECK(bare.strict_hash == text::KeyHash::of("قاهرة"));
    CHECK(source.substr(bare.source_begin) == "لقاهرة");
}

TEST_CASE("source places see through vowel signs") {
    const std::string source = "وَبِبَغدادَ";
    const text::Document document(source);
    const text::Readings readings = text::readings(document, document.token(0));
    REQUIRE(readings.size() == 3);
    CHECK(source.substr(readings[1].source_begin) == "بِبَغدادَ");
    CHECK(source.substr(readings[2].source_begin) == "بَغدادَ");
}
