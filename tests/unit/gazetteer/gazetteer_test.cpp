// SPDX-License-Identifier: Apache-2.0
#include "gazetteer/gazetteer.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "core/error.hpp"
#include "gazetteer/sound_index.hpp"
#include "unit/gazetteer/sample.hpp"

using namespace yaqut;
using gazetteer::Gazetteer;
using gazetteer::NameEntry;
using sample::ids;
using sample::joined;
using sample::phrase;

namespace {

using Ids = std::vector<std::string>;

} // namespace

TEST_CASE("a place comes back as it was given") {
    const sample::TemporaryFolder folder;
    const Gazetteer gazetteer = sample::open(folder);
    CHECK(gazetteer.size() == 13);
    const auto place = gazetteer.by_id("gn:88319");
    REQUIRE(place.has_value());
    CHECK(place->id == "gn:88319");
    CHECK(place->name == "Benghazi");
    CHECK(place->name_ar == "بنغازي");
    CHECK(place->location == Location{20.06859, 32.11486});
    CHECK(place->feature == FeatureClass::city);
    CHECK(place->feature_code == "PPLA");
    CHECK(place->country == "LY");
    CHECK(place->admin1 == "Banghāzī");
    CHECK(place->admin1_code == "69");
    CHECK(place->population == 650629);
    CHECK(place->radius_km == 12.0F);
    CHECK(place->importance == 0.6F);
    CHECK(gazetteer.place(place->index) == *place);
    CHECK_THROWS_AS(static_cast<void>(gazetteer.place(13)), GazetteerError);
    CHECK_FALSE(gazetteer.by_id("gn:8831").has_value());
    CHECK_FALSE(gazetteer.by_id("").has_value());
    CHECK_FALSE(gazetteer.by_id("zz").has_value());
}

TEST_CASE("what is not known is empty") {
    const sample::TemporaryFolder folder;
    const Gazetteer gazetteer = sample::open(folder);
    const auto region = gazetteer.by_id("sp:middle-east");
    REQUIRE(region.has_value());
    CHECK(region->country.empty());
    CHECK(region->admin1.empty());
    CHECK(region->population == 0);
    CHECK(gazetteer.by_id("gn:4250542")->name_ar.empty());
    CHECK(gazetteer.by_id("sp:ras-lanuf")->feature_code.empty());
}

TEST_CASE("places are numbered by their weight") {
    const sample::TemporaryFolder folder;
    const Gazetteer gazetteer = sample::open(folder);
    for (PlaceIndex i = 1; i < gazetteer.size(); ++i) {
        CHECK(gazetteer.place(i - 1).importance >= gazetteer.place(i).importance);
    }
    CHECK(gazetteer.place(0).id == "gn:357994");
}

TEST_CASE("preferred names come first") {
    const sample::TemporaryFolder folder;
    const Gazetteer gazetteer = sample::open(folder);
    // The first Latin and the first Arabic row of the table, whatever their kinds.
    const auto tripoli = gazetteer.by_id("gn:2210247");
    CHECK(tripoli->name == "Tripoli");
    CHECK(tripoli->name_ar == "طرابلس الغرب");
    const auto york = gazetteer.by_id("gn:5128581");
    CHECK(york->name == "New York");
    const auto names = gazetteer.names(york->index);
    REQUIRE(names.size() == 3);
    CHECK(names[0].name == "New York");
    CHECK(names[0].kind == NameKind::short_name);
    CHECK(names[1].name == "نيويورك");
    CHECK(names[1].language == Language::ar);
    CHECK(names[2].name == "New York City");
    CHECK(gazetteer.names(gazetteer.by_id("gn:4250542")->index)[0].ambiguous);
}

TEST_CASE("a demonym is no name to show") {
    const sample::TemporaryFolder folder;
    sample::build(folder, sample::places,
                  "place_id\tname\tlang\tkind\n"
                  "gn:2215636\tLibyan\ten\tdemonym\n"
                  "gn:2215636\tليبي\tar\tdemonym\n"
                  "gn:2215636\tLibya\ten\talt\n"
                  "gn:2215636\tليبيا\tar\talt\n");
    const Gazetteer gazetteer = Gazetteer::open(folder / "test.yqg");
    CHECK(gazetteer.place(0).name == "Libya");
    CHECK(gazetteer.place(0).name_ar == "ليبيا");
}

