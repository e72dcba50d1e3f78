// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "events/same_actor.hpp"

using yaqut::events::same_actor;

TEST_CASE("known parties by any of their names") {
    CHECK(same_actor("قسد", "قوات سوريا الديمقراطية"));
    CHECK(same_actor("مقاتلو داعش", "تنظيم الدولة الإسلامية"));
    CHECK(same_actor("قوات حفتر", "الجيش الوطني الليبي"));
    CHECK(same_actor("SDF", "قسد"));
    CHECK(same_actor("Islamic State fighters", "État islamique"));
    CHECK_FALSE(same_actor("قسد", "الجيش التركي"));
}

TEST_CASE("a short form of a longer name") {
    CHECK(same_actor("الناظوري", "اللواء عبد الرزاق الناظوري"));
    CHECK(same_actor("كتيبة النواصي", "كتيبة النواصي المسلحة"));
    CHECK(same_actor("اللواء عبد الرزاق الناظوري", "الناظوري"));
    CHECK(same_actor("شركة الواحة", "شركة الواحة"));
}

TEST_CASE("a kind of actor is nobody in particular") {
    CHECK_FALSE(same_actor("الجيش", "الجيش البوركيني"));
    CHECK_FALSE(same_actor("مسلحون", "مسلحون مجهولون"));
    CHECK_FALSE(same_actor("soldiers", "Chadian soldiers"));
    CHECK_FALSE(same_actor("كتيبة النواصي", "كتيبة الحلبوص"));
    CHECK_FALSE(same_actor("", ""));
    CHECK_FALSE(same_actor("", "كتيبة النواصي"));
}
