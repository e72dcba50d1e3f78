// SPDX-License-Identifier: Apache-2.0
// How many people are missing, how many had to leave home.
#include <doctest/doctest.h>

#include "events/quantities.hpp"
#include "unit/events/story.hpp"

using namespace yaqut;
using namespace yaqut::events::testing;

namespace {

Event told(const char* text, EventType type, Language language = Language::ar) {
    return one(Story(text, language), type);
}

Quantity missing(const char* text, Language language = Language::ar) {
    return told(text, EventType::flood_storm, language).missing;
}

Quantity displaced(const char* text, Language language = Language::ar) {
    return told(text, EventType::displacement, language).displaced;
}

const Quantity unknown{};

} // namespace

TEST_CASE("missing people in Arabic: digits, words, dual, by verb, by noun") {
    CHECK(missing("ضربت فيضانات البلدة وأسفرت عن فقدان 40 شخصا.") == Quantity{40, 40, 40});
    CHECK(missing("ضربت فيضانات البلدة، ولا يزال خمسة عشر عاملا مفقودين.") == Quantity{15, 15, 15});
    CHECK(missing("ضربت فيضانات البلدة وفقد شخصان.") == Quantity{2, 2, 2});
    CHECK(missing("ضربت فيضانات البلدة، ولا يزال 7 صيادين في عداد المفقودين.") == Quantity{7, 7, 7});
    CHECK(missing("ضربت فيضانات البلدة واختفى ثلاثة صيادين.") == Quantity{3, 3, 3});
    CHECK(missing("خلفت الفيضانات 6 قتلى و11 مفقودا.") == Quantity{11, 11, 11});
}

TEST_CASE("missing people: more than, up to, between, tens, several") {
    CHECK(missing("أسفرت الفيضانات عن فقدان أكثر من 90 شخصا.") == Quantity{90, 90, std::nullopt});
    CHECK(missing("أسفرت الفيضانات عن فقدان ما بين 20 و30 شخصا.") == Quantity{20, 25, 30});
    CHECK(missing("أسفرت الفيضانات عن فقدان عشرات الأشخاص.") == Quantity{20, std::nullopt, 99});
    CHECK(missing("أسفرت الفيضانات عن سقوط قتيل وعدد من المفقودين.") == Quantity{3, std::nullopt, std::nullopt});
    CHECK(missing("تبحث فرق الإنقاذ عن مفقودين بعد فيضانات ضربت البلدة.") == Quantity{2, std::nullopt, std::nullopt});
}

TEST_CASE("a number that rises is the last one") {
    CHECK(missing("ارتفع عدد المفقودين في فيضانات البلدة من 70 إلى 85 شخصا.") == Quantity{85, 85, 85});
    CHECK(missing("بلغ عدد المفقودين جراء الفيضانات، مساء، 85 شخصا.") != Quantity{3, std::nullopt, std::nullopt});
    CHECK(missing("Floods hit the town. The number of missing rose to 30.", Language::en) == Quantity{30, 30, 30});
    const Event event = told("ارتفع عدد القتلى في فيضانات البلدة إلى 9.", EventType::flood_storm);
    CHECK(event.fatalities == Quantity{9, 9, 9});
}

TEST_CASE("nobody is missing only where the text says so") {
    CHECK(missing("ضربت فيضانات البلدة دون وقوع ضحايا أو مفقودين.") == Quantity{0, 0, 0});
    CHECK(missing("ضربت فيضانات البلدة ولا يوجد مفقودون.") == Quantity{0, 0, 0});
    CHECK(missing("ضربت فيضانات البلدة ولم ترد أنباء عن مفقودين.") == unknown);
    CHECK(missing("Floods hit the town but no one was missing.", Language::en) == Quantity{0, 0, 0});
    CHECK(missing("Les inondations n'ont fait aucun disparu.", Language::fr) == Quantity{0, 0, 0});
    CHECK(missing("ضربت فيضانات البلدة.") == unknown);
}

TEST_CASE("what else may be lost is nobody missing") {
    CHECK(missing("ضربت فيضانات البلدة وفقد 20 عاملا وظائفهم.") == unknown);
    CHECK(missing("ضربت فيضانات البلدة وأدت إلى فقدان 20 سيارة.") == unknown);
    CHECK(missing("ضربت فيضانات البلدة وفقد السائق السيطرة على الحافلة.") == unknown);
    CHECK(missing("Floods hit the town. Two missing boats were found.", Language::en) == unknown);
    CHECK(missing("ضربت فيضانات البلدة، فقد غرق 20 شارعا.") == unknown);
}

TEST_CASE("missing people in English and French") {
    CHECK(missing("Floods killed 12 people and left 30 missing.", Language::en) == Quantity{30, 30, 30});
    CHECK(missing("Floods hit the town and five villagers are still missing.", Language::en) == Quantity{5, 5, 5});
    CHECK(missing("Floods hit the town, and between 20 and 30 people went missing.", Language::en) ==
          Quantity{20, 25, 30});
    CHECK(missing("Les inondations ont fait douze morts et 30 disparus.", Language::fr) == Quantity{30, 30, 30});
    CHECK(missing("Les inondations ont fait douze morts et six personnes sont portées disparues.", Language::fr) ==
          Quantity{6, 6, 6});
    const Event event = told("Floods killed 12 people and left 30 missing.", EventType::flood_storm, Language::en);
    CHECK(event.fatalities == Quantity{12, 12, 12});
}

TEST_CASE("displaced people in Arabic") {
    CHECK(displaced("نزح أكثر من ثلاثة آلاف شخص من البلدة.") == Quantity{3000, 3000, std::nullopt});
    CHECK(displaced("أدت المعارك إلى نزوح 30 ألفا من سكان البلدة.") == Quantity{30000, 30000, 30000});
    CHECK(displaced("أدت المعارك إلى نزوح ما بين 20 و30 ألف شخص.") == Quantity{20000, 25000, 30000});
    CHECK(displaced("أدت المعارك إلى نزوح ما بين 20 ألفا و30 ألف شخص.") == Quantity{20000, 25000, 30000});
    CHECK(displaced("أدى القصف إلى تشريد عشرات الآلاف.") == Quantity{20000, std::nullopt, 99999});
    CHECK(displaced("أدت المعارك إلى نزوح السكان من البلدة، وبلغ عدد النازحين 12 ألفا.") ==
          Quantity{12000, 12000, 12000});
}

TEST_CASE("displaced people in English and French") {
    CHECK(displaced("The floods displaced at least 30,000 people.", Language::en) ==
          Quantity{30000, 30000, std::nullopt});
    CHECK(displaced("Some 5,000 people were displaced by the floods.", Language::en) == Quantity{5000, 5000, 5000});
    CHECK(displaced("Plus de 3 000 personnes ont fui les combats.", Language::fr) ==
          Quantity{3000, 3000, std::nullopt});
}

TEST_CASE("families are no number of people, and displaced people may be killed") {
    CHECK(displaced("أدى القصف إلى تشريد 300 أسرة.") == unknown);
    const Event event = told("قتل 3 نازحين في قصف على البلدة.", EventType::shelling);
    CHECK(event.fatalities == Quantity{3, 3, 3});
    CHECK(event.displaced == unknown);
}
