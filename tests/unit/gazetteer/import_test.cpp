// SPDX-License-Identifier: Apache-2.0
// Sources merged with a compiled gazetteer and with each other.
#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "core/error.hpp"
#include "gazetteer/format.hpp"
#include "unit/gazetteer/sample.hpp"

using namespace yaqut;
using namespace yaqut::gazetteer;

namespace {

class ListSource : public PlaceSource {
  public:
    explicit ListSource(std::vector<ImportedPlace> places) : m_places(std::move(places)) {}
    bool next(ImportedPlace& place) override {
        if (m_next == m_places.size()) {
            return false;
        }
        place = m_places[m_next++];
        return true;
    }
    [[nodiscard]] std::string description() const override { return "list"; }

  private:
    std::vector<ImportedPlace> m_places;
    std::size_t m_next = 0;
};

ImportedPlace make_place(std::string id, Location location, FeatureClass feature, std::string country,
                         std::vector<ImportedName> names) {
    ImportedPlace place;
    place.id = std::move(id);
    place.location = location;
    place.feature = feature;
    place.country = std::move(country);
    place.source = "test";
    place.licence = "ODbL 1.0";
    place.names = std::move(names);
    return place;
}

ImportedName english(std::string text) { return {std::move(text), Language::en, NameKind::official, {}}; }
ImportedName arabic(std::string text) { return {std::move(text), Language::ar, NameKind::official, {}}; }

struct Import {
    sample::TemporaryFolder folder;
    BuildReport report;
    std::vector<std::string> complaints;

    Gazetteer run(std::vector<std::vector<ImportedPlace>> sources, bool with_base, const BuildOptions& options = {}) {
        BuildPlan plan;
        for (auto& places : sources) {
            plan.sources.push_back(std::make_unique<ListSource>(std::move(places)));
        }
        if (with_base) {
            sample::build(folder, sample::places, sample::names, "base.yqg");
            plan.base = folder / "base.yqg";
        }
        sample::write(folder / "ambiguous.tsv", "name\twhy\nSalam\tcommon word\nسلام\tcommon word\n");
        sample::write(folder / "never.txt", "# short, but well known\nUbari|غات\n");
        plan.ambiguity = {folder / "ambiguous.tsv", folder / "never.txt"};
        report = build(std::move(plan), folder / "out.yqg", options,
                       [this](const std::string& text) { complaints.push_back(text); });
        return Gazetteer::open(folder / "out.yqg");
    }
};

std::vector<std::string> names_of(const Gazetteer& gazetteer, const char* id) {
    std::vector<std::string> names;
    for (const auto& name : gazetteer.names(gazetteer.by_id(id)->index)) {
        names.emplace_back(name.name);
    }
    return names;
}

} // namespace

TEST_CASE("a base alone is copied as it is") {
    Import import;
    const Gazetteer copy = import.run({}, true);
    const Gazetteer base = Gazetteer::open(import.folder / "base.yqg");
    REQUIRE(copy.size() == base.size());
    for (PlaceIndex i = 0; i < base.size(); ++i) {
        CHECK(copy.place(i) == base.place(i));
        const auto left = copy.names(i);
        const auto right = base.names(i);
        REQUIRE(left.size() == right.size());
        for (std::size_t k = 0; k < left.size(); ++k) {
            CHECK(left[k].name == right[k].name);
            CHECK(left[k].kind == right[k].kind);
            CHECK(left[k].ambiguous == right[k].ambiguous);
        }
    }
    copy.verify();
}

TEST_CASE("places of the same id or the same name nearby are merged, and keep what they have") {
    Import import;
    const Gazetteer merged = import.run(
        {{make_place("gn:88319", {20.1, 32.1}, FeatureClass::city, "LY", {english("Bengasi"), arabic("بني غازي")}),
          make_place("osm:n1", {13.25, 32.9}, FeatureClass::city, "LY", {arabic("طرابلس"), english("Oea")}),
          make_place("osm:n2", {13.6, 32.9}, FeatureClass::city, "LY", {english("Tripoli")}),       // too far
          make_place("osm:n3", {13.19, 32.89}, FeatureClass::mountain, "LY", {english("Tripoli")}), // another thing
          make_place("osm:n4", {13.19, 32.89}, FeatureClass::city, "TN", {english("Tripoli")}),     // another country
          make_place("gn:999", {35.9, 34.46}, FeatureClass::city, "LB", {english("Tripoli")}),      // another one
          make_place("osm:n5", {18.57, 30.5}, FeatureClass::city, "LY", {english("Ra's Lanuf")})}},
        true);
    CHECK(import.complaints.empty());
    CHECK(import.report.merged == 3);
    CHECK(merged.size() == 13 + 4);
    CHECK(merged.by_id("gn:88319")->location == Location{20.06859, 32.11486});
    CHECK(merged.by_id("gn:88319")->name == "Benghazi");
    CHECK(merged.by_id("gn:88319")->name_ar == "بنغازي");
    const auto benghazi = names_of(merged, "gn:88319");
    CHECK(std::count(benghazi.begin(), benghazi.end(), "Bengasi") == 1);
    CHECK(std::count(benghazi.begin(), benghazi.end(), "بني غازي") == 1);
    const auto tripoli = names_of(merged, "gn:2210247");
    CHECK(std::count(tripoli.begin(), tripoli.end(), "Oea") == 1);
    CHECK(std::count(tripoli.begin(), tripoli.end(), "طرابلس") == 1);
    CHECK(tripoli[0] == "Tripoli");
    CHECK(sample::ids(merged, merged.probe(sample::phrase("oea")).names) == std::vector<std::string>{"gn:2210247"});
    CHECK(names_of(merged, "sp:ras-lanuf").size() == 3);
    CHECK(merged.by_id("osm:n4")->country == "TN");
}

