// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <doctest/doctest.h>

#include "unit/events/story.hpp"

using namespace yaqut;
using namespace yaqut::events;
using namespace yaqut::events::testing;

namespace {

constexpr auto city = FeatureClass::city;
constexpr auto district = FeatureClass::district;
constexpr auto country = FeatureClass::country;
constexpr auto region = FeatureClass::region;
constexpr Location shahhat{21.86, 32.83};
constexpr Location bayda{21.74, 32.76};
constexpr Location marj{20.83, 32.49};

} // namespace

TEST_CASE("a date between the two words of an event sets nothing apart") {
    const Story story = std::move(Story("خرج مئات العمال صباح اليوم الأحد الماضي في مسيرة بمدينة درنة.")
                                      .place("درنة", "derna", city, derna)
                                      .date("صباح اليوم الأحد الماضي", "2020-03-01", "2020-03-01"));
    const Event event = one(story, EventType::protest);
    REQUIRE(event.when.has_value());
    CHECK(to_iso_string(event.when->first.value()) == "2020-03-01");
    CHECK(event.place->name == "derna");
}

TEST_CASE("a killing with a place of its own is told apart from the event beside it") {
    const std::string text = "اندلعت اشتباكات قرب الميناء في سرت، وأفاد مستشفى بمقتل مسلح وإصابة عشرة في درنة.";
    const Story apart = std::move(Story(text).place("سرت", "sirte", city, sirte).place("درنة", "derna", city, derna));
    CHECK(place_of(apart, EventType::armed_clash) == "sirte");
    CHECK_FALSE(one(apart, EventType::armed_clash).fatalities.known());
    CHECK(place_of(apart, EventType::killing) == "derna");
    CHECK(one(apart, EventType::killing).fatalities.best == 1);
    CHECK(one(apart, EventType::killing).injured.best == 10);

    const Story together =
        std::move(Story(text).place("سرت", "sirte", city, sirte).place("درنة", "sirte", city, sirte));
    CHECK(find_event(together.events(), EventType::killing) == nullptr);
    CHECK(one(together, EventType::armed_clash).fatalities.best == 1);
}

TEST_CASE("who is killed at a protest is told as a killing beside it") {
    const Story story("خرج الآلاف في مظاهرة في سرت الجمعة، وقتل متظاهر برصاص الشرطة.");
    CHECK(one(story, EventType::killing).fatalities.best == 1);
    CHECK_FALSE(one(story, EventType::protest).fatalities.known());
}

TEST_CASE("what is counted after a part of a total is no part of it") {
    const Event event =
        one(std::move(
                Story("قتل أربعة عمال بينهم شاب وأصيب 15 آخرون في قصف على درنة.").place("درنة", "derna", city, derna)),
            EventType::shelling);
    CHECK(event.fatalities.best == 4);
    CHECK(event.injured.best == 15);
}

TEST_CASE("one word tells an event in each of several towns") {
    const auto count = [](const Story& story, EventType type) {
        const auto events = story.events();
        return std::count_if(events.begin(), events.end(), [&](const Event& e) { return e.type == type; });
    };
    const Story storm = std::move(Story("وضربت عاصفة قوية مدن شحات والبيضاء والمرج مساء.")
                                      .place("شحات", "shahhat", city, shahhat)
                                      .place("البيضاء", "bayda", city, bayda)
                                      .place("المرج", "marj", city, marj));
    CHECK_MESSAGE(count(storm, EventType::flood_storm) >= 2, describe(storm.events()));
    const Story counted = std::move(Story("قتل ستة جنود في غارات جوية على شحات والمرج مساء.")
                                        .place("شحات", "shahhat", city, shahhat)
                                        .place("المرج", "marj", city, marj));
    CHECK_MESSAGE(count(counted, EventType::airstrike) == 1, describe(counted.events()));
}

TEST_CASE("what is told next is in the town, not in the quarter named last") {
    const Story story = std::move(Story("تقاتل القوات في بنغازي قرب حي الفتح.\n\nوخطف مسلحون سائقا وهددوا عائلته.")
                                      .place("بنغازي", "benghazi", city, benghazi)
                                      .place("الفتح", "fatah", district, {20.08, 32.12}));
    CHECK(place_of(story, EventType::abduction) == "benghazi");
}

TEST_CASE("no place is inferred from a continent or a vast region") {
    Story story("تراجعت الأسواق في الشرق بعد هجوم واسع في الشرق.\n\nوخطف مسلحون سائقا وهددوا عائلته.");
    story.place("الشرق", "east", region, {40.0, 30.0}).radius(1500.0);
    story.place("الشرق", "east", region, {40.0, 30.0}, 1).radius(1500.0);
    const Event event = one(story, EventType::abduction);
    CHECK_FALSE(event.place.has_value());
    CHECK_FALSE(event.why_no_place.empty());
}

