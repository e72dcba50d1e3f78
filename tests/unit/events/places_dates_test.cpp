// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "unit/events/story.hpp"

using namespace yaqut;
using namespace yaqut::events;
using namespace yaqut::events::testing;

namespace {

constexpr auto city = FeatureClass::city;
constexpr auto country = FeatureClass::country;

} // namespace

TEST_CASE("the locative complement beats what is merely near") {
    CHECK(place_of(Story("قالت مصادر من طرابلس إن اشتباكات اندلعت في درنة مساء.")
                       .place("طرابلس", "tripoli", city, tripoli)
                       .place("درنة", "derna", city, derna),
                   EventType::armed_clash) == "derna");
    CHECK(place_of(Story("شهدت سرت معارك عنيفة مع قوات قادمة من درنة.")
                       .place("سرت", "sirte", city, sirte)
                       .place("درنة", "derna", city, derna),
                   EventType::armed_clash) == "sirte");
}

TEST_CASE("a visit is at its destination, not at its origin") {
    const Story story = std::move(Story("وصل القاهرة المبعوث الجديد قادما من طبرق.")
                                      .place("القاهرة", "cairo", city, cairo)
                                      .place("طبرق", "tobruk", city, {23.95, 32.08}, 0, MentionCue::origin));
    CHECK(place_of(story, EventType::visit) == "cairo");
}

TEST_CASE("only locations without a disqualifying cue put events on the map") {
    for (const ToponymUse use : {ToponymUse::metonym, ToponymUse::demonym, ToponymUse::org, ToponymUse::source}) {
        CAPTURE(to_string(use));
        Story story("هاجم مسلحون قافلة في طرابلس.");
        story.place("طرابلس", "tripoli", city, tripoli).use(use);
        const Event event = one(story, EventType::attack);
        CHECK_FALSE(event.place.has_value());
        CHECK(event.geo_precision == GeoPrecision::none);
    }
    for (const MentionCue cue : {MentionCue::dateline, MentionCue::credit, MentionCue::title_complement,
                                 MentionCue::region_gloss, MentionCue::offset_anchor, MentionCue::reporter_base}) {
        Story story("هاجم مسلحون قافلة في طرابلس.");
        story.place("طرابلس", "tripoli", city, tripoli, 0, cue);
        CHECK_FALSE(one(story, EventType::attack).place.has_value());
    }
}

TEST_CASE("the most specific of nested places wins") {
    CHECK(place_of(Story("اندلعت اشتباكات في بنغازي بمنطقة بنينا.")
                       .place("بنغازي", "benghazi", city, benghazi)
                       .place("بنينا", "benina", FeatureClass::district, benina),
                   EventType::armed_clash) == "benina");
}

TEST_CASE("the city, there, the country stand for places named before") {
    CHECK(place_of(Story("عاد الهدوء إلى سرت.\n\nوقال السكان إن مسلحين هاجموا مخفرا بالمدينة.")
                       .place("سرت", "sirte", city, sirte),
                   EventType::attack) == "sirte");
    const Story organisation =
        std::move(Story("سكان بنغازي وسرت قلقون.\n\nانسحب مقاتلو مجلس ثوار بنغازي بعد اشتباكات اندلعت بالمدينة.")
                      .place("بنغازي", "benghazi", city, benghazi)
                      .place("سرت", "sirte", city, sirte)
                      .place("بنغازي", "benghazi", city, benghazi, 1)
                      .use(ToponymUse::org));
    CHECK(place_of(organisation, EventType::armed_clash) == "benghazi");
}

TEST_CASE("a paragraph topic holds for its paragraph") {
    const Story story = std::move(Story("الوضع متوتر في سرت.\n\nوفي درنة، قال شهود إن طائرة حربية قصفت مخزنا كبيرا.")
                                      .place("سرت", "sirte", city, sirte)
                                      .place("درنة", "derna", city, derna));
    CHECK(place_of(story, EventType::airstrike) == "derna");
}

