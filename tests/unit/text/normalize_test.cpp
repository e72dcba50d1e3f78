// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>

#include "text/normalize.hpp"

using namespace yaqut;

namespace {

struct Rule {
    std::string_view source;
    std::string_view key;
};

std::string loose(std::string_view strict_word) {
    std::string key;
    text::append_loose(strict_word, key);
    return key;
}

} // namespace

TEST_CASE("strict keys of Arabic") {
    constexpr std::array rules{
        Rule{"بِنْغَازِي", "بنغازي"},                       // vowel signs
        Rule{"مُحمّد", "محمد"},                           // shadda
        Rule{"بنـــغازي", "بنغازي"},                    // tatweel inside a word
        Rule{"ا\u0653\u0644\u0622ن", "آلآن"},           // madda as a mark
        Rule{"ا\u0654مس", "أمس"},                       // hamza above
        Rule{"ا\u0655لى", "إلى"},                       // hamza below
        Rule{"مسو\u0654ول", "مسؤول"},                   //
        Rule{"هيي\u0654ة", "هيئة"},                     //
        Rule{"هييـ\u0654ة", "هيئة"},                    // the mark on tatweel
        Rule{"ﻃﺮﺍﺑﻠﺲ", "طرابلس"},                       // presentation forms
        Rule{"ﺑﻼﺩ", "بلاد"},                            // a ligature
        Rule{"ٱلجزائر", "الجزائر"},                     // alef wasla
        Rule{"کابل", "كابل"},                           // Persian kaf
        Rule{"لیبیا", "ليبيا"},                         // Persian yeh
        Rule{"گرگان", "گرگان"},                         // other Persian letters are the loose key's
        Rule{"٢٠١٦ ۲۰۱۶", "2016 2016"},                 //
        Rule{"٪١٢٫٥", "%12.5"},                         //
        Rule{"١٬٢٠٠", "1,200"},                         //
        Rule{"قال، ثم؛ هل؟ نعم۔", "قال, ثم; هل? نعم."}, //
        Rule{"«نعم» “لا” „ربما‟", "\"نعم\" \"لا\" \"ربما\""},
        Rule{"تونس – مصر — ليبيا − الجزائر", "تونس - مصر - ليبيا - الجزائر"},
        Rule{"في\u00A0درنة", "في درنة"},                //
        Rule{"في \u00A0\u2003 درنة", "في درنة"},        //
        Rule{"سر\u200Cت \u200Fدرنة\u200E", "سرت درنة"}, // invisible formatting
        Rule{"إلى على فى", "إلى على فى"},               // identity is kept
        Rule{"مدينة محافظه", "مدينة محافظه"},
    };
    for (const Rule& rule : rules) {
        CAPTURE(rule.source);
        CHECK(text::strict_key(rule.source) == rule.key);
    }
}

TEST_CASE("tatweel: stretched letters, dashes and joined proclitics") {
    CHECK(text::strict_key("لندن ـ «الحياة»") == "لندن - \"الحياة\"");
    CHECK(text::strict_key("لندن ـــ الحياة") == "لندن - الحياة");
    CHECK(text::strict_key("2015ـ2016") == "2015-2016");
    CHECK(text::strict_key("لـ«الحياة»") == "ل\"الحياة\"");
    CHECK(text::strict_key("الـ26") == "ال26");
    CHECK(text::strict_key("1437هـ") == "1437ه");
    CHECK(text::strict_key("(ـها)") == "(ها)");
    CHECK(text::strict_key("ـ") == "-");
    CHECK(text::strict_key("ـ\u064E\u200Fـ") == "-");
}

TEST_CASE("strict keys of Latin and other scripts") {
    constexpr std::array rules{
        Rule{"TRIPOLI", "tripoli"},
        Rule{"Orléans", "orléans"},
        Rule{"Orle\u0301ans", "orléans"},
        Rule{"Orle\u200B\u0301ans", "orléans"},
        Rule{"ŁÓDŹ", "łódź"},
        Rule{"Sana’a Sana`a Sanaʿa", "sana'a sana'a sana'a"},
        Rule{"İzmir", "i\u0307zmir"},
        Rule{"ﬁre", "fire"},
        Rule{"ＡＢＣ１２", "abc12"},
        Rule{"МОСКВА Αθήνα", "москва αθήνα"},
        Rule{"\u212Bngström 5 \u212A", "ångström 5 k"},
        Rule{"東京", "東京"},
        Rule{"“Yes” – no", "\"yes\" - no"},
        Rule{"soft\u00ADhyphen", "softhyphen"},
    };
    for (const Rule& rule : rules) {
        CAPTURE(rule.source);
        CHECK(text::strict_key(rule.source) == rule.key);
    }
}

TEST_CASE("white space and bytes that are no text") {
    CHECK(text::strict_key("  a  b  ") == "a b");
    CHECK(text::strict_key("") == "");
    CHECK(text::strict_key(" \n ") == "");
    CHECK(text::normalize_strict("a \n\n b").key == "a\nb");
    CHECK(text::normalize_strict("a\r\nb\u2028c").key == "a\nb\nc");
    CHECK(text::normalize_strict(std::string_view("a\0b", 3)).key == "a b");
    CHECK(text::strict_key("a\xFF\xD8z") == "a\uFFFD\uFFFDz");
    CHECK(text::strict_key("\xED\xA0\x80") == "\uFFFD\uFFFD\uFFFD"); // a surrogate
    CHECK(text::strict_key("\xC0\xAF") == "\uFFFD\uFFFD");           // an overlong form
    CHECK(text::strict_key("\xF4\x90\x80\x80") == "\uFFFD\uFFFD\uFFFD\uFFFD");
}

