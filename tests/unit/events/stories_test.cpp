// SPDX-License-Identifier: Apache-2.0
// What goes on over several sentences, and what only looks like an event.
#include <algorithm>

#include <doctest/doctest.h>

#include "events/confidence.hpp"
#include "unit/events/story.hpp"

using namespace yaqut;
using namespace yaqut::events;
using namespace yaqut::events::testing;

namespace {

constexpr auto city = FeatureClass::city;

std::string day_of(const Story& story, EventType type) {
    const Event event = one(story, type);
    return event.when && event.when->first ? to_iso_string(*event.when->first) : "-";
}

bool tells(const std::string& text, EventType type, Language language = Language::ar) {
    return find_event(Story(text, language).events(), type) != nullptr;
}

} // namespace

TEST_CASE("what goes on being told in the next sentence is of the same day") {
    const std::string text = "اقتحم مسلحون مركزا في درنة مساء الأحد. وخطف المهاجمون حارسين من المبنى.";
    const Story story =
        std::move(Story(text).place("درنة", "derna", city, derna).date("مساء الأحد", "2020-03-01", "2020-03-01"));
    CHECK(day_of(story, EventType::abduction) == "2020-03-01");
    CHECK(one(story, EventType::abduction).date_basis == TimexBasis::inherited);
    const Story elsewhere =
        std::move(Story("اقتحم مسلحون مركزا في درنة مساء الأحد.\n\nوأغلقت المدارس أبوابها.\n\nوحذر الأطباء من "
                        "نقص الأدوية.\n\nوتراجعت الأسعار.\n\nوخطف مجهولون طبيبا في سرت.")
                      .place("درنة", "derna", city, derna)
                      .place("سرت", "sirte", city, sirte)
                      .date("مساء الأحد", "2020-03-01", "2020-03-01"));
    CHECK(day_of(elsewhere, EventType::abduction) == "-");
}

TEST_CASE("the only date of a sentence holds for what it tells; the day of the telling yields to another") {
    const Story last =
        std::move(Story("استهدف تفجير سيارة مفخخة حاجزا للشرطة جنوبي مدينة درنة، في شرق البلاد، الثلاثاء.")
                      .place("درنة", "derna", city, derna)
                      .date("الثلاثاء", "2020-03-03", "2020-03-03"));
    CHECK(day_of(last, EventType::bombing) == "2020-03-03");
    const Story said = std::move(Story("قالت الوزارة في بيان نشرته الأحد إن حريقا شب السبت في مصنع بمدينة درنة.")
                                     .place("درنة", "derna", city, derna)
                                     .date("الأحد", "2020-03-01", "2020-03-01")
                                     .date("السبت", "2020-02-29", "2020-02-29"));
    CHECK(day_of(said, EventType::fire_blast) == "2020-02-29");
}

TEST_CASE("an act between the saying and the day takes the day") {
    const Story story = std::move(Story("أظهرت صور عمالا يشاركون الخميس في تظاهرة وسط درنة.")
                                      .place("درنة", "derna", city, derna)
                                      .date("الخميس", "2020-03-05", "2020-03-05"));
    CHECK(day_of(story, EventType::protest) == "2020-03-05");
}

TEST_CASE("general statements, doubts and idioms are no events") {
    CHECK_FALSE(tells("يقول الجيش إنه لا يستهدف المدنيين.", EventType::attack));
    CHECK_FALSE(tells("تذهب الأموال إلى المرتزقة الذين يقاتلون الحكومة.", EventType::armed_clash));
    CHECK_FALSE(tells("حذرت الشركة من ضربات جوية محتملة على الميناء.", EventType::airstrike));
    CHECK_FALSE(tells("كان مسؤولا عن طوق المدينة.", EventType::siege));
    CHECK_FALSE(tells("جرت محاصرة الحريق في المستودع.", EventType::siege));
    CHECK_FALSE(tells("ضبط الحرس شبكة مهربين بعد نصب كمين لهم.", EventType::attack));
    CHECK(tells("قتل جنديان في كمين نصبه مسلحون.", EventType::attack));
    CHECK_FALSE(tells("زار وفد الغوطة المحاصرة أمس.", EventType::siege));
}

TEST_CASE("what is denied did not happen as far as the text says") {
    const Story story = std::move(Story("ونفت الجماعة قصف حي سكني في درنة.").place("درنة", "derna", city, derna));
    CHECK(one(story, EventType::shelling).status == EventStatus::negated);
}

TEST_CASE("this attack is the one told before") {
    const Story alone = Story("ندد السكان بهذه الهجمات التي وقعت في مدينتهم.");
    CHECK(alone.events().empty());
}

TEST_CASE("sport is no war, unless people come to harm") {
    const std::string match = "واجه المنتخب ضيفه في مباراة حاسمة. وشن اللاعبون هجوما في الشوط الثاني على المرمى. "
                              "وسجل الفريق هدفا وسط تشجيع الجماهير.";
    CHECK(Story(match).events().empty());
    const std::string panic = match + " وقتل مشجعان في اشتباكات خارج الملعب.";
    CHECK_MESSAGE(find_event(Story(panic).events(), EventType::armed_clash) != nullptr,
                  describe(Story(panic).events()));
}

