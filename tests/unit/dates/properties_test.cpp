// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "core/language.hpp"
#include "dates/tagger.hpp"
#include "lexicon/table.hpp"
#include "text/document.hpp"

using namespace yaqut;

namespace {

constexpr std::array<Language, 4> languages{Language::ar, Language::en, Language::fr, Language::other};

void check_day(const std::optional<Date>& day) {
    if (day) {
        CHECK(day->ok());
        CHECK(int(day->year()) >= 1);
        CHECK(int(day->year()) <= 9999);
    }
}

/// What holds for every expression of every text.
void check_rules(const text::Document& document, const std::vector<Timex>& found, bool has_dct) {
    std::uint32_t end = 0;
    for (const Timex& timex : found) {
        CHECK(timex.span.begin >= end);
        CHECK(timex.span.begin < timex.span.end);
        CHECK(timex.span.end <= document.source().size());
        CHECK(timex.tokens.begin < timex.tokens.end);
        CHECK(timex.tokens.end <= document.size());
        CHECK_FALSE(timex.value.empty());
        CHECK(timex.range.has_value() == timex.why_open.empty());
        end = timex.span.end;
        if (!timex.range) {
            continue;
        }
        check_day(timex.range->first);
        check_day(timex.range->last);
        if (timex.range->first && timex.range->last) {
            CHECK(*timex.range->first <= *timex.range->last);
        }
        CHECK(timex.basis != TimexBasis::none);
        if (!has_dct) {
            CHECK(timex.basis != TimexBasis::dct);
        }
    }
}

void check_text(const dates::Tagger& tagger, const std::string& text) {
    const text::Document document(text);
    for (const Language language : languages) {
        for (const char* dct : {"", "2016-07-13", "0001-01-01", "9999-12-31"}) {
            const auto found = tagger.tag(document, parse_iso_date(dct), language);
            check_rules(document, found, *dct != '\0');
            CHECK(found == tagger.tag(document, parse_iso_date(dct), language));
        }
    }
}

/// All words of the tables that the tagger reads.
std::vector<std::string> vocabulary(std::string_view language) {
    std::vector<std::string> words{"15", "2016", "1990", "31", "9999", "0",  "/",          "-",
                                   ":",  ",",    "(",    ")",  ".",    "\n", "99999999999"};
    for (const std::string_view name : {"/dates_words", "/dates_cues", "/numbers"}) {
        const lexicon::Table table = lexicon::load(std::string(language).append(name));
        const std::string_view column = name == "/numbers" ? "word" : "words";
        for (const lexicon::Row& row : table.rows()) {
            for (const std::string_view form : row.list(column)) {
                words.emplace_back(form);
            }
        }
    }
    return words;
}

} // namespace

TEST_CASE("any bytes give valid expressions") {
    const dates::Tagger tagger;
    std::mt19937 random(11);
    for (int round = 0; round < 60; ++round) {
        std::string text(random() % 400, ' ');
        for (char& c : text) {
            c = static_cast<char>(random() % 256);
        }
        check_text(tagger, text);
    }
}

TEST_CASE("any sequence of the words of time gives valid expressions") {
    const dates::Tagger tagger;
    std::mt19937 random(13);
    for (const char* language : {"ar", "en", "fr"}) {
        const auto words = vocabulary(language);
        for (int round = 0; round < 60; ++round) {
            std::string text;
            for (int i = 0; i < 120; ++i) {
                text.append(random() % 8 == 0 ? "و" : "").append(words[random() % words.size()]);
                text.append(random() % 6 == 0 ? "" : " ");
            }
            check_text(tagger, text);
        }
    }
}

TEST_CASE("chains of prepositions and numbers cost no stack and little time") {
    const dates::Tagger tagger;
    for (const std::string word : {"منذ ", "قبل ", "بعد ", "مطلع ", "هذا ", "1 ", "خمسة و", "2014-", "الاثنين ",
                                   "since ", "early ", "last ", "the ", "depuis ", "فجر ", "من "}) {
        std::string text;
        for (int i = 0; i < 20'000; ++i) {
            text += word;
        }
        const text::Document document(text);
        for (const Language language : languages) {
            check_rules(document, tagger.tag(document, std::nullopt, language), false);
        }
    }
}

TEST_CASE("flags of expressions that date no events") {
    const dates::Tagger tagger;
    const auto only = [&](std::string_view sentence) {
        const text::Document document(sentence);
        const auto found = tagger.tag(document, parse_iso_date("2024-04-15"), Language::ar);
        REQUIRE(found.size() == 1);
        return found.front();
    };
    CHECK_FALSE(only("سجن خمس سنوات").dates_events);
    CHECK_FALSE(only("في ذكرى اغتيال الزعيم في 14 فبراير 2005").dates_events);
    CHECK_FALSE(only("يحدث القصف يوميا").dates_events);
    CHECK(only("وقع الانفجار أمس").dates_events);
    CHECK_FALSE(only("وقع الانفجار أمس").since);
    CHECK(only("أغلق المطار منذ الجمعة").since);
    CHECK(only("يقاتل التحالف منذ ثلاث سنوات").since);
    CHECK(only("قصف الحي السبت الماضي").candidates.size() == 2);
    CHECK(only("قتل أمس السبت جندي").candidates == std::vector<std::string>{"2024-04-13", "2024-04-14"});
    CHECK(only("صدر في 04 تموز / سبتمبر 2014").candidates == std::vector<std::string>{"2014-09-04", "2014-07-04"});
    CHECK(only("صدر في 3 مايو 2014").basis == TimexBasis::explicit_date);
    CHECK(only("صدر أمس").basis == TimexBasis::dct);
}

TEST_CASE("no publication date is the reason that relative expressions stay open") {
    const dates::Tagger tagger;
    for (const char* sentence : {"وقع أمس", "وقع الاثنين الماضي", "وقع الأسبوع الماضي", "وقع في 3 مايو", "وقع مؤخرا",
                                 "قتل قبل يومين", "قتل خلال الأيام الماضية", "وقع مساء الخميس"}) {
        const text::Document document(sentence);
        const auto found = tagger.tag(document, std::nullopt, Language::ar);
        REQUIRE(found.size() == 1);
        CHECK_MESSAGE(found.front().why_open == "no publication date", sentence);
    }
}
