// SPDX-License-Identifier: Apache-2.0
#include <array>

#include <doctest/doctest.h>

#include "toponyms/use_decision.hpp"
#include "toponyms/use_lists.hpp"
#include "unit/toponyms/small_gazetteer.hpp"

using namespace yaqut;
using toponyms::UseDecision;
using toponyms::UseScores;
using toponyms::test::Reading;

namespace {

/// Location, metonym and what is left, for "other".
UseScores scores(float location, float metonym) {
    UseScores result{};
    result[0] = location;
    result[1] = metonym;
    result.back() = 1.0F - location - metonym;
    return result;
}

} // namespace

TEST_CASE("a place is a location only when metonym is clearly less likely") {
    const UseDecision decision{.place = 0.55F, .location_share = 0.7F, .beats_all = true};
    CHECK(decision.use(scores(0.8F, 0.1F)).first == ToponymUse::location);
    CHECK(decision.use(scores(0.5F, 0.4F)).first == ToponymUse::metonym);
    CHECK(decision.use(scores(0.5F, 0.4F)).second == doctest::Approx(0.4));
    CHECK(decision.use(scores(0.3F, 0.2F)).first == ToponymUse::other);
    const UseDecision even{.place = 0.4F};
    CHECK(even.use(scores(0.5F, 0.4F)).first == ToponymUse::location);
}

TEST_CASE("a place by a narrow chance is a doubtful one") {
    const UseDecision decision{.place = 0.55F, .location_share = 0.7F, .beats_all = true, .doubtful = 0.4F};
    CHECK_FALSE(decision.doubtful_use(scores(0.6F, 0.1F)).has_value()); // a sure one
    const auto doubtful = decision.doubtful_use(scores(0.4F, 0.05F));
    REQUIRE(doubtful.has_value());
    CHECK(doubtful->first == ToponymUse::location);
    CHECK(doubtful->second == doctest::Approx(0.4));
    CHECK_FALSE(decision.doubtful_use(scores(0.3F, 0.05F)).has_value());
    UseScores team = scores(0.42F, 0.0F);
    team[2] = 0.5F;
    team.back() = 0.08F;
    CHECK_FALSE(decision.doubtful_use(team).has_value()); // another name is likelier
    CHECK_FALSE(UseDecision{.place = 0.55F}.doubtful_use(scores(0.5F, 0.0F)).has_value());
}

TEST_CASE("the names of a list share what speaks for location or metonym") {
    std::array list{scores(0.9F, 0.05F), scores(0.3F, 0.5F), scores(0.05F, 0.05F)};
    toponyms::agree_in_list(list);
    CHECK(list[0][0] / list[0][1] == doctest::Approx(list[1][0] / list[1][1]));
    CHECK(list[0][0] + list[0][1] == doctest::Approx(0.95)); // how likely a place is stays
    CHECK(list[1][0] > list[1][1]);
    CHECK(list[2][0] == doctest::Approx(0.05)); // no place
    std::array<UseScores, 1> alone{scores(0.3F, 0.5F)};
    toponyms::agree_in_list(alone);
    CHECK(alone[0][0] == doctest::Approx(0.3));
}

TEST_CASE("lists of refuge are lists of places") {
    const Reading text("نزح آلاف السكان خلال الأسبوع إلى تونس ومصر، والجزائر و تشاد.");
    for (const char* name : {"تونس", "مصر", "الجزائر", "تشاد"}) {
        CAPTURE(name);
        CHECK(text.use(name) == ToponymUse::location);
    }
}