TEST_CASE("an envoy who arrives does so where the verb says") {
    constexpr MentionCue post = MentionCue::title_complement;
    const Story story =
        std::move(Story("وصل المبعوث إلى بنغازي للقاء أعيانها.").place("بنغازي", "benghazi", city, benghazi, 0, post));
    CHECK(place_of(story, EventType::visit) == "benghazi");
    const Story two = std::move(Story("وصل المبعوث إلى ليبيا مساء إلى بنغازي.")
                                    .place("ليبيا", "libya", FeatureClass::country, libya, 0, post)
                                    .place("بنغازي", "benghazi", city, benghazi));
    CHECK(place_of(two, EventType::visit) == "benghazi");
}

TEST_CASE("the people of a town protest in it, a native of it may be anywhere") {
    CHECK(place_of(std::move(Story("خرج أهالي درنة في مظاهرات ليلا.").place("درنة", "derna", city, derna)),
                   EventType::protest) == "derna");
    CHECK(place_of(std::move(Story("قبضت الشرطة على رجل أصيل درنة ليلا.").place("درنة", "derna", city, derna)),
                   EventType::arrest) == "-");
}

TEST_CASE("a place inside a quotation is not that of what is told around it") {
    const Story story = std::move(Story("في سرت رشق محتجون يهتفون \"على القدس رايحين\" الجنود بالحجارة.")
                                      .place("سرت", "sirte", city, sirte)
                                      .place("القدس", "jerusalem", city, {35.23, 31.77}));
    CHECK(place_of(story, EventType::riot) == "sirte");
}

TEST_CASE("a part of a town is in it") {
    const Story story =
        std::move(Story("انفجرت عبوة قرب سوق في الجانب الأيسر من مدينة درنة.").place("درنة", "derna", city, derna));
    const Event event = one(story, EventType::bombing);
    REQUIRE(event.place.has_value());
    CHECK(event.place->name == "derna");
    CHECK(event.geo_precision == GeoPrecision::city);
}

TEST_CASE("the south of a town is a place when no other stands before it") {
    const Story story = std::move(Story("Un séisme a frappé le sud de Tripoli mardi.", Language::fr)
                                      .place("Tripoli", "tripoli", city, tripoli, 0, MentionCue::region_gloss));
    CHECK(place_of(story, EventType::earthquake) == "tripoli");
}

TEST_CASE("numbers before and after a passive") {
    const Event clash = one(Story("Des affrontements ont éclaté à Sirte. Six policiers ont été blessés et neuf "
                                  "personnes arrêtées.",
                                  Language::fr),
                            EventType::armed_clash);
    CHECK(clash.injured.best == 6);
    const Event blast =
        one(Story("Two people were killed and 20 wounded when a bomb exploded in a market.", Language::en),
            EventType::bombing);
    CHECK(blast.fatalities.best == 2);
    CHECK(blast.injured.best == 20);
}

TEST_CASE("the first telling in the body stands for the event") {
    const std::string text = "قتيلان في غارة جوية على درنة\n\nشنت طائرات غارة جوية على درنة. وقال شهود إن الغارة قتلت "
                             "رجلين مساء الأحد.";
    const Story story = std::move(Story(text)
                                      .place("درنة", "derna", city, derna)
                                      .place("درنة", "derna", city, derna, 1)
                                      .date("مساء الأحد", "2020-03-01", "2020-03-01"));
    const Event event = one(story, EventType::airstrike);
    CHECK(event.trigger.begin == text.find("غارة", text.find("شنت")));
    CHECK(day_of(story, EventType::airstrike) == "2020-03-01");
}

TEST_CASE("a separate incident is another event") {
    const auto blasts = [](const char* text) {
        const std::vector<Event> events = Story(text).events();
        return std::count_if(events.begin(), events.end(), [](const Event& e) { return e.type == EventType::bombing; });
    };
    CHECK(blasts("وقع انفجار في محطة للوقود وقتل سائق.\n\nوفي حادث منفصل وقع انفجار في سوق للخضار وقتل بائعان.") == 2);
    CHECK(blasts("وقع انفجار في محطة للوقود وقتل سائق.\n\nوقال شهود إن الانفجار وقع في محطة للوقود.") == 1);
}

TEST_CASE("confidence is a probability and follows what is known") {
    const auto confidence = [](GeoPrecision place, DatePrecision date, float worth) {
        Event event;
        event.geo_precision = place;
        event.date_precision = date;
        Cluster cluster;
        cluster.members.push_back(0);
        cluster.event.worth = worth;
        return to_confidence(score_confidence(event, cluster, place == GeoPrecision::none ? 0.0F : 1.0F, false));
    };
    const float little = confidence(GeoPrecision::none, DatePrecision::unknown, 3.0F);
    const float much = confidence(GeoPrecision::city, DatePrecision::day, 3.0F);
    CHECK(little > 0.0F);
    CHECK(much < 1.0F);
    CHECK(much > little);
    CHECK(confidence(GeoPrecision::city, DatePrecision::day, 0.2F) < much);
}

TEST_CASE("events with a place are given with enough confidence") {
    CHECK(least_confidence() > 0.0F);
    CHECK(least_confidence() < 0.5F);
    for (const Event& event : Story("اشتباكات في سبها\n\nوصل وفد إلى بنغازي أمس. وقتل جندي في درنة.").events()) {
        CHECK((!event.place || event.confidence >= least_confidence()));
    }
}