TEST_CASE("a place named once among many is not the place of all else") {
    const std::string text = "ذكرت صحيفة أن وفودا من سرت وشحات والمرج وبنغازي سافرت.\n\nتحدث خبير عن السوق.\n\n"
                             "وخطف مسلحون سائقا وهددوا عائلته.";
    const Story mixed = std::move(Story(text)
                                      .place("سرت", "sirte", city, sirte)
                                      .place("شحات", "shahhat", city, shahhat)
                                      .place("المرج", "marj", city, marj)
                                      .place("بنغازي", "benghazi", city, benghazi));
    CHECK(place_of(mixed, EventType::abduction) == "-");
    const Story once = std::move(Story(text).place("سرت", "sirte", city, sirte));
    CHECK(place_of(once, EventType::abduction) == "-");
    const std::string twice = "ذكرت صحيفة أن وفودا من سرت سافرت.\n\nتحدث خبير عن أسواق سرت.\n\nوخطف مسلحون سائقا.";
    const Story about =
        std::move(Story(twice).place("سرت", "sirte", city, sirte).place("سرت", "sirte", city, sirte, 1));
    CHECK(place_of(about, EventType::abduction) == "sirte");
}

TEST_CASE("elections are nationwide, what a body decides has no place") {
    const auto told = [](std::string text) {
        Story story(std::move(text));
        story.place("ليبيا", "libya", country, libya);
        return story;
    };
    CHECK(place_of(told("الوضع في ليبيا صعب.\n\nوجرت انتخابات نيابية أمس."), EventType::vote) == "libya");
    CHECK(place_of(told("الوضع في ليبيا صعب.\n\nومنح البرلمان ثقته للحكومة."), EventType::vote) == "-");
    CHECK(place_of(told("الوضع في ليبيا صعب.\n\nواستقال وزير النفط."), EventType::appointment) == "-");
}

TEST_CASE("the city is no quarter, and the subject of seeing is the scene") {
    const Story story =
        std::move(Story("قصفت المدفعية سرت وحي الروضة.\n\nوكانت المدينة قد شهدت نزوح مئات الأسر من درنة.")
                      .place("سرت", "sirte", city, sirte)
                      .place("الروضة", "rawda", city, {16.7, 31.3})
                      .part(district)
                      .place("درنة", "derna", city, derna, 0, MentionCue::origin));
    CHECK(place_of(story, EventType::displacement) == "sirte");
}

TEST_CASE("on the road to a town is near it") {
    const Story story =
        std::move(Story("Two men were killed when a landmine exploded on the road to Sirte.", Language::en)
                      .place("Sirte", "sirte", city, sirte));
    CHECK(place_of(story, EventType::bombing) == "sirte");
}

TEST_CASE("what lasts since days ends on the day of publication") {
    const Event trying = one(std::move(Story("يحاول المسلحون منذ أيام السيطرة على الميناء في سرت.")
                                           .place("سرت", "sirte", city, sirte)
                                           .since("منذ أيام")
                                           .published("2020-05-04")),
                             EventType::capture);
    REQUIRE(trying.when.has_value());
    CHECK_FALSE(trying.when->first.has_value());
    CHECK(to_iso_string(trying.when->last.value()) == "2020-05-04");

    const Event done = one(std::move(Story("قتل ثلاثة جنود منذ أيام في هجوم على سرت.")
                                         .place("سرت", "sirte", city, sirte)
                                         .since("منذ أيام")
                                         .published("2020-05-04")),
                           EventType::attack);
    CHECK_FALSE(done.when.has_value());
}

TEST_CASE("what will happen is not before the day of publication") {
    const Event event = one(
        std::move(
            Story("سيلتقي الوزير نظيره في القاهرة.").place("القاهرة", "cairo", city, cairo).published("2020-05-04")),
        EventType::meeting);
    CHECK(event.status == EventStatus::planned);
    REQUIRE(event.when.has_value());
    CHECK(to_iso_string(event.when->first.value()) == "2020-05-04");
    CHECK_FALSE(event.when->last.has_value());
}

TEST_CASE("plans told before or after the event") {
    const auto status = [](std::string text, Language language, EventType type) {
        return one(Story(std::move(text), language), type).status;
    };
    CHECK(status("Talks between the sides are expected soon in the capital.", Language::en, EventType::meeting) ==
          EventStatus::planned);
    CHECK(status("Talks were held in the capital.", Language::en, EventType::meeting) == EventStatus::asserted);
    CHECK(status("The minister is due to visit the port.", Language::en, EventType::visit) == EventStatus::planned);
    CHECK(status("Le ministre doit rencontrer les élus.", Language::fr, EventType::meeting) == EventStatus::planned);
    CHECK(status("Les négociations ont été lancées et sont prévues.", Language::fr, EventType::meeting) ==
          EventStatus::planned);
    CHECK(status("سيشارك الوزير الجديد في اجتماع اللجنة.", Language::ar, EventType::meeting) == EventStatus::planned);
    CHECK(status("شارك الوزير الجديد في اجتماع اللجنة.", Language::ar, EventType::meeting) == EventStatus::asserted);
    const Event dated = one(std::move(Story("يفتتح الوزير الاجتماع الثامن في القاهرة يوم الثلاثاء.")
                                          .place("القاهرة", "cairo", city, cairo)
                                          .date("يوم الثلاثاء", "2020-05-12", "2020-05-12")
                                          .published("2020-05-04")),
                            EventType::meeting);
    CHECK(dated.status == EventStatus::planned);
}

