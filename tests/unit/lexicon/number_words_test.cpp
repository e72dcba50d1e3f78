// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <random>
#include <string>

#include <doctest/doctest.h>

#include "lexicon/number_words.hpp"
#include "lexicon/table.hpp"

using namespace yaqut;
using lexicon::Number;
using lexicon::NumberWords;

namespace {

/// Value and tokens read at the start of the text, as "25 (2)"; "-" for none.
std::string read(Language language, std::string_view sentence) {
    const NumberWords words(language);
    const text::Document document(sentence);
    const auto number = words.read(document, 0, document.size());
    if (!number) {
        return "-";
    }
    std::string value = std::to_string(number->value);
    value.erase(value.find_last_not_of('0') + 1);
    if (value.back() == '.') {
        value.pop_back();
    }
    return value + (number->ordinal ? "th" : "") + " (" + std::to_string(number->token_count) + ")";
}

std::string ar(std::string_view text) { return read(Language::ar, text); }
std::string en(std::string_view text) { return read(Language::en, text); }
std::string fr(std::string_view text) { return read(Language::fr, text); }

} // namespace

TEST_CASE("Arabic number words") {
    CHECK(ar("خمسة جنود") == "5 (1)");
    CHECK(ar("ثلاث نساء") == "3 (1)");
    CHECK(ar("أحد عشر مسلحا") == "11 (2)");
    CHECK(ar("اثنتي عشرة امرأة") == "12 (2)");
    CHECK(ar("عشرين قتيلا") == "20 (1)");
    CHECK(ar("خمسة وعشرين قتيلا") == "25 (2)");
    CHECK(ar("خمسة و عشرين قتيلا") == "25 (3)");
    CHECK(ar("مئة قتيل") == "100 (1)");
    CHECK(ar("مائة وخمسة وعشرون قتيلا") == "125 (3)");
    CHECK(ar("مئتي قتيل") == "200 (1)");
    CHECK(ar("ثلاثمئة وأربعين") == "340 (2)");
    CHECK(ar("خمس مئة") == "500 (2)");
    CHECK(ar("ألف لاجئ") == "1000 (1)");
    CHECK(ar("ألفين وثلاثمئة") == "2300 (2)");
    CHECK(ar("ثلاثة آلاف لاجئ") == "3000 (2)");
    CHECK(ar("أحد عشر ألفا وخمسمئة") == "11500 (4)");
    CHECK(ar("مليون ومئتي ألف") == "1200000 (3)");
    CHECK(ar("مليون ونصف المليون") == "1500000 (3)");
    CHECK(ar("نصف مليون نازح") == "500000 (2)");
    CHECK(ar("ربع مليون نازح") == "250000 (2)");
    CHECK(ar("مليونين نازح") == "2000000 (1)");
    CHECK(ar("السادس والعشرين من") == "26th (2)");
    CHECK(ar("الحادي عشر من") == "11th (2)");
    CHECK(ar("الأول من") == "1th (1)");
    CHECK(ar("الثلاثة") == "3 (1)");
    CHECK(ar("بخمسة جرحى") == "5 (1)");
}

TEST_CASE("digits, alone and with words") {
    CHECK(ar("1,200 لاجئ") == "1200 (1)");
    CHECK(ar("١٢ جنديا") == "12 (1)");
    CHECK(ar("3 آلاف لاجئ") == "3000 (2)");
    CHECK(ar("3.5 مليون نازح") == "3500000 (2)");
    CHECK(ar("مليون و200 ألف") == "1200000 (4)");
    CHECK(ar("20 و30 قتيلا") == "20 (1)");
    CHECK(en("1,200 people") == "1200 (1)");
    CHECK(en("2.5 million people") == "2500000 (2)");
    CHECK(en("26th of May") == "26th (2)");
    CHECK(fr("12 000 personnes") == "12000 (2)");
    CHECK(fr("1er mai") == "1th (2)");
    CHECK(read(Language::other, "12 x") == "12 (1)");
}

TEST_CASE("what does not belong to a number ends it") {
    CHECK(ar("خمسة وستة جرحى") == "5 (1)");
    CHECK(ar("خمسة قتلى وعشرة جرحى") == "5 (1)");
    CHECK(ar("عشرين وخمسة") == "20 (1)");
    CHECK(ar("مليون ومليون") == "1000000 (1)");
    CHECK(ar("خمسة\nوعشرين") == "5 (1)");
    CHECK(en("two and three") == "2 (1)");
    CHECK(en("twenty thirty") == "20 (1)");
    CHECK(ar("قتلى") == "-");
    CHECK(en("people") == "-");
    CHECK(fr("gens") == "-");
}

TEST_CASE("English and French number words") {
    CHECK(en("twenty-five soldiers") == "25 (3)");
    CHECK(en("one hundred and five people") == "105 (4)");
    CHECK(en("two thousand three hundred") == "2300 (4)");
    CHECK(en("a hundred people") == "100 (2)");
    CHECK(en("two dozen people") == "24 (2)");
    CHECK(en("twenty-first") == "21th (3)");
    CHECK(en("half a million people") == "500000 (3)");
    CHECK(fr("vingt et un soldats") == "21 (3)");
    CHECK(fr("soixante-quinze soldats") == "75 (3)");
    CHECK(fr("quatre-vingt-dix-sept soldats") == "97 (7)");
    CHECK(fr("deux cents soldats") == "200 (2)");
    CHECK(fr("trois mille cinq cents") == "3500 (4)");
    CHECK(fr("un million deux cent mille") == "1200000 (5)");
}

TEST_CASE("where a number begins in the source") {
    const NumberWords words(Language::ar);
    const text::Document document("وخمسة");
    const auto number = words.read(document, 0, 1);
    REQUIRE(number);
    CHECK(number->source_begin == 2);
    CHECK(text::has_clitic(number->clitics, text::Clitic::waw));
    CHECK(number->whole() == 5);
    CHECK_FALSE(words.read(document, 1, 1));
    CHECK_FALSE(Number{.value = 0.5}.whole());
    CHECK_FALSE(Number{.value = 1e300}.whole());
}

TEST_CASE("any sequence of number words gives a finite value within the tokens") {
    std::mt19937 random(7);
    for (const Language language : {Language::ar, Language::en, Language::fr}) {
        const NumberWords words(language);
        const lexicon::Table table = lexicon::load(std::string(to_string(language)) + "/numbers");
        for (int round = 0; round < 300; ++round) {
            std::string text;
            for (int i = 0; i < 30; ++i) {
                const auto forms = table.rows()[random() % table.rows().size()].list("word");
                text.append(random() % 3 == 0 ? "و" : "").append(forms[random() % forms.size()]).append(" ");
                text.append(random() % 9 == 0 ? "999999999999999999999 " : "");
            }
            const text::Document document(text);
            for (std::size_t at = 0; at < document.size(); ++at) {
                const auto number = words.read(document, at, document.size());
                if (number) {
                    CHECK(number->value >= 0.0);
                    CHECK(std::isfinite(number->value));
                    CHECK(number->token_count >= 1);
                    CHECK(at + number->token_count <= document.size());
                }
            }
        }
    }
}
