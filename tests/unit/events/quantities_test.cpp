// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "events/quantities.hpp"
#include "unit/events/story.hpp"

using namespace yaqut;
using namespace yaqut::events;
using namespace yaqut::events::testing;

namespace {

struct Toll {
    Quantity dead;
    Quantity injured;
};

Toll toll(const char* text, EventType type = EventType::attack) {
    const auto events = Story(text).events();
    const Event* event = find_event(events, type);
    REQUIRE_MESSAGE(event != nullptr, text << " gives " << describe(events));
    return {event->fatalities, event->injured};
}

const Quantity unknown{};

} // namespace

TEST_CASE("numbers, duals, singulars and sums") {
    CHECK(toll("قتل خمسة مدنيين في هجوم على السوق.").dead == Quantity{5, 5, 5});
    CHECK(toll("قتل 12 شخصا في هجوم على السوق.").dead == Quantity{12, 12, 12});
    CHECK(toll("أدى الهجوم إلى مقتل جنديين.").dead == Quantity{2, 2, 2});
    CHECK(toll("أدى الهجوم إلى مقتل جندي.").dead == Quantity{1, 1, 1});
    CHECK(toll("أدى الهجوم إلى مقتل قائدها وأربعة مدنيين.").dead == Quantity{5, 5, 5});
    CHECK(toll("أدى الهجوم إلى مقتل عشرين طفلا وثلاث نساء.").dead == Quantity{23, 23, 23});
}

TEST_CASE("dead and wounded are told apart") {
    const Toll both = toll("أسفر الهجوم عن مقتل ثلاثة أشخاص وإصابة سبعة آخرين.");
    CHECK(both.dead == Quantity{3, 3, 3});
    CHECK(both.injured == Quantity{7, 7, 7});
    const Toll wounded = toll("أسفر الهجوم عن سقوط تسعة جرحى.");
    CHECK(wounded.dead == unknown);
    CHECK(wounded.injured == Quantity{9, 9, 9});
}

TEST_CASE("more than, fewer than, between, tens of, some") {
    CHECK(toll("أسفر الهجوم عن سقوط أكثر من عشرين قتيلا.").dead == Quantity{20, 20, std::nullopt});
    CHECK(toll("أدى الهجوم إلى مقتل أقل من عشرة أشخاص.").dead == Quantity{0, std::nullopt, 9});
    CHECK(toll("أدى الهجوم إلى مقتل عشرات المدنيين.").dead == Quantity{20, std::nullopt, 99});
    CHECK(toll("أسفر الهجوم عن سقوط قتلى.").dead == Quantity{2, std::nullopt, std::nullopt});
}

TEST_CASE("a part of the total is not added") {
    CHECK(toll("أدى الهجوم إلى مقتل عشرة أشخاص بينهم ثلاثة أطفال.").dead == Quantity{10, 10, 10});
}

TEST_CASE("zero only when the text says none") {
    CHECK(toll("وقع الهجوم دون وقوع خسائر بشرية.").dead == Quantity{0, 0, 0});
    CHECK(toll("وقع الهجوم ولم ترد أنباء عن ضحايا.").dead == unknown);
    CHECK(toll("وقع الهجوم مساء.").dead == unknown);
}

TEST_CASE("other numbers are no victims") {
    CHECK(toll("وقع الهجوم على بعد 30 كيلومترا من المدينة.").dead == unknown);
    CHECK(toll("قتل مدنيون في هجوم على شارع 20.").dead == unknown);
}

TEST_CASE("killing without a cause stays an event of its own") {
    const auto events = Story("قتل أربعة جنود على الطريق الساحلي.").events();
    REQUIRE(events.size() == 1);
    CHECK(events[0].type == EventType::killing);
    CHECK(events[0].fatalities == Quantity{4, 4, 4});
}

TEST_CASE("arithmetic of counts") {
    CHECK(sum({3, 3, 3}, {4, 4, std::nullopt}) == Quantity{7, 7, std::nullopt});
    CHECK(widest({3, 3, 3}, {5, 5, 5}) == Quantity{3, 5, 5});
    CHECK(refined({2, std::nullopt, std::nullopt}, {4, 4, 4}) == Quantity{4, 4, 4});
    CHECK(compatible({3, 3, 3}, {1, 1, std::nullopt}));
    CHECK_FALSE(compatible({3, 3, 3}, {5, 5, 5}));
    CHECK(compatible({3, 3, 3}, {}));
}