TEST_CASE("key bytes know their source") {
    SUBCASE("a ligature gives two letters of one source range") {
        const text::NormalizedText normalized = text::normalize_strict("xﻻy");
        REQUIRE(normalized.key == "xلاy");
        for (std::size_t i = 1; i < 5; ++i) {
            CHECK(normalized.source_begin[i] == 1);
            CHECK(normalized.source_end[i] == 4);
        }
        CHECK(normalized.source_begin[5] == 4);
    }
    SUBCASE("dropped characters belong to the one before them") {
        const text::NormalizedText normalized = text::normalize_strict("مُـن");
        REQUIRE(normalized.key == "من");
        CHECK(normalized.source_begin[0] == 0);
        CHECK(normalized.source_end[0] == 6);
        CHECK(normalized.source_begin[2] == 6);
        CHECK(normalized.source_end[3] == 8);
    }
    SUBCASE("a run of white space is one range") {
        const text::NormalizedText normalized = text::normalize_strict("a \u00A0 b");
        REQUIRE(normalized.key == "a b");
        CHECK(normalized.source_begin[1] == 1);
        CHECK(normalized.source_end[1] == 5);
    }
    SUBCASE("marks and their letter are one range") {
        const text::NormalizedText normalized = text::normalize_strict("e\u0323\u0302x");
        REQUIRE(normalized.key == "ệx");
        CHECK(normalized.source_begin[2] == 0);
        CHECK(normalized.source_end[2] == 5);
    }
}

TEST_CASE("a letter bears a bounded number of marks") {
    std::string zalgo = "a";
    for (int i = 0; i < 1000; ++i) {
        zalgo += "\u0316\u0301";
    }
    const std::string key = text::strict_key(zalgo);
    CHECK(key.size() < 100);
    CHECK(text::strict_key(key) == key);
    CHECK(text::loose_key(zalgo) == "a");
}

TEST_CASE("loose keys of Arabic words") {
    constexpr std::array rules{
        Rule{"أمس", "امس"},       Rule{"إسرائيل", "اسراييل"},
        Rule{"آسيا", "اسيا"},     Rule{"سيلتقى", "سيلتقي"},
        Rule{"هدى", "هدي"},       Rule{"ىمين", "ىمين"},
        Rule{"غزة", "غزه"},       Rule{"مسؤول", "مسوول"},
        Rule{"هيئة", "هييه"},     Rule{"صنعاء", "صنعا"},
        Rule{"شيء", "شي"},        Rule{"شىء", "شي"},
        Rule{"بناءء", "بنا"},     Rule{"ء", "ء"},
        Rule{"گابس", "كابس"},     Rule{"ڨابس", "قابس"},
        Rule{"پاريس", "باريس"},   Rule{"چاد", "جاد"},
        Rule{"ڤيينا", "فيينا"},   Rule{"ژنيف", "زنيف"},
        Rule{"أ.ف.ب", "افب"},     Rule{"القاهرة", "القاهره"},
        Rule{"مدينتة", "مدينته"}, Rule{"قراءة", "قراءه"},
    };
    for (const Rule& rule : rules) {
        CAPTURE(rule.source);
        CHECK(loose(rule.source) == rule.key);
        CHECK(loose(loose(rule.source)) == rule.key);
    }
}

TEST_CASE("loose keys of Latin words") {
    constexpr std::array rules{
        Rule{"orléans", "orleans"},       Rule{"łódź", "lodz"},         Rule{"århus", "arhus"},
        Rule{"tromsø", "tromso"},         Rule{"gießen", "giessen"},    Rule{"sœur", "soeur"},
        Rule{"æbelø", "aebelo"},          Rule{"sana'a", "sanaa"},      Rule{"u.s.", "us"},
        Rule{"diyarbakır", "diyarbakir"}, Rule{"i\u0307zmir", "izmir"}, Rule{"đà", "da"},
        Rule{"hà nội", "ha noi"},         Rule{"москва", "москва"},     Rule{"йод", "йод"},
    };
    for (const Rule& rule : rules) {
        CAPTURE(rule.source);
        CHECK(loose(rule.source) == rule.key);
    }
}

TEST_CASE("loose keys of short texts") {
    CHECK(text::loose_key("Aix-en-Provence") == "aix en provence");
    CHECK(text::loose_key(" St. John’s ") == "st john s");
    CHECK(text::loose_key("L’Aquila") == "l aquila");
    CHECK(text::loose_key("N'Djamena") == "ndjamena");
    CHECK(text::loose_key("Washington, D.C.") == "washington dc");
    CHECK(text::loose_key("مدينة غزة") == "مدينه غزه");
    CHECK(text::loose_key("‘Amrān") == "amran");
    CHECK(text::loose_key("الفلوجة (حي)") == "الفلوجه حي");
    CHECK(text::loose_key("...") == "");
}
