// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "text/document.hpp"

using namespace yaqut;
using Words = std::vector<std::string>;

namespace {

/// Strict keys, numbers after '#', marks after '.'.
Words words(std::string_view source) {
    const text::Document document(source);
    Words result;
    for (const text::Token& token : document.tokens()) {
        const std::string_view kind = token.kind == text::TokenKind::number  ? "#"
                                      : token.kind == text::TokenKind::punct ? "."
                                                                             : "";
        result.push_back(std::string(kind) + std::string(document.strict(token)));
    }
    return result;
}

Words surfaces(std::string_view source) {
    const text::Document document(source);
    Words result;
    for (const text::Token& token : document.tokens()) {
        result.emplace_back(document.source(token.span));
    }
    return result;
}

} // namespace

TEST_CASE("words end where script or kind changes") {
    CHECK(words("الي374 قتيلا") == Words{"الي", "#374", "قتيلا"});
    CHECK(words("F16 وMi-8") == Words{"f", "#16", "و", "mi", ".-", "#8"});
    CHECK(words("قناةCNN") == Words{"قناة", "cnn"});
    CHECK(words("Αθήναlatin") == Words{"αθήνα", "latin"});
    CHECK(words("بنغازي(الجزيرة)") == Words{"بنغازي", ".(", "الجزيرة", ".)"});
    CHECK(words("لـ«الحياة» في الـ26") == Words{"ل", ".\"", "الحياة", ".\"", "في", "ال", "#26"});
    CHECK(words("") == Words{});
    CHECK(words(" \n ") == Words{});
}

TEST_CASE("spans hold signs and stretching, not the invisible characters around") {
    CHECK(surfaces("بِنـغازيُ، نعم") == Words{"بِنـغازيُ", "،", "نعم"});
    CHECK(surfaces("\u200Fطرابلس\u200F\u200E وسرت\uFEFF") == Words{"طرابلس", "وسرت"});
    CHECK(surfaces("طرا\u200Cبلس") == Words{"طرا\u200Cبلس"});
    CHECK(surfaces("لـ 26") == Words{"لـ", "26"});
    CHECK(surfaces("بلاﺩ ﻻ") == Words{"بلاﺩ", "ﻻ"});
    CHECK(surfaces("Orle\u0301ans.") == Words{"Orle\u0301ans", "."});
}

TEST_CASE("Latin apostrophes") {
    CHECK(words("Sana’a and Ra's Lanuf") == Words{"sana'a", "and", "ra's", "lanuf"});
    CHECK(words("Libya's army") == Words{"libya", "'s", "army"});
    CHECK(words("SANA'A'S AIRPORT") == Words{"sana'a", "'s", "airport"});
    CHECK(words("the rebels' base") == Words{"the", "rebels", ".'", "base"});
    CHECK(words("l'Algérie d’Oran") == Words{"l'", "algérie", "d'", "oran"});
    CHECK(words("jusqu'à qu'il s'est n'est") == Words{"jusqu'", "à", "qu'", "il", "s'", "est", "n'", "est"});
    CHECK(words("aujourd'hui presqu'île") == Words{"aujourd'hui", "presqu'île"});
    CHECK(words("N'Djamena M'Sila M'Hamid n'djamena") == Words{"n'djamena", "m'sila", "m'hamid", "n'djamena"});
    CHECK(words("'Ajman'") == Words{".'", "ajman", ".'"});
    CHECK(words("don't") == Words{"don't"});
    CHECK(words("l'Aquila's mayor") == Words{"l'", "aquila", "'s", "mayor"});
}

TEST_CASE("hyphens and abbreviations") {
    CHECK(words("Saint-Denis") == Words{"saint", ".-", "denis"});
    CHECK(words("the U.S. army") == Words{"the", "u.s.", "army"});
    CHECK(words("the U.S army") == Words{"the", "u.s", "army"});
    CHECK(words("Washington, D.C., today") == Words{"washington", ".,", "d.c.", ".,", "today"});
    CHECK(words("U.N.-backed") == Words{"u.n.", ".-", "backed"});
    CHECK(words("J.K.Rowling") == Words{"j.k.", "rowling"});
    CHECK(words("(أ.ف.ب)") == Words{".(", "أ.ف.ب", ".)"});
    CHECK(words("قالت أ.ف.ب.") == Words{"قالت", "أ.ف.ب", ".."});
    CHECK(words("د.محمد") == Words{"د", "..", "محمد"});
    CHECK(words("انتهى.وقال") == Words{"انتهى", "..", "وقال"});
    CHECK(words("site.com") == Words{"site", "..", "com"});
    const text::Document document("U.S. أ.ف.ب");
    CHECK(document.loose(document.token(0)) == "us");
    CHECK(document.loose(document.token(1)) == "افب");
}