TEST_CASE("a fallback place keeps the name that was written") {
    Story story("سيطرت القوات على معسكر النخيل.");
    story.place("معسكر النخيل", "benghazi", city, benghazi).fallback();
    const Event event = one(story, EventType::capture);
    REQUIRE(event.place.has_value());
    CHECK(event.place->text == "معسكر النخيل");
    CHECK(event.place->name == "benghazi");
    CHECK(event.geo_precision == GeoPrecision::city);
}

TEST_CASE("a country alone stays a country") {
    Story story("شهدت ليبيا اشتباكات واسعة.");
    story.place("ليبيا", "libya", country, libya);
    CHECK(one(story, EventType::armed_clash).geo_precision == GeoPrecision::country);
}

TEST_CASE("the date of the clause, never the day of publication by default") {
    Story dated("هاجم مسلحون قافلة يوم الثلاثاء.");
    dated.date("الثلاثاء", "2020-01-07", "2020-01-07").published("2020-01-08");
    CHECK(describe({one(dated, EventType::attack)}) == "ATTACK - 2020-01-07 asserted");
    Story undated("هاجم مسلحون قافلة على الطريق.");
    undated.published("2020-01-08");
    CHECK_FALSE(one(undated, EventType::attack).when.has_value());
    CHECK(one(undated, EventType::attack).date_precision == DatePrecision::unknown);
}

TEST_CASE("the day of an announcement yields to the day of the event") {
    Story story("قالت الشرطة يوم الأحد إنها اعتقلت أربعة رجال الجمعة.");
    story.date("الأحد", "2020-01-05", "2020-01-05").date("الجمعة", "2020-01-03", "2020-01-03").published("2020-01-08");
    CHECK(one(story, EventType::arrest).date_text == "الجمعة");
}

TEST_CASE("durations date nothing, open dates stay open") {
    Story duration("هاجم مسلحون القافلة مرتين خلال أسبوع.");
    duration.duration("أسبوع").published("2020-01-08");
    CHECK_FALSE(one(duration, EventType::attack).when.has_value());
    Story open("هاجم مسلحون القافلة الاثنين.");
    open.open_date("الاثنين", "XXXX-WXX-1");
    const Event event = one(open, EventType::attack);
    CHECK_FALSE(event.when.has_value());
    CHECK(event.date_text == "الاثنين");
    CHECK(event.why_no_date == "no publication date");
}

TEST_CASE("what goes on is dated to the day of publication, when there is one") {
    Story story("تتواصل المعارك في سرت.");
    story.place("سرت", "sirte", city, sirte);
    CHECK(one(story, EventType::armed_clash).date_precision == DatePrecision::ongoing);
    CHECK_FALSE(one(story, EventType::armed_clash).when.has_value());
    story.published("2020-01-08");
    const Event event = one(story, EventType::armed_clash);
    REQUIRE(event.when.has_value());
    CHECK(event.when->first == parse_iso_date("2020-01-08"));
    CHECK(event.when->last == parse_iso_date("2020-01-08"));
}

TEST_CASE("what went before is background unless it is of the last week") {
    Story recent("وكان الوزير قد زار درنة الاثنين.");
    recent.place("درنة", "derna", city, derna).date("الاثنين", "2020-01-06", "2020-01-06").published("2020-01-08");
    CHECK(one(recent, EventType::visit).status == EventStatus::asserted);
    Story older("وكان الوزير قد زار درنة الشهر الماضي.");
    older.place("درنة", "derna", city, derna).date("الشهر الماضي", "2019-12-01", "2019-12-31").published("2020-01-08");
    CHECK(one(older, EventType::visit).status == EventStatus::background);
    Story ended("عاد السكان بعد توقف الاشتباكات في درنة.");
    ended.place("درنة", "derna", city, derna).published("2020-01-08");
    const Event event = one(ended, EventType::armed_clash);
    CHECK(event.status == EventStatus::background);
    CHECK(event.date_precision == DatePrecision::unknown);
}
