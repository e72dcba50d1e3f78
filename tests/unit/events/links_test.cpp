// SPDX-License-Identifier: Apache-2.0
// Choices of places and dates that must hold whatever the weights were learned from.
#include <cmath>

#include <doctest/doctest.h>

#include "core/error.hpp"
#include "events/date_features.hpp"
#include "events/link_model.hpp"
#include "events/place_features.hpp"
#include "unit/events/story.hpp"

using namespace yaqut;
using namespace yaqut::events;
using namespace yaqut::events::testing;

namespace {

constexpr auto city = FeatureClass::city;
constexpr auto country = FeatureClass::country;
constexpr Location bayda{21.74, 32.76};

} // namespace

TEST_CASE("each table of weights names exactly the features of the code") {
    CHECK_NOTHROW(LinkWeights("event_place_weights", place_feature_names));
    CHECK_NOTHROW(LinkWeights("event_inference_weights", inference_feature_names));
    CHECK_NOTHROW(LinkWeights("event_date_weights", date_feature_names));
    CHECK_NOTHROW(LinkWeights("event_inheritance_weights", inheritance_feature_names));
    CHECK_THROWS_AS(LinkWeights("event_place_weights", date_feature_names), TableError);
}

TEST_CASE("what is excepted is not the place") {
    CHECK(place_of(Story("سيطر الجيش على البيضاء باستثناء درنة.")
                       .place("البيضاء", "bayda", city, bayda)
                       .place("درنة", "derna", city, derna),
                   EventType::capture) == "bayda");
}

TEST_CASE("the country beyond a border is not the place") {
    const auto where = [](const char* text, std::string_view name) {
        return place_of(Story(text).place(name, "niger", country, {8.0, 16.0}), EventType::airstrike);
    };
    CHECK(where("نفذ الجيش غارة جوية على مواقع قرب الحدود مع النيجر.", "النيجر") == "-");
    CHECK(where("نفذ الجيش غارة جوية في النيجر.", "النيجر") == "niger");
}

TEST_CASE("another event's clause keeps its place") {
    const Story story = std::move(Story("قصفت طائرات مواقع في درنة، بينما تظاهر مئات الأشخاص في طرابلس.")
                                      .place("درنة", "derna", city, derna)
                                      .place("طرابلس", "tripoli", city, tripoli));
    CHECK(place_of(story, EventType::airstrike) == "derna");
    CHECK(place_of(story, EventType::protest) == "tripoli");
}

TEST_CASE("the year since which a war lasts is not the date of a raid in it") {
    Story story("شنت طائرات غارات الخميس هي الأعنف منذ بدء الحرب عام 2011 على درنة.");
    story.place("درنة", "derna", city, derna)
        .date("الخميس", "2018-05-10", "2018-05-10")
        .date("عام 2011", "2011-01-01", "2011-12-31")
        .published("2018-05-10");
    const Event event = one(story, EventType::airstrike);
    REQUIRE(event.when.has_value());
    CHECK(event.when->first == parse_iso_date("2018-05-10"));
}

TEST_CASE("two days joined by a word are the ends of one stretch") {
    const auto when = [](const char* text, const char* first, const char* first_day, const char* last,
                         const char* last_day) {
        Story story(text);
        story.date(first, first_day, first_day).date(last, last_day, last_day).published("2018-11-22");
        const Event event = one(story, EventType::armed_clash);
        REQUIRE(event.when.has_value());
        return to_iso_string(event.when->first.value()) + " " + to_iso_string(event.when->last.value());
    };
    CHECK(when("اندلعت اشتباكات من الاثنين إلى الأربعاء في درنة.", "الاثنين", "2018-11-19", "الأربعاء", "2018-11-21") ==
          "2018-11-19 2018-11-21");
    CHECK(when("اندلعت اشتباكات يومي السبت والأحد في درنة.", "السبت", "2018-11-17", "الأحد", "2018-11-18") ==
          "2018-11-17 2018-11-18");
    // A weekday that was read alone is that of the week of the other.
    CHECK(when("اندلعت اشتباكات بين الخميس 15 والجمعة 16 نوفمبر في درنة.", "الخميس", "2018-11-22", "الجمعة 16 نوفمبر",
               "2018-11-16") == "2018-11-15 2018-11-16");
    // Hearings on two days, weeks apart, are no stretch; and another clause is none.
    CHECK(when("اندلعت اشتباكات في 16 أبريل و7 مايو في درنة.", "16 أبريل", "2018-04-16", "7 مايو", "2018-05-07") ==
          "2018-04-16 2018-04-16");
    CHECK(when("اندلعت اشتباكات الاثنين في درنة، والأربعاء عاد الهدوء.", "الاثنين", "2018-11-19", "الأربعاء",
               "2018-11-21") == "2018-11-19 2018-11-19");
}

TEST_CASE("the shares of choices are those of their odds") {
    ChoiceSum even;
    even.add(1.5F);
    even.add(1.5F);
    CHECK(even.share(1.5F) == doctest::Approx(0.5));
    ChoiceSum three;
    three.add(0.0F);
    three.add(std::log(6.0F));
    three.add(std::log(3.0F));
    CHECK(three.share(std::log(6.0F)) == doctest::Approx(0.6));
    CHECK(three.share(0.0F) == doctest::Approx(0.1));
}