TEST_CASE("numbers") {
    CHECK(words("1,200 1.200 12,345,678") == Words{"#1200", "#1200", "#12345678"});
    CHECK(words("١٢٣ ۴۵ ١٬٢٠٠ ٣٫٥") == Words{"#123", "#45", "#1200", "#3.5"});
    CHECK(words("3.5 3,5 0.125 1,200.5 1.200,75") == Words{"#3.5", "#3.5", "#0.125", "#1200.5", "#1200.75"});
    CHECK(words("12\u00A0000 1\u202F500\u202F000") == Words{"#12000", "#1500000"});
    CHECK(words("12 000 2014\u00A0300") == Words{"#12", "#000", "#2014", "#300"});
    CHECK(words("2016-07-13") == Words{"#2016", ".-", "#07", ".-", "#13"});
    CHECK(words("13/7/2016 13.7.2016") == Words{"#13", "./", "#7", "./", "#2016", "#13", "..", "#7", "..", "#2016"});
    CHECK(words("2,3,4") == Words{"#2", ".,", "#3", ".,", "#4"});
    CHECK(words("10:30") == Words{"#10", ".:", "#30"});
    CHECK(words("عام 2014. وقال") == Words{"عام", "#2014", "..", "وقال"});
    CHECK(words("1,2000 1,20") == Words{"#1", ".,", "#2000", "#1.20"});
    CHECK(surfaces("بلغ 1,200 قتيل") == Words{"بلغ", "1,200", "قتيل"});
    CHECK(words("١٢،١٣ ٣٫١٢٥ 07.2016") == Words{"#12", ".,", "#13", "#3.125", "#07", "..", "#2016"});
    CHECK(words("50%") == Words{"#50", ".%"});
}

TEST_CASE("hashtags") {
    const text::Document document("#بغداد_الآن عاجل #Iraq2014، و #");
    std::vector<bool> flags;
    for (const text::Token& token : document.tokens()) {
        flags.push_back(token.hashtag);
    }
    CHECK(words("#بغداد_الآن") == Words{".#", "بغداد", "._", "الآن"});
    //                                #      بغداد  _     الآن  عاجل   #      Iraq  2014  ،      و      #
    CHECK(flags == std::vector<bool>{false, true, true, true, false, false, true, true, false, false, false});
}

TEST_CASE("flags of tokens") {
    const text::Document document("Libya's NATO, U.S. paris\nO'Neil (Éire)");
    const auto token = [&](std::size_t i) { return document.token(i); };
    CHECK(token(0).capital);
    CHECK_FALSE(token(0).all_capitals);
    CHECK(token(0).space_before);
    CHECK(token(0).newline_before);
    CHECK_FALSE(token(1).space_before); // 's
    CHECK_FALSE(token(1).capital);
    CHECK(token(2).all_capitals);
    CHECK_FALSE(token(3).space_before);
    CHECK(token(4).all_capitals);
    CHECK_FALSE(token(5).capital);
    CHECK(token(6).newline_before);
    CHECK(token(6).space_before);
    CHECK(token(6).capital);
    CHECK_FALSE(token(6).all_capitals);
    CHECK(token(8).capital);
    CHECK(token(8).script == text::Script::latin);
    const text::Document arabic("طرابلس");
    CHECK(arabic.token(0).script == text::Script::arabic);
    CHECK_FALSE(arabic.token(0).capital);
}

TEST_CASE("endless words are cut") {
    const std::string source(200'000, 'x');
    const text::Document document(source);
    CHECK(document.size() > 3);
    for (const text::Token& token : document.tokens()) {
        CHECK(token.strict_size <= 2048);
        CHECK(token.strict_size > 0);
    }
    CHECK(document.token(document.size() - 1).span.end == source.size());
}

TEST_CASE("a ligature gives its one place to both letters") {
    const text::Document document("وﻻية");
    REQUIRE(document.size() == 1);
    const text::Token& token = document.token(0);
    CHECK(document.strict(token) == "ولاية");
    CHECK(document.source_begin(token, 2) == 2);
    CHECK(document.source_begin(token, 4) == 2);
    CHECK(document.source_begin(token, 6) == 5);
}

TEST_CASE("language") {
    CHECK(text::Document("انفجار في بغداد").language() == Language::ar);
    CHECK(text::Document("A bomb exploded in the market of Baghdad on Monday.").language() == Language::en);
    CHECK(text::Document("Une bombe a explosé lundi dans le marché de Bagdad.").language() == Language::fr);
    CHECK(text::Document("قال CNN إن 3 قتلوا").language() == Language::ar);
    CHECK(text::Document("Eine Bombe explodierte am Montag auf dem Markt.").language() == Language::other);
    CHECK(text::Document("Una bomba explotó el lunes en un mercado de la capital.").language() == Language::other);
    CHECK(text::Document("Взрыв в Багдаде").language() == Language::other);
    CHECK(text::Document("2014 ...").language() == Language::other);
    CHECK(text::Document("").language() == Language::other);
}

TEST_CASE("mark-up between Arabic words does not make a text foreign") {
    CHECK(text::Document("اندلعت اشتباكات في المدينة أمس <img src=x onerror=alert(1)> <script>alert</script>")
              .language() == Language::ar);
    CHECK(text::Document("He said the word سلام was on the wall of the house.").language() == Language::en);
}