TEST_CASE("negation before a passive") {
    CHECK(one(Story("The commander was not immediately arrested.", Language::en), EventType::arrest).status ==
          EventStatus::negated);
    CHECK(one(Story("Le chef n'a pas été arrêté.", Language::fr), EventType::arrest).status == EventStatus::negated);
    CHECK(one(Story("Men with no uniform arrested the chief.", Language::en), EventType::arrest).status ==
          EventStatus::asserted);
}

TEST_CASE("blame is no sentence, habit and contests are no events") {
    CHECK(find_event(Story("Paris a condamné la prise d'otages.", Language::fr).events(), EventType::trial) == nullptr);
    CHECK(find_event(Story("Il a été condamné à dix ans de prison.", Language::fr).events(), EventType::trial) !=
          nullptr);
    CHECK(find_event(Story("يجلس مع أصدقائه عندما يلتقي بالوزير.").events(), EventType::meeting) == nullptr);
    CHECK(find_event(Story("فاز الفريق في المواجهة النهائية مساء أمس.").events(), EventType::armed_clash) == nullptr);
    CHECK(find_event(Story("درس الطالب في جامعة سيول عام 2010.").date("عام 2010", "2010-01-01", "2010-12-31").events(),
                     EventType::flood_storm) == nullptr);
}

TEST_CASE("a storm in one town is not the storm in another") {
    const Story story = std::move(Story("ضرب إعصار مدينة درنة فجر اليوم.\n\nوضربت العاصفة أيضا مدينة المرج.")
                                      .place("درنة", "derna", city, derna)
                                      .place("المرج", "marj", city, marj));
    CHECK_MESSAGE(story.events().size() == 2, describe(story.events()));
}

TEST_CASE("where it happened is the place before the word where") {
    const Story story = std::move(Story("سافر الوزير من طرابلس إلى القاهرة، حيث اجتمع فور وصوله بقادة الأحزاب.")
                                      .place("طرابلس", "tripoli", city, tripoli, 0, MentionCue::origin)
                                      .place("القاهرة", "cairo", city, cairo));
    CHECK(place_of(story, EventType::meeting) == "cairo");
}

TEST_CASE("the year of the crime is not that of its trial") {
    const Event event = one(std::move(Story("حكم قضاة سرت بالسجن على خمسة بتهمة قتل حراس عام 2011.")
                                          .date("عام 2011", "2011-01-01", "2011-12-31")
                                          .published("2018-08-15")),
                            EventType::trial);
    CHECK_FALSE(event.when.has_value());
}

TEST_CASE("shells that came down are shelling") {
    const Story story = std::move(Story("ووقعت ثلاث قذائف قرب المستشفى في سرت.").place("سرت", "sirte", city, sirte));
    CHECK(place_of(story, EventType::shelling) == "sirte");
}

TEST_CASE("in the south of a district is in the district, south of a country after a town is a gloss") {
    const Story part =
        std::move(Story("شنت طائرات غارة في جنوب الجفرة مساء.")
                      .place("الجفرة", "jufra", FeatureClass::adm1, {16.0, 28.0}, 0, MentionCue::region_gloss));
    CHECK(place_of(part, EventType::airstrike) == "jufra");
    const Story gloss =
        std::move(Story("شنت طائرات غارة على موقع، جنوب الجفرة مساء.")
                      .place("الجفرة", "jufra", FeatureClass::adm1, {16.0, 28.0}, 0, MentionCue::region_gloss));
    CHECK(place_of(gloss, EventType::airstrike) == "-");
}

TEST_CASE("a vast region is a place only right beside the event") {
    const auto told = [](std::string text) {
        Story story(std::move(text));
        story.place("أوروبا", "europe", region, {15.0, 50.0}).radius(2000.0);
        return story;
    };
    CHECK(place_of(told("وقعت هجمات في أوروبا الصيف الماضي."), EventType::attack) == "europe");
    CHECK(place_of(told("وقعت هجمات كثيرة هزت أحدث دولة بين دول كثيرة في أوروبا."), EventType::attack) == "-");
}

TEST_CASE("prices, launchers and front lines are no events") {
    CHECK(find_event(Story("شملت الإصلاحات تحرير سعر الصرف أمس.").events(), EventType::capture) == nullptr);
    CHECK(find_event(Story("يبنون مصنعا تبلغ كلفته تسعة مليارات دولار.").events(), EventType::appointment) == nullptr);
    CHECK(find_event(Story("دمرت الطائرات منصة إطلاق صواريخ.").events(), EventType::shelling) == nullptr);
    CHECK(find_event(Story("انتشر الجنود على خطوط المواجهة مساء.").events(), EventType::armed_clash) == nullptr);
    CHECK(find_event(Story("كلفه المجلس بتشكيل الحكومة.").events(), EventType::appointment) != nullptr);
}
