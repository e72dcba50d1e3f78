// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>

#include "events/word_forms.hpp"

using namespace yaqut::events;

namespace {

const WordForm* find(const std::vector<WordForm>& forms, std::string_view text) {
    const auto found = std::find_if(forms.begin(), forms.end(), [&](const WordForm& f) { return f.text == text; });
    return found == forms.end() ? nullptr : &*found;
}

} // namespace

TEST_CASE("Arabic verbs: past, present, future and purpose") {
    const auto forms = arabic_verb_forms("قصف", "قصف", {});
    for (const char* text : {"قصف", "قصفت", "قصفوا", "قصفتها", "يقصف", "تقصف", "يقصفون", "سيقصف", "ستقصف", "ليقصف"}) {
        CAPTURE(text);
        CHECK(find(forms, text) != nullptr);
    }
    CHECK(has_flag(find(forms, "قصفت")->flags, FormFlag::past));
    CHECK(has_flag(find(forms, "قصفت")->flags, FormFlag::marked));
    CHECK_FALSE(has_flag(find(forms, "قصف")->flags, FormFlag::marked));
    CHECK(has_flag(find(forms, "سيقصف")->flags, FormFlag::future));
    CHECK(has_flag(find(forms, "ليقصف")->flags, FormFlag::purpose));
    CHECK(find(forms, "القصف") == nullptr);
}

TEST_CASE("Arabic verbs with a weak last letter") {
    const auto forms = arabic_verb_forms("استولى", "ستولي", {});
    for (const char* text : {"استولى", "استولت", "استولوا", "استولاها", "يستولي", "يستولون", "سيستولي"}) {
        CAPTURE(text);
        CHECK(find(forms, text) != nullptr);
    }
    CHECK(find(forms, "استولىت") == nullptr);
    CHECK(find(forms, "يستوليون") == nullptr);
}

TEST_CASE("Arabic nouns with article, proclitics, pronouns and accusative") {
    const auto forms = arabic_noun_forms("غارة", {"غارات"}, {"غارتين"});
    for (const char* text : {"غارة", "الغارة", "بغارة", "للغارات", "بالغارات", "غارته", "بغارتهم", "غارات", "غارتين"}) {
        CAPTURE(text);
        CHECK(find(forms, text) != nullptr);
    }
    CHECK(has_flag(find(forms, "الغارة")->flags, FormFlag::definite));
    CHECK(has_flag(find(forms, "غارات")->flags, FormFlag::plural));
    CHECK(has_flag(find(forms, "غارتين")->flags, FormFlag::dual));
    CHECK(find(forms, "غارةا") == nullptr);
    CHECK(find(arabic_noun_forms("هجوم", {}, {}), "هجوما") != nullptr);
}

TEST_CASE("English forms follow the spelling rules") {
    CHECK(find(english_verb_forms("kidnap", {"kidnapped"}), "kidnapped") != nullptr);
    CHECK(find(english_verb_forms("seize", {}), "seizing") != nullptr);
    CHECK(find(english_verb_forms("flee", {"fled"}), "fleeing") != nullptr);
    CHECK(find(english_verb_forms("rally", {}), "rallied") != nullptr);
    CHECK(find(english_verb_forms("free", {}), "freed") != nullptr);
    CHECK(find(english_noun_forms("clash", {}), "clashes") != nullptr);
    CHECK(find(english_noun_forms("battle", {}), "battles") != nullptr);
}

TEST_CASE("French forms: present, past, participles") {
    const auto forms = french_verb_forms("bombarder", "", {});
    for (const char* text : {"bombarde", "bombardé", "bombardées", "bombardaient", "bombardant", "bombardera"}) {
        CAPTURE(text);
        CHECK(find(forms, text) != nullptr);
    }
    CHECK(find(french_verb_forms("reprendre", "repris", {}), "reprise") != nullptr);
}