TEST_CASE("what an event is counted from is not its day") {
    Story next("انتشر الجيش السبت في درنة غداة تفجير استهدف مخفرا.");
    next.place("درنة", "derna", city, derna).date("السبت", "2018-11-17", "2018-11-17").published("2018-11-18");
    const Event bombing = one(next, EventType::bombing);
    REQUIRE(bombing.when.has_value());
    CHECK(bombing.when->first == parse_iso_date("2018-11-16"));
    CHECK(bombing.date_basis == TimexBasis::inherited);
    Story english("Troops deployed in Derna on Saturday, a week after a bombing killed two soldiers.", Language::en);
    english.date("Saturday", "2018-11-17", "2018-11-17").duration("a week after").published("2018-11-18");
    const Event earlier = one(english, EventType::bombing);
    REQUIRE(earlier.when.has_value());
    CHECK(earlier.when->first == parse_iso_date("2018-11-10"));
    Story week("اعتقل الجيش رجلين في درنة، وذلك بعد أسبوع من تفجير استهدف مخفرا.");
    week.place("درنة", "derna", city, derna).duration("بعد أسبوع").published("2018-11-18");
    const Event told = one(week, EventType::bombing);
    REQUIRE(told.when.has_value());
    CHECK(told.when->first == parse_iso_date("2018-11-11"));
}

TEST_CASE("what is counted in hours, months, years or in no number at all") {
    const auto when = [](const std::string& length, std::string_view value, const std::string& event, EventType type) {
        Story story("اعتقل الجيش رجلين في درنة، وذلك " + length + " من " + event + ".");
        story.place("درنة", "derna", city, derna).duration(length, value).published("2018-11-18");
        const Event told = one(story, type);
        REQUIRE_MESSAGE(told.when.has_value(), length);
        return *told.when;
    };
    const std::string bombing = "تفجير استهدف مخفرا";
    const auto day = [](std::string_view text) { return parse_iso_date(text); };
    const DateRange hours = when("بعد ساعات", "PTXH", bombing, EventType::bombing);
    CHECK(hours == DateRange{day("2018-11-18"), day("2018-11-18"), DatePrecision::day});
    const DateRange months = when("بعد شهرين", "P2M", bombing, EventType::bombing);
    CHECK(months == DateRange{day("2018-09-01"), day("2018-09-30"), DatePrecision::month});
    const DateRange years = when("بعد ثلاث سنوات", "P3Y", bombing, EventType::bombing);
    CHECK(years == DateRange{day("2015-01-01"), day("2015-12-31"), DatePrecision::year});
    const DateRange days = when("بعد أيام", "PXD", bombing, EventType::bombing);
    CHECK(days == DateRange{day("2018-11-11"), day("2018-11-17"), DatePrecision::vague});
    const DateRange weeks = when("بعد ستة أسابيع", "P6W", "الاحتجاجات على الغلاء", EventType::protest);
    CHECK(weeks == DateRange{day("2018-10-07"), day("2018-11-18"), DatePrecision::range});
}

TEST_CASE("of two readings of a weekday a plan takes the one to come") {
    const auto when = [](const char* text, EventType type) {
        Story story(text);
        story.date("السبت", "2018-11-17", "2018-11-17").published("2018-11-23").or_day("2018-11-24");
        const Event event = one(story, type);
        REQUIRE(event.when.has_value());
        return to_iso_string(event.when->first.value());
    };
    CHECK(when("أعلن البرلمان عقد جلسة طارئة السبت.", EventType::meeting) == "2018-11-24");
    CHECK(when("اعتقلت الشرطة السبت ثلاثة رجال.", EventType::arrest) == "2018-11-17");
}

TEST_CASE("last week, written on a Sunday, has just ended") {
    const auto first_day = [](const char* published) {
        Story story("قتل ثلاثة رجال في درنة الأسبوع الماضي.");
        story.place("درنة", "derna", city, derna).week("الأسبوع الماضي", "2018-11-05").published(published);
        const Event event = one(story, EventType::killing);
        REQUIRE(event.when.has_value());
        return to_iso_string(event.when->first.value());
    };
    CHECK(first_day("2018-11-18") == "2018-11-11"); // a Sunday
    CHECK(first_day("2018-11-17") == "2018-11-05");
}

TEST_CASE("a pronoun that takes up the event stands for no place") {
    const Story story = std::move(Story("التقى الوزير نظيره في طرابلس. وتأتي بعد زيارة قام بها الوزير إلى درنة.")
                                      .place("طرابلس", "tripoli", city, tripoli)
                                      .place("درنة", "derna", city, derna));
    CHECK(place_of(story, EventType::visit) == "derna");
}

TEST_CASE("rockets fired from a place towards another hit the other") {
    const Story story = std::move(Story("أطلق مسلحون قذائف من درنة باتجاه البيضاء.")
                                      .place("درنة", "derna", city, derna)
                                      .place("البيضاء", "bayda", city, bayda));
    CHECK(place_of(story, EventType::shelling) == "bayda");
}

TEST_CASE("a side of a country without known sides is the country when no place in it is named") {
    const auto where = [](const char* text) {
        Story story(text);
        story.place("أندورا", "andorra", country, {1.5, 42.5}, 0, MentionCue::region_gloss).of("AD");
        return place_of(story, EventType::airstrike);
    };
    CHECK(where("نفذت طائرات غارات جوية جنوبي أندورا.") == "andorra");
}

TEST_CASE("what the linkers chose from can be taken down") {
    Story story("اندلعت اشتباكات في درنة الخميس.");
    story.place("درنة", "derna", city, derna).date("الخميس", "2018-05-10", "2018-05-10").published("2018-05-10");
    LinkTrace trace;
    CHECK(story.events(&trace) == story.events());
    REQUIRE(trace.size() >= 2);
    CHECK(trace[0].stage == "place_stated");
    REQUIRE(trace[0].options.size() == 2);
    CHECK(trace[0].options[0].target == -1);
    CHECK(trace[0].options[1].target == 0);
    CHECK(trace[0].options[1].score > trace[0].options[0].score);
    CHECK(trace[1].stage == "date_stated");
}
