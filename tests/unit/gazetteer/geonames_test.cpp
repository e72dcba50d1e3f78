// SPDX-License-Identifier: Apache-2.0
#include "gazetteer/geonames_source.hpp"

#include <map>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "core/error.hpp"
#include "gazetteer/geonames_features.hpp"
#include "gazetteer/name_text.hpp"
#include "unit/gazetteer/sample.hpp"

using namespace yaqut;
using namespace yaqut::gazetteer;

namespace {

/// Gives a few bytes at a time, as a slow connection does.
class Bytes : public ByteStream {
  public:
    explicit Bytes(std::string bytes) : m_bytes(std::move(bytes)) {}
    std::size_t read(char* to, std::size_t size) override {
        const std::size_t count = std::min({size, std::size_t{3}, m_bytes.size() - m_at});
        m_bytes.copy(to, count, m_at);
        m_at += count;
        return count;
    }

  private:
    std::string m_bytes;
    std::size_t m_at = 0;
};

/// A line of allCountries.txt.
std::string line(std::string_view id, std::string_view name, std::string_view feature, std::string_view country,
                 std::string_view people, std::string_view others = "", std::string_view lat = "32.5",
                 std::string_view lon = "20.5") {
    std::string text;
    for (const std::string_view cell :
         {id, name, name, others, lat, lon, feature.substr(0, 1), feature.substr(2), country, std::string_view(),
          std::string_view("69"), std::string_view(), std::string_view(), std::string_view(), people,
          std::string_view(), std::string_view("5"), std::string_view("Africa/Tripoli")}) {
        text += std::string(cell) + '\t';
    }
    return text + "2020-01-01\n";
}

struct Read {
    std::vector<ImportedPlace> places;
    std::vector<std::string> complaints;
    std::string description;
};

Read read(const std::string& places, const std::string& alternates, std::vector<std::string> countries = {}) {
    Read result;
    GeoNamesInput input;
    input.places = std::make_unique<Bytes>(places);
    input.places_name = "XX.txt";
    if (!alternates.empty()) {
        input.alternate_names = std::make_unique<Bytes>(alternates);
        input.alternate_names_name = "names.txt";
    }
    input.countries = std::move(countries);
    const auto source =
        make_geonames_source(std::move(input), [&](const std::string& text) { result.complaints.push_back(text); });
    ImportedPlace place;
    while (source->next(place)) {
        result.places.push_back(place);
    }
    result.description = source->description();
    return result;
}

std::vector<std::string> names_of(const ImportedPlace& place) {
    std::vector<std::string> names;
    for (const ImportedName& name : place.names) {
        names.push_back(name.text + " " + std::string(to_string(name.language)) + " " +
                        std::to_string(static_cast<int>(name.kind)));
    }
    return names;
}

} // namespace

TEST_CASE("rows become places, by their ids") {
    const Read got = read(line("900", "Sūlūq", "P.PPL", "LY", "15000") + line("20", "Jabal", "T.MT", "LY", "") +
                              line("30", "Old Land", "A.PCLH", "LY", ""),
                          "");
    CHECK(got.complaints.empty());
    REQUIRE(got.places.size() == 2); // a country that is no more is left out
    CHECK(got.places[0].id == "gn:20");
    CHECK(got.places[0].feature == FeatureClass::mountain);
    const ImportedPlace& town = got.places[1];
    CHECK(town.id == "gn:900");
    CHECK(town.feature == FeatureClass::city);
    CHECK(town.feature_code == "PPL");
    CHECK(town.location == Location{20.5, 32.5});
    CHECK(town.country == "LY");
    CHECK(town.admin1_code == "69");
    CHECK(town.population == 15000);
    CHECK(town.source == "geonames");
    CHECK(town.licence == "CC BY 4.0");
    CHECK(names_of(town) == std::vector<std::string>{"Sūlūq und 0"});
    CHECK(got.description.starts_with("XX.txt "));
}

TEST_CASE("names come with their languages and kinds, the preferred ones first") {
    const Read got = read(line("1", "Banghāzī", "P.PPLA", "LY", "650000") + line("2", "Ţulmaythah", "P.PPL", "LY", ""),
                          "11\t1\tar\tبني غازي\t\t\t\t\n"
                          "12\t1\tar\tبنغازي\t1\t\t\t\n"
                          "13\t1\ten\tBenghazi\t1\t\t\t\n"
                          "14\t1\ten\tBerenice\t\t\t\t1\t\t\n"
                          "15\t1\tfr\tBenghazi\t\t\t\t\n"
                          "16\t1\tlink\thttps://example.org\t\t\t\t\n"
                          "17\t1\tpost\t1234\t\t\t\t\n"
                          "18\t1\tde\tBengasi\t\t\t\t\n"
                          "19\t1\t\tБенгази\t\t\t\t\n"
                          "20\t1\t\tBengazi\t\t\t\t\n"
                          "21\t1\t\tبنغازى\t\t\t\t\n"
                          "22\t1\t\tبنغازیگ\t\t\t\t\n" // letters that Arabic has not
                          "23\t1\tar\tشعبية بنغازي\t\t\t\t\n"
                          "24\t1\ten\tBNG\t\t1\t\t\n"
                          "25\t7\ten\tNowhere\t\t\t\t\n"
                          "26\t2\tar\tطلميثة\t\t\t\t\n");
    CHECK(got.complaints.empty());
    REQUIRE(got.places.size() == 2);
    CHECK(names_of(got.places[0]) == std::vector<std::string>{"Benghazi en 0", "Banghāzī und 0", "بنغازي ar 0",
                                                              "بني غازي ar 2", "Bengazi und 2", "بنغازى ar 2",
                                                              "BNG en 1", "Berenice en 3"});
    CHECK(names_of(got.places[1]) == std::vector<std::string>{"Ţulmaythah und 0", "طلميثة ar 2"});
}

