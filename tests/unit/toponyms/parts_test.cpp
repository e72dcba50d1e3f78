// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "lexicon/table.hpp"
#include "text/key_hash.hpp"
#include "toponyms/language_tables.hpp"
#include "toponyms/offset_phrases.hpp"
#include "toponyms/resolution.hpp"
#include "unit/toponyms/small_gazetteer.hpp"

using namespace yaqut;
using namespace yaqut::toponyms;

TEST_CASE("cue words carry their proclitics") {
    const text::Document document("بمدينة وقال للرئيس شمال");
    const auto words = language_tables(Language::ar).words.annotate(document);
    REQUIRE(words.size() == 4);
    CHECK(words[0].is(Cue::settlement));
    CHECK(text::has_clitic(words[0].clitics, text::Clitic::ba));
    CHECK(words[0].feature == FeatureClass::city);
    CHECK(words[1].is(Cue::statement));
    CHECK(words[2].is(Cue::state));
    CHECK(words[3].bearing == 0);
}

TEST_CASE("spellings that differ only in their last letter keep their own classes") {
    const text::Document document("على علي");
    const auto words = language_tables(Language::ar).words.annotate(document);
    CHECK(words[0].is(Cue::on));
    CHECK_FALSE(words[0].is(Cue::given_name));
    CHECK(words[1].is(Cue::given_name));
}

TEST_CASE("offset phrases") {
    const auto phrases = [](std::string_view text, Language language) {
        const text::Document document(text);
        return find_offset_phrases(document, language_tables(language).words.annotate(document));
    };
    const auto arabic = phrases("على بعد 20 كلم إلى الشرق من سرت", Language::ar);
    REQUIRE(arabic.size() == 1);
    CHECK(arabic[0].km == doctest::Approx(20.0));
    CHECK(arabic[0].bearing == doctest::Approx(90.0));
    const auto english = phrases("about 10 miles southwest of Derna", Language::en);
    REQUIRE(english.size() == 1);
    CHECK(english[0].km == doctest::Approx(16.09).epsilon(0.01));
    CHECK(english[0].bearing == doctest::Approx(225.0));
    CHECK(phrases("20 رجلا شرق سرت", Language::ar).empty());
    CHECK(phrases("20 كلم شمال وغرب سرت", Language::ar).empty());
    const auto direction = [&](std::string_view words, Language language) {
        const auto found = phrases("30 km " + std::string(words) + " Derna", language);
        return found.empty() ? -1.0 : found[0].bearing;
    };
    for (const char* words : {"شمال غرب", "شمال غربي", "شمالي غرب", "شمالي غربي", "إلى الشمال الغربي من",
                              "الى الشمال الغربى من", "غربي شمال", "شمال - غرب", "باتجاه الشمال الغربي لمدينة"}) {
        CAPTURE(words);
        CHECK(phrases("على بعد 30 كلم " + std::string(words) + " سرت", Language::ar).at(0).bearing == 315.0);
    }
    CHECK(phrases("30 ميلا بحريا (55 كلم) غرب الجنوب الغربي من سرت", Language::ar).at(0).bearing == 247.5);
    CHECK(direction("north-west of", Language::en) == 315.0);
    CHECK(direction("to the south east of", Language::en) == 135.0);
    CHECK(direction("(19 miles) west-southwest of", Language::en) == 247.5);
    CHECK(direction("au nord-ouest de", Language::fr) == 315.0);
    CHECK(direction("au sud-sud-est de la ville de", Language::fr) == 157.5);
    CHECK(direction("à l'ouest de", Language::fr) == 270.0);
    CHECK(phrases("20 كلم", Language::ar).empty());
}

TEST_CASE("all tables of the module load") {
    for (const Language language : {Language::ar, Language::en, Language::fr}) {
        CHECK_NOTHROW(LanguageTables{language});
        CHECK_NOTHROW(ResolutionModel{language});
    }
}

TEST_CASE("weights have a row once only") {
    for (const char* name : {"ar/toponym_weights", "en/toponym_weights"}) {
        const lexicon::Table table = lexicon::load(name);
        std::vector<std::string> rows;
        for (const lexicon::Row& row : table.rows()) {
            rows.push_back(std::string(row["feature"]) + "\t" + std::string(row["value"]));
        }
        std::sort(rows.begin(), rows.end());
        CHECK(std::adjacent_find(rows.begin(), rows.end()) == rows.end());
        CHECK(rows.size() > 100);
    }
}

TEST_CASE("phrase hashes agree with those of documents") {
    const text::Document document("حفر الباطن");
    const std::uint64_t hash = text::extend_phrase(document.token(0).loose_hash, document.token(1).loose_hash);
    CHECK(loose_phrase_hash("حفر الباطن") == hash);
    CHECK(loose_phrase_hash("حفر") == document.token(0).loose_hash);
}