TEST_CASE("later sources are merged with earlier ones") {
    Import import;
    const auto town = [](const char* id, double lon, const char* name) {
        return make_place(id, {lon, 30.0}, FeatureClass::city, "LY", {english("Zella"), english(name)});
    };
    const Gazetteer merged =
        import.run({{town("a:1", 17.5, "One")}, {town("b:1", 17.52, "Two")}, {town("c:1", 17.49, "Three")}}, false);
    REQUIRE(merged.size() == 1);
    CHECK(import.report.merged == 2);
    CHECK(names_of(merged, "a:1") == std::vector<std::string>{"Zella", "One", "Two", "Three"});
    CHECK(merged.info().created_from == "list, list, list");
    // Two lists, the three tables of the import itself.
    const std::filesystem::directory_iterator files(import.folder.path());
    CHECK(std::distance(begin(files), end(files)) == 3);
}

TEST_CASE("imported names are ambiguous by the list and by being short") {
    Import import;
    const Gazetteer gazetteer = import.run(
        {{make_place("t:1", {20, 30}, FeatureClass::city, "LY", {english("Salam"), arabic("السلام"), arabic("سلام")}),
          make_place("t:2", {21, 30}, FeatureClass::city, "LY",
                     {english("Oua"), arabic("الحد"), arabic("غات"), english("Ghat")}),
          make_place("t:3", {22, 30}, FeatureClass::country, "ZZ", {english("Salam")})}},
        false);
    const auto ambiguous = [&](const char* id) {
        std::vector<std::string> names;
        for (const auto& name : gazetteer.names(gazetteer.by_id(id)->index)) {
            if (name.ambiguous) {
                names.emplace_back(name.name);
            }
        }
        return names;
    };
    CHECK(ambiguous("t:1") == std::vector<std::string>{"Salam", "سلام"});
    CHECK(ambiguous("t:2") == std::vector<std::string>{"Oua", "الحد"});
    CHECK(ambiguous("t:3").empty());
    CHECK(gazetteer.ambiguity_reason(sample::phrase("SALAM")) == "common word");
    CHECK(gazetteer.ambiguity_reason(sample::phrase("غات")).empty());
    CHECK(gazetteer.ambiguity_reason(sample::phrase("nothing")).empty());
    const auto names = gazetteer.probe(sample::phrase("سلام")).names;
    REQUIRE(names.size() == 1);
    CHECK(names[0].ambiguous == 1);
}

TEST_CASE("what a source does not say comes from the class, the population and the base") {
    Import import;
    auto town = make_place("t:1", {20, 31}, FeatureClass::city, "LY", {english("Suluq")});
    town.admin1_code = "69";
    town.population = 50'000;
    auto given = make_place("t:2", {20, 30}, FeatureClass::region, "", {english("Somewhere")});
    given.importance = 0.77F;
    given.radius_km = 3.5F;
    const Gazetteer gazetteer = import.run({{town, given}}, true);
    CHECK(gazetteer.by_id("t:1")->admin1 == "Benghazi District");
    CHECK(gazetteer.by_id("t:1")->importance == doctest::Approx(0.587).epsilon(0.01));
    CHECK(gazetteer.by_id("t:1")->radius_km == 2.0F);
    CHECK(gazetteer.by_id("t:2")->importance == 0.77F);
    CHECK(gazetteer.by_id("t:2")->radius_km == 3.5F);
    CHECK(gazetteer.origin(gazetteer.by_id("t:1")->index).source == "test");
    CHECK(gazetteer.origin(gazetteer.by_id("t:1")->index).licence == "ODbL 1.0");
    CHECK(gazetteer.origin(gazetteer.by_id("gn:88319")->index).source == "gn");
    using Counts = std::vector<std::pair<std::string, std::uint64_t>>;
    CHECK(gazetteer.info().by_source == Counts{{"gn", 11}, {"own", 2}, {"test", 2}});
    CHECK(gazetteer.info().by_licence == Counts{{"", 13}, {"ODbL 1.0", 2}});
}

