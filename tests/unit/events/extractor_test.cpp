// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "unit/events/story.hpp"

using namespace yaqut;
using namespace yaqut::events;
using namespace yaqut::events::testing;

namespace {

std::string only(const std::string& text) { return describe(Story(text + " وقال شهود إن الوضع هادئ.").events()); }

bool has(const std::string& text, EventType type) { return find_event(Story(text).events(), type) != nullptr; }

} // namespace

TEST_CASE("strong verbs tell events alone, whatever their form") {
    CHECK(has("هاجم مسلحون حافلة على الطريق الساحلي يوم أمس.", EventType::attack));
    CHECK(has("اعتقلت الشرطة ثلاثة رجال يشتبه بهم.", EventType::arrest));
    CHECK(has("وانسحبت الكتيبة من مواقعها ليلا.", EventType::withdrawal));
    CHECK(has("قال المدير إن العمال تظاهروا أمام المصنع.", EventType::protest));
}

TEST_CASE("an event noun needs a light verb, casualties, a date or a place beside it") {
    CHECK(has("شنت طائرات مجهولة ثلاث غارات على التلال.", EventType::airstrike));
    CHECK(has("أسفرت المعارك عن سقوط عشرة قتلى.", EventType::armed_clash));
    CHECK(has("اندلعت في المساء اشتباكات بين مجموعتين.", EventType::armed_clash));
    CHECK_FALSE(has("كتب الباحث دراسة طويلة حول معارك القرن.", EventType::armed_clash));
}

TEST_CASE("agents, weapons, ranks and abstract quarrels are no events") {
    CHECK(only("وصف الوزير المتظاهرين بأنهم شباب.").empty());
    CHECK(only("عرض المتحف صواريخ قديمة.").empty());
    CHECK_FALSE(has("احتل الفريق المركز الثاني في البطولة.", EventType::capture));
    CHECK_FALSE(has("بحثت اللجنة سبل مواجهة الإرهاب في المنطقة.", EventType::armed_clash));
    CHECK_FALSE(has("قالت وزارة الصحة إن الوضع مستقر.", EventType::visit));
}

TEST_CASE("duties, conditions, calls and questions tell nothing that happened") {
    CHECK_FALSE(has("يجب أن تنسحب القوات من الميناء.", EventType::withdrawal));
    CHECK_FALSE(has("إذا هاجم المسلحون الميناء فسيتوقف التصدير.", EventType::attack));
    CHECK_FALSE(has("طلب السفير مقابلة الوزير ولا بد من لقاء جديد معه.", EventType::meeting));
    CHECK_FALSE(has("دعا البيان إلى وقف القتال في البلاد.", EventType::armed_clash));
    CHECK_FALSE(has("هل سيطر الجيش على الميناء؟", EventType::capture));
}

TEST_CASE("status: negated, planned, attempted") {
    const auto status = [](const char* text, EventType type) {
        const auto events = Story(text).events();
        const Event* event = find_event(events, type);
        REQUIRE_MESSAGE(event != nullptr, text);
        return event->status;
    };
    CHECK(status("لم يزر الوزير الميناء هذا العام.", EventType::visit) == EventStatus::negated);
    CHECK(status("لم يلتق المبعوث قادة الفصائل في القصر.", EventType::meeting) == EventStatus::negated);
    CHECK(status("سيلتقي الوزير نظيره يوم الأحد.", EventType::meeting) == EventStatus::planned);
    CHECK(status("وصل الوفد صباحا ليلتقي كبار المسؤولين.", EventType::meeting) == EventStatus::planned);
    CHECK(status("يحاول المسلحون منذ أيام السيطرة على المطار.", EventType::capture) == EventStatus::planned);
    CHECK(status("سيطرت القوات على المطار فجرا.", EventType::capture) == EventStatus::asserted);
}

TEST_CASE("two words tell more than one") {
    CHECK(has("قصفت طائرة حربية مخزنا للوقود.", EventType::airstrike));
    CHECK(has("قال شهود إن طائرة مسيرة مجهولة قصفت المخزن.", EventType::airstrike));
    CHECK(has("أطلقت الطائرات صواريخ على المخزن.", EventType::airstrike));
    CHECK(has("قصفت المدفعية أطراف البلدة.", EventType::shelling));
    CHECK(has("طردت الحكومة السفير من البلاد.", EventType::sanction));
    CHECK_FALSE(has("طردت الحكومة السفير من البلاد.", EventType::capture));
    CHECK_FALSE(has("نصبت فرقة الشرطة كمينا محكما للمهرب.", EventType::attack));
    CHECK_FALSE(has("تفقد الوزير القاعدة في الصباح.", EventType::capture));
    CHECK(has("فجر انتحاري نفسه عند الحاجز.", EventType::suicide_bombing));
    CHECK(has("سقطت طائرة تدريب بسبب عطل فني.", EventType::crash));
    CHECK(has("أسقطت القوات طائرة استطلاع.", EventType::shootdown));
    CHECK(has("أعلن الطرفان وقف إطلاق النار اعتبارا من المساء.", EventType::ceasefire));
    CHECK(has("منح البرلمان مساء ثقته للحكومة.", EventType::vote));
    CHECK(has("أطلق الخاطفون سراح المهندس.", EventType::release));
    CHECK(has("فقدت الكتيبة -التي انضمت إليهم أخيرا- عدة معسكرات.", EventType::capture));
}

TEST_CASE("headings, credits and repeated blocks add nothing") {
    const auto events = Story("اشتباكات في الميناء\n\nاندلعت اشتباكات عنيفة قرب الميناء مساء وقتل جنديان.\n\n"
                              "اندلعت اشتباكات عنيفة قرب الميناء مساء وقتل جنديان.\n\nالمصدر : وكالات")
                            .events();
    CHECK_MESSAGE(events.size() == 1, describe(events));
}

TEST_CASE("an event carries its source, offsets in code points and a stable id") {
    const Story story("هاجم مسلحون الحافلة.");
    const auto events = story.events();
    REQUIRE(events.size() == 1);
    CHECK(events[0].trigger_text == "هاجم");
    CHECK(events[0].sources.at(0).begin == 0);
    CHECK(events[0].sources.at(0).end == 4);
    CHECK(events[0].sources.at(0).sentence == "هاجم مسلحون الحافلة.");
    CHECK(events[0].id.size() == 16);
    CHECK(events[0].id == story.events().at(0).id);
    CHECK(events[0].why_no_place == "no place in the text");
    CHECK(events[0].why_no_date == "no date in the text");
}

TEST_CASE("who says so") {
    const auto events = Story("اختطف مسلحون مهندسا وفق مصدر أمني.").events();
    REQUIRE(events.size() == 1);
    CHECK(events[0].attribution == "مصدر أمني");
}

TEST_CASE("English and French") {
    const auto en = Story("Gunmen attacked a checkpoint on Monday, killing three soldiers.", Language::en).events();
    REQUIRE_MESSAGE(find_event(en, EventType::attack) != nullptr, describe(en));
    CHECK(find_event(en, EventType::attack)->fatalities.best == 3);
    const auto fr = Story("Des hommes armés ont attaqué un poste, tuant trois soldats.", Language::fr).events();
    REQUIRE_MESSAGE(find_event(fr, EventType::attack) != nullptr, describe(fr));
    CHECK(find_event(fr, EventType::attack)->fatalities.best == 3);
    CHECK(find_event(Story("The minister may visit the port.", Language::en).events(), EventType::visit) == nullptr);
}