TEST_CASE("a phrase finds its places, the weightiest first") {
    const sample::TemporaryFolder folder;
    const Gazetteer gazetteer = sample::open(folder);
    CHECK(ids(gazetteer, gazetteer.probe(phrase("طرابلس")).names) == Ids{"gn:2210247", "gn:266826"});
    CHECK(ids(gazetteer, gazetteer.probe(phrase("مصر")).names) == Ids{"gn:357994", "gn:360630"});
    CHECK(ids(gazetteer, gazetteer.probe(phrase("NEW YORK")).names) == Ids{"gn:5128581", "gn:5128638"});
    CHECK_FALSE(gazetteer.probe(phrase("لندن")).found());
    CHECK_FALSE(gazetteer.probe(0).found());
}

TEST_CASE("folded spellings meet, and the check tells them apart") {
    const sample::TemporaryFolder folder;
    const Gazetteer gazetteer = sample::open(folder);
    const auto check = [](const char* text) { return static_cast<std::uint32_t>(sample::strict_phrase(text)); };
    const auto found = gazetteer.probe(phrase("القاهره")).names;
    REQUIRE(found.size() == 1);
    CHECK(found[0].strict_check == check("القاهرة"));
    CHECK(found[0].strict_check != check("القاهره"));
    CHECK(ids(gazetteer, gazetteer.probe(phrase("port said")).names) == Ids{"gn:358619"});

    // Two spellings of one place with one loose key.
    const auto benghazi = gazetteer.probe(phrase("بنغازي")).names;
    CHECK(ids(gazetteer, benghazi) == Ids{"gn:88319", "gn:88319", "gn:88318"});
    CHECK(std::count_if(benghazi.begin(), benghazi.end(),
                        [&](const NameEntry& n) { return n.strict_check == check("بنغازى"); }) == 1);
}

TEST_CASE("names that are spelled the same are one entry") {
    const sample::TemporaryFolder folder;
    const Gazetteer gazetteer = sample::open(folder);
    const auto benghazi = gazetteer.probe(phrase("Benghazi")).names;
    REQUIRE(benghazi.size() == 1);
    CHECK(benghazi[0].language == static_cast<std::uint8_t>(Language::other)); // of two languages
    CHECK(benghazi[0].kind == NameKind::official);
    CHECK(benghazi[0].word_count == 1);
    const auto demonym = gazetteer.probe(phrase("ليبي")).names;
    REQUIRE(demonym.size() == 1);
    CHECK(demonym[0].kind == NameKind::demonym);
    CHECK(demonym[0].language == static_cast<std::uint8_t>(Language::ar));
    const auto ambiguous = gazetteer.probe(phrase("مصر")).names;
    REQUIRE(ambiguous.size() == 2);
    CHECK(ambiguous[0].ambiguous == 0);
    CHECK(ambiguous[1].ambiguous == 1);
    CHECK(ambiguous[1].kind == NameKind::colloquial);
}

TEST_CASE("beginnings of longer names say so") {
    const sample::TemporaryFolder folder;
    const Gazetteer gazetteer = sample::open(folder);
    const auto first = gazetteer.probe(phrase("New"));
    CHECK(first.names.empty());
    CHECK(first.extends);
    const auto second = gazetteer.probe(phrase("New York"));
    CHECK(second.names.size() == 2);
    CHECK(second.extends);
    const auto third = gazetteer.probe(phrase("New York City"));
    CHECK(third.names.size() == 1);
    CHECK_FALSE(third.extends);
    CHECK(gazetteer.probe(phrase("Arab Republic of")).extends);
    CHECK(gazetteer.probe(phrase("رأس")).extends);
    CHECK(gazetteer.may_begin(phrase("New")));
    CHECK(gazetteer.may_begin(phrase("طرابلس")));
    CHECK(gazetteer.may_begin(phrase("الشرق")));
    int passed = 0;
    for (int i = 0; i < 1000; ++i) {
        passed += gazetteer.may_begin(phrase("word" + std::to_string(i))) ? 1 : 0;
    }
    CHECK(passed < 100);
}

TEST_CASE("names without their spaces") {
    const sample::TemporaryFolder folder;
    const Gazetteer gazetteer = sample::open(folder);
    CHECK(ids(gazetteer, gazetteer.probe_fused(joined("بورسعيد"))) == Ids{"gn:358619"});
    CHECK(ids(gazetteer, gazetteer.probe_fused(joined("راسلانوف"))) == Ids{"sp:ras-lanuf"});
    CHECK(ids(gazetteer, gazetteer.probe_fused(joined("NewYork"))) == Ids{"gn:5128581", "gn:5128638"});
    // A single word is fused by nature, ...
    CHECK(ids(gazetteer, gazetteer.probe_fused(joined("نيويورك"))) == Ids{"gn:5128581"});
    // ... but the mere beginning of a name is nothing.
    CHECK(gazetteer.probe_fused(joined("New")).empty());
    CHECK(gazetteer.probe_fused(joined("لندن")).empty());
}