TEST_CASE("bad places are reported and left out") {
    Import import;
    const auto place = [](const char* id) {
        return make_place(id, {20, 30}, FeatureClass::city, "LY", {english("Some Town")});
    };
    std::vector<ImportedPlace> places(8, place("t:1"));
    places[0].id = "";
    places[1].id = std::string("a\0b", 3);
    places[2].location = {200, 30};
    places[3].country = "Libya";
    places[4].importance = -1.0F;
    places[5].radius_km = -1.0F;
    places[6].names = {english("\xC0"), english("..."), english(std::string(2000, 'x'))};
    places.push_back(place("t:1"));
    const Gazetteer gazetteer = import.run({places}, false);
    CHECK(gazetteer.size() == 1);
    CHECK(import.report.skipped == 11);
    REQUIRE(import.complaints.size() == 11);
    CHECK(import.complaints[3] == "test t:1: country: expected a two-letter code in capitals, found \"Libya\"");
    CHECK(import.complaints[10] == "test t:1: id: there is a place of this id before");
}

TEST_CASE("only places of the countries that are wanted are taken from sources") {
    Import import;
    BuildOptions options;
    options.countries = {"TN"};
    const Gazetteer gazetteer =
        import.run({{make_place("t:1", {10, 36}, FeatureClass::city, "TN", {english("Carthage")}),
                     make_place("t:2", {20, 30}, FeatureClass::city, "LY", {english("Zella")})}},
                   true, options);
    CHECK(gazetteer.size() == 14);
    CHECK(gazetteer.by_id("t:1").has_value());
}

TEST_CASE("a damaged base is refused") {
    const sample::TemporaryFolder folder;
    sample::build(folder, sample::places, sample::names, "base.yqg");
    std::string bytes = sample::read(folder / "base.yqg");
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    sample::write(folder / "bad.yqg", bytes);
    BuildPlan plan;
    plan.base = folder / "bad.yqg";
    CHECK_THROWS_AS(build(std::move(plan), folder / "out.yqg", {}, {}), GazetteerError);
    CHECK_FALSE(std::filesystem::exists(folder / "out.yqg"));
}

namespace {

/// More places than few_places: the first ones well known, the others hamlets with numbers.
class ManyPlaces : public PlaceSource {
  public:
    explicit ManyPlaces(std::vector<ImportedPlace> known) : m_known(std::move(known)) {}
    bool next(ImportedPlace& place) override {
        const std::size_t number = m_next++;
        if (number < m_known.size()) {
            place = m_known[number];
        } else {
            place = make_place("h:" + std::to_string(number), {20, 30}, FeatureClass::other, "LY",
                               {english("Hamlet " + std::to_string(number))});
        }
        return number <= format::few_places;
    }

  private:
    std::vector<ImportedPlace> m_known;
    std::size_t m_next = 0;
};

} // namespace

TEST_CASE("in large gazetteers the well-known places are found by two wrong letters, all by one") {
    const sample::TemporaryFolder folder;
    auto tobruk = make_place("k:1", {24, 32}, FeatureClass::city, "LY", {english("Tobruk"), arabic("طبرق")});
    tobruk.population = 120'000;
    BuildPlan plan;
    plan.sources.push_back(std::make_unique<ManyPlaces>(std::vector{tobruk}));
    BuildOptions options;
    options.memory_limit = std::uint64_t{8} << 20U;
    build(std::move(plan), folder / "large.yqg", options, {});
    const Gazetteer gazetteer = Gazetteer::open(folder / "large.yqg");
    const auto first = [&](const char* name) {
        const auto rows = gazetteer.find(name, {});
        return rows.empty() ? std::string() : rows[0].name;
    };
    CHECK(gazetteer.size() == format::few_places + 1);
    CHECK(first("tobrouck") == "Tobruk");
    CHECK(first("tobr") == "Tobruk");
    CHECK(first("طبرك") == "طبرق");
    CHECK(first("hamlet 399999") == "Hamlet 399999");
    CHECK(first("hamlte 399999") == "Hamlet 399999");
    CHECK(first("hamlet 39999") == "Hamlet 39999");
    CHECK(first("hemlat 399999").empty());
}
