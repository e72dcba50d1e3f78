// SPDX-License-Identifier: Apache-2.0
#include <string>

#include <doctest/doctest.h>

#include "dates/tagger.hpp"
#include "text/document.hpp"

using namespace yaqut;

namespace {

const dates::Tagger& tagger() {
    static const dates::Tagger tagger;
    return tagger;
}

/// The day that a text gives for its own publication, or "none".
std::string dateline(std::string_view text, Language language) {
    const text::Document document(text);
    const auto found = tagger().read(document, std::nullopt, language);
    CHECK(found.from_dateline == found.dct.has_value());
    CHECK((!found.dct || found.dct_candidates.empty()));
    return found.dct ? to_iso_string(*found.dct) : "none";
}

/// "value(basis: evidence)" of all candidates.
std::string candidates(std::string_view text, Language language) {
    const text::Document document(text);
    const auto found = tagger().read(document, std::nullopt, language);
    CHECK_FALSE(found.dct);
    std::string all;
    for (const DctCandidate& candidate : found.dct_candidates) {
        all.append(all.empty() ? "" : " ").append(candidate.value).append("(").append(candidate.basis).append(":");
        for (const TextSpan span : candidate.evidence) {
            all.append(" ").append(document.source(span));
        }
        all.append(")");
    }
    return all;
}

} // namespace

TEST_CASE("a full date in the dateline is the day of publication") {
    const auto ar = [](std::string_view text) { return dateline(text, Language::ar); };
    const auto en = [](std::string_view text) { return dateline(text, Language::en); };
    const auto fr = [](std::string_view text) { return dateline(text, Language::fr); };
    CHECK(ar("بنغازي 13 سبتمبر 2018 (وال) - زار الوزير الميناء.") == "2018-09-13");
    CHECK(ar("طرابلس، 13 سبتمبر 2018 - زار الوزير الميناء.") == "2018-09-13");
    CHECK(ar("(رويترز) 13/9/2018: زار الوزير الميناء.") == "2018-09-13");
    CHECK(ar("عنوان الخبر\nالخميس 13 سبتمبر 2018\nزار الوزير الميناء أمس.") == "2018-09-13");
    CHECK(ar("عنوان الخبر\nنشر في: 13/9/2018\nزار الوزير الميناء أمس.") == "2018-09-13");
    CHECK(ar("تونس (وات) 13 سبتمبر 2018 - زار الوزير الميناء.") == "2018-09-13");
    CHECK(en("CAIRO, Sept 13, 2018 (Reuters) - The minister left.") == "2018-09-13");
    CHECK(en("The minister left\nPublished: 13 September 2018\nHe left on Monday.") == "2018-09-13");
    CHECK(fr("ALGER, 13 septembre 2018 (APS) - Le ministre est parti.") == "2018-09-13");
    CHECK(fr("Le ministre est parti\nPublié le 13 septembre 2018\nIl est parti lundi.") == "2018-09-13");
}

TEST_CASE("dates of the story are no dateline") {
    const auto ar = [](std::string_view text) { return dateline(text, Language::ar); };
    CHECK(ar("في 13 سبتمبر 2018 - وهو يوم الاقتراع - زار الوزير الميناء.") == "none");
    CHECK(ar("زار الوزير الميناء في 13 سبتمبر 2018.") == "none");
    CHECK(ar("قتل الزعيم يوم 13 سبتمبر 2018 في غارة على الحي القديم.") == "none");
    CHECK(ar("بنغازي 13 سبتمبر (وال) - زار الوزير الميناء.") == "none");
    CHECK(ar("بنغازي، الأحد 13 سبتمبر 2018 (وال) - زار الوزير الميناء.") == "none"); // that was a Thursday
    CHECK(ar("بنغازي 13 سبتمبر 2018 (وال) - زار.\nنشر في: 14/9/2018\nزار.") == "none");
    CHECK(dateline("On 13 September 2018 the minister left.", Language::en) == "none");
    CHECK(dateline("The minister, elected 13 September 2018, left.", Language::en) == "none");
}

TEST_CASE("a dateline gives days to relative expressions, a given date comes before it") {
    const std::string text = "بنغازي 13 سبتمبر 2018 (وال) - قتل جندي أمس الأربعاء.";
    const text::Document document(text);
    const auto found = tagger().read(document, std::nullopt, Language::ar);
    REQUIRE(found.timexes.size() == 2);
    CHECK(found.timexes[1].value == "2018-09-12");
    const auto given = tagger().read(document, parse_iso_date("2018-09-20"), Language::ar);
    CHECK(given.dct == parse_iso_date("2018-09-20"));
    CHECK_FALSE(given.from_dateline);
}

TEST_CASE("without a date, what the text says about it") {
    const auto ar = [](std::string_view text) { return candidates(text, Language::ar); };
    CHECK(ar("زار الوزير الميناء.").empty());
    CHECK(ar("قتل جندي الاثنين في كمين.").empty());
    CHECK(ar("قتل جندي أمس الثلاثاء في كمين.") == "XXXX-WXX-3(weekday: أمس الثلاثاء)");
    CHECK(ar("يصل الوفد غدا الجمعة إلى الميناء.") == "XXXX-WXX-4(weekday: غدا الجمعة)");
    CHECK(ar("بنغازي 13 سبتمبر (وال) - زار الوزير الميناء.") == "XXXX-09-13(dateline: 13 سبتمبر)");
    CHECK(ar("واشنطن 15 - 8 (أ ف ب) - قال الوزير إن الطريق مفتوح.") == "XXXX-08-15(dateline: 15 - 8)");
    // The year: not before 2017, and the day before was a Wednesday.
    CHECK(ar("بنغازي 13 سبتمبر (وال) - قتل جندي أمس الأربعاء. وانتخب المجلس عام 2017.") ==
          "2018-09-13(dateline: 13 سبتمبر أمس الأربعاء)");
    CHECK(ar("قال الوزير اليوم الاثنين 15 أبريل 2024 إن الطريق مفتوح.") ==
          "2024-04-15(today: اليوم الاثنين 15 أبريل 2024)");
    CHECK(ar("قال الوزير أمس الأحد 14 أبريل 2024 إن الطريق مفتوح.") == "2024-04-15(today: أمس الأحد 14 أبريل 2024)");
    CHECK(ar("وقع الهجوم الخميس 13 سبتمبر، بعد انتخابات عام 2017.") == "2018(weekday and date: الخميس 13 سبتمبر)");
    CHECK(candidates("CAIRO, Sept 13 (Reuters) - The minister left.", Language::en) == "XXXX-09-13(dateline: Sept 13)");
    CHECK(candidates("The minister left yesterday, Wednesday.", Language::en) ==
          "XXXX-WXX-4(weekday: yesterday, Wednesday)");
    CHECK(candidates("Le ministre est parti hier mercredi.", Language::fr) == "XXXX-WXX-4(weekday: hier mercredi)");
}

TEST_CASE("candidates date nothing") {
    const std::string text = "بنغازي 13 سبتمبر (وال) - قتل جندي أمس الأربعاء.";
    const text::Document document(text);
    for (const Timex& timex : tagger().read(document, std::nullopt, Language::ar).timexes) {
        CHECK_FALSE(timex.range);
    }
}