TEST_CASE("a fused name meets the single word of the same letters") {
    const sample::TemporaryFolder folder;
    sample::build(folder, sample::places,
                  "place_id\tname\tlang\tkind\n"
                  "gn:88319\tبور سعيد\tar\tofficial\n"
                  "gn:360630\tبورسعيد\tar\tofficial\n");
    const Gazetteer gazetteer = Gazetteer::open(folder / "test.yqg");
    CHECK(ids(gazetteer, gazetteer.probe_fused(joined("بورسعيد"))) == Ids{"gn:360630", "gn:88319"});
    CHECK(ids(gazetteer, gazetteer.probe(phrase("بورسعيد")).names) == Ids{"gn:360630"});
}

TEST_CASE("countries by their code") {
    const sample::TemporaryFolder folder;
    const Gazetteer gazetteer = sample::open(folder);
    REQUIRE(gazetteer.country("LY").has_value());
    CHECK(gazetteer.country("LY")->id == "gn:2215636");
    CHECK(gazetteer.country("EG")->name_ar == "مصر");
    CHECK_FALSE(gazetteer.country("LB").has_value()); // has a town here, but no entry of its own
    CHECK_FALSE(gazetteer.country("").has_value());
    CHECK_FALSE(gazetteer.country("ly").has_value());
}

TEST_CASE("info counts") {
    const sample::TemporaryFolder folder;
    const Gazetteer gazetteer = sample::open(folder);
    const gazetteer::Info info = gazetteer.info();
    CHECK(info.places == 13);
    CHECK(info.names == 34);
    CHECK(info.file_bytes == std::filesystem::file_size(folder / "test.yqg"));
    CHECK(info.created_from.starts_with("places.tsv "));
    CHECK(info.created_from.find(", names.tsv ") != std::string::npos);
    REQUIRE_FALSE(info.by_class.empty());
    CHECK(info.by_class[0] == std::pair<std::string, std::uint64_t>{"city", 8});
    CHECK(info.by_country[0] == std::pair<std::string, std::uint64_t>{"LY", 5});
    CHECK(info.by_language[0] == std::pair<std::string, std::uint64_t>{"ar", 15});
    gazetteer.verify();
}

TEST_CASE("a gazetteer outlives the replacement of its file") {
    const sample::TemporaryFolder folder;
    Gazetteer gazetteer = sample::open(folder);
    sample::build(folder, sample::places, "place_id\tname\ngn:88319\tOther\n");
    CHECK(gazetteer.by_id("gn:360630").has_value());
    gazetteer = Gazetteer::open(folder / "test.yqg");
    CHECK(gazetteer.size() == 1);
}

TEST_CASE("places are met by the sound of their names in either script") {
    const sample::TemporaryFolder folder;
    const Gazetteer gazetteer = sample::open(folder);
    const auto first = [&](std::string_view key, double most) {
        const auto hits = gazetteer.sounding_like(key, most);
        return hits.empty() ? std::string() : std::string(gazetteer.place(hits.front().place).id);
    };
    CHECK(first("بانغازي", 0.2) == "gn:88319");
    CHECK(first("banghazi", 0.2) == "gn:88319");
    CHECK(first("نيو يورك", 0.2) == "gn:5128581");
    CHECK(first("بنغازو", 0.0).empty()); // another vowel
    CHECK(first("بنغازو", 0.2) == "gn:88319");
    CHECK(first("ليبي", 1.0).empty()); // two sounds are too few
    CHECK(gazetteer.sounding_like("بنغازي", 0.0).front().sounds == 4);
}

TEST_CASE("vowels tell names of one skeleton apart") {
    const auto distance = [](std::string_view a, std::string_view b) {
        const auto first = gazetteer::sound_key(a);
        const auto second = gazetteer::sound_key(b);
        REQUIRE((first && second));
        CHECK(first->skeleton == second->skeleton);
        return gazetteer::vowel_distance(first->vowels, second->vowels, first->sounds);
    };
    CHECK(distance("نلسون", "nelson") < distance("نلسون", "nilsani"));
    CHECK(distance("مونتريال", "montreal") < 0.1);
    CHECK(distance("ماتشيراتا", "ماتشيراتا") == 0.0);
    CHECK(distance("درنه", "درنه") == distance("darna", "darna"));
    CHECK(gazetteer::vowel_distance(0x12345678U, 0x87654321U, 3) ==
          gazetteer::vowel_distance(0x87654321U, 0x12345678U, 3));
    CHECK_FALSE(gazetteer::sound_key("москва").has_value());
    CHECK_FALSE(gazetteer::sound_key("").has_value());
}
