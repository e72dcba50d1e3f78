// SPDX-License-Identifier: Apache-2.0
#include "toponyms/name_lookup.hpp"

#include <doctest/doctest.h>

#include "small_gazetteer.hpp"

using namespace yaqut;
using toponyms::NameCover;

namespace {

NameCover cover(std::string_view mention, Language language = Language::ar) {
    return toponyms::look_up(toponyms::test::small_gazetteer(), mention, language);
}

} // namespace

TEST_CASE("a name is looked up as the recognizer would") {
    CHECK(cover("بنغازي") == NameCover::whole);
    CHECK(cover("وبنغازي") == NameCover::whole);
    CHECK(cover("للقاهرة") == NameCover::whole);
    CHECK(cover("لقاهرة") == NameCover::whole); // its span in للقاهرة
    CHECK(cover("حفرالباطن") == NameCover::whole);
    CHECK(cover("#حفر_الباطن") == NameCover::whole);
    CHECK(cover("الليبية") == NameCover::whole);
    CHECK(cover("صرمان") == NameCover::none);
    CHECK(cover("benghazi", Language::en) == NameCover::whole);
    CHECK(cover("", Language::en) == NameCover::none);
    CHECK(cover("،،،") == NameCover::none);
}

TEST_CASE("descriptors that are no part of the name are taken off") {
    CHECK(cover("مدينة بنغازي") == NameCover::whole);
    CHECK(cover("بمدينة بنغازي") == NameCover::whole);
    CHECK(cover("Benghazi province", Language::en) == NameCover::whole);
    CHECK(cover("the city of Derna", Language::en) == NameCover::whole);
    CHECK(cover("مدينة صرمان") == NameCover::none);
}

TEST_CASE("a facility must be there itself") {
    CHECK(cover("مطار طرابلس الدولي") == NameCover::whole);
    CHECK(cover("مطار بنغازي") == NameCover::by_place);
    CHECK(cover("مستشفى بنغازي") == NameCover::by_place);
    CHECK(cover("شمال ليبيا") == NameCover::by_place);
    CHECK(cover("Benghazi airport", Language::en) == NameCover::by_place);
}

TEST_CASE("a name with more words than the gazetteer has is not found") {
    CHECK(cover("بنغازي الجديدة") == NameCover::none);
    CHECK(cover("New Benghazi", Language::en) == NameCover::none);
    CHECK(cover("Paris, Texas", Language::en) == NameCover::whole);
    CHECK(cover("Paris, Nowhere", Language::en) == NameCover::none);
}