TEST_CASE("without a file of names, those in the row serve") {
    const Read got = read(line("1", "Darnah", "P.PPLA", "LY", "", "Derna,درنة,Дерна,درنهٔ,Darnis"), "");
    REQUIRE(got.places.size() == 1);
    CHECK(names_of(got.places[0]) ==
          std::vector<std::string>{"Darnah und 0", "Derna und 2", "درنة ar 2", "Darnis und 2"});
}

TEST_CASE("names in other scripts are not kept") {
    const Read got =
        read(line("1", "Бенгази", "P.PPL", "LY", "", "Bengazi") + line("2", "北京", "P.PPL", "CN", ""), "");
    REQUIRE(got.places.size() == 1);
    CHECK(names_of(got.places[0]) == std::vector<std::string>{"Bengazi und 2"});
    REQUIRE(got.complaints.size() == 1);
    CHECK(got.complaints[0] == "XX.txt:2: name: expected one in Latin or Arabic letters, found none");
}

TEST_CASE("only the countries that are wanted") {
    const Read got = read(line("1", "A", "P.PPL", "LY", "") + line("2", "B", "P.PPL", "EG", ""),
                          "1\t1\ten\tAa\t\t\t\t\n2\t2\ten\tBb\t\t\t\t\n", {"EG", "TN"});
    REQUIRE(got.places.size() == 1);
    CHECK(got.places[0].id == "gn:2");
    CHECK(got.places[0].names.size() == 2);
}

TEST_CASE("bad rows are reported with file and line") {
    const Read got =
        read("1\tshort row\n" + line("x", "A", "P.PPL", "LY", "") + line("2", "B", "P.PPL", "LY", "many") +
                 line("3", "C", "P.PPL", "LY", "", "", "91") + line("4", "D", "P.PPL", "LY", "", "", "1", "-") +
                 line("5", "\xFF", "P.PPL", "LY", "") + line("6", "", "P.PPL", "LY", "") +
                 line("7", "Good", "P.PPL", "LY", "") + line("7", "Again", "P.PPL", "LY", ""),
             "1\t7\n2\tseven\ten\tA\t\t\t\t\n3\t7\ten\t\t\t\t\t\n4\t7\ten\tFine\t\t\t\t\n");
    const std::vector<std::string> expected{"XX.txt:1: expected 19 columns, found 2",
                                            "XX.txt:2: geonameid: expected a number above 0, found \"x\"",
                                            "XX.txt:3: population: expected a number, found \"many\"",
                                            "XX.txt:4: expected a latitude of -90 to 90",
                                            "XX.txt:5: longitude: expected a number, found \"-\"",
                                            "XX.txt:6: name: expected UTF-8",
                                            "XX.txt:7: name: expected 1 to 1000 bytes, found 0",
                                            "names.txt:1: expected 8 columns, found 2",
                                            "names.txt:2: geonameid: ",
                                            "names.txt:3: name: expected 1 to 1000 bytes",
                                            "XX.txt:9: geonameid: there is a place 7 above"};
    REQUIRE(got.complaints.size() == expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        CAPTURE(got.complaints[i]);
        CHECK(got.complaints[i].starts_with(expected[i]));
    }
    REQUIRE(got.places.size() == 1);
    CHECK(got.places[0].names.size() == 2);
}

TEST_CASE("feature codes have classes") {
    const GeoNamesFeatures features;
    const std::map<std::string, FeatureClass> expected{
        {"P.PPLC", FeatureClass::city},     {"P.PPLX", FeatureClass::district}, {"A.ADM1", FeatureClass::adm1},
        {"S.AIRP", FeatureClass::airport},  {"L.PRT", FeatureClass::facility},  {"H.HBR", FeatureClass::facility},
        {"L.OILF", FeatureClass::facility}, {"S.CMPRF", FeatureClass::camp},    {"S.DAM", FeatureClass::water},
        {"T.ISL", FeatureClass::island},    {"T.MT", FeatureClass::mountain},   {"H.WAD", FeatureClass::water},
        {"H.SEA", FeatureClass::sea},       {"H.STRT", FeatureClass::sea},      {"R.RD", FeatureClass::road},
        {"A.PCLI", FeatureClass::country},  {"P.NEW", FeatureClass::city},      {"?.NEW", FeatureClass::other}};
    for (const auto& row : expected) {
        const std::string& code = row.first;
        CAPTURE(code);
        CHECK(features.find(code.substr(0, 1), code.substr(2)) == row.second);
    }
    CHECK_FALSE(features.find("A", "PCLH").has_value());
    CHECK(features.find("", "") == FeatureClass::other);
}

TEST_CASE("scripts of names") {
    CHECK(script_of_name("Saint-Étienne 2") == NameScript::latin);
    CHECK(script_of_name("بنغازي") == NameScript::arabic);
    CHECK(script_of_name("بنغازِي") == NameScript::arabic);
    CHECK(script_of_name("تهران‌پارس") == NameScript::other_arabic);
    CHECK(script_of_name("ئۈرۈمچى") == NameScript::other_arabic);
    CHECK(script_of_name("Москва") == NameScript::other);
    CHECK(script_of_name("北京") == NameScript::other);
    CHECK(script_of_name("Tripoli طرابلس") == NameScript::other);
    CHECK(script_of_name("123") == NameScript::other);
}
