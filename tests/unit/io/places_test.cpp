// SPDX-License-Identifier: Apache-2.0
// Places from tables and from OpenStreetMap.
#include <doctest/doctest.h>

#include <algorithm>

#include "core/error.hpp"
#include "files.hpp"
#include "io/name_script.hpp"
#include "io/osm_places.hpp"
#include "io/place_classes.hpp"
#include "io/place_values.hpp"
#include "io/table_places.hpp"

using namespace yaqut;
using io::ColumnMap;

namespace {

struct Rows {
    std::vector<ImportedPlace> places;
    std::vector<std::string> skipped;
    std::vector<std::string> noted;

    [[nodiscard]] const ImportedPlace* by_name(std::string_view name) const {
        for (const ImportedPlace& place : places) {
            for (const ImportedName& known : place.names) {
                if (known.text == name) {
                    return &place;
                }
            }
        }
        return nullptr;
    }
};

io::RowReport report_to(Rows& rows) {
    return {[&rows](const std::string& text) { rows.skipped.push_back(text); },
            [&rows](const std::string& text) { rows.noted.push_back(text); },
            {}};
}

void read_rows(PlaceSource& source, Rows& rows) {
    ImportedPlace place;
    while (source.next(place)) {
        rows.places.push_back(place);
    }
}

Rows read_table(const std::string& file, const char* map, const std::string& encoding = {}) {
    Rows rows;
    read_rows(*io::make_table_places({file, "", ColumnMap(map), encoding, "test"}, report_to(rows)), rows);
    return rows;
}

std::string error_of(const std::function<void()>& action) {
    try {
        action();
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

bool has_name(const ImportedPlace& place, std::string_view text, Language language, NameKind kind) {
    return std::any_of(place.names.begin(), place.names.end(), [&](const ImportedName& name) {
        return name.text == text && name.language == language && name.kind == kind;
    });
}

constexpr const char* osm_extract = R"(<?xml version='1.0' encoding='UTF-8'?>
<osm version="0.6">
<node id="1" lat="32.9" lon="21.97" version="1"><tag k="place" v="town"/><tag k="name" v="سوسة"/><tag k="name:en" v="Susa"/>
 <tag k="name:fr" v="Soussa"/><tag k="alt_name" v="Apollonia;مرسى سوسة"/><tag k="old_name" v="Marsa Susa"/>
 <tag k="population" v="7,000"/><tag k="int_name" v="Sousah"/></node>
<node id="2" lat="31.58" lon="25.05" version="1"><tag k="barrier" v="border_control"/><tag k="name:ar" v="منفذ الساحل"/></node>
<node id="3" lat="31.0" lon="20.0" version="1"><tag k="amenity" v="bench"/><tag k="name" v="مقعد"/></node>
<node id="4" lat="31.1" lon="20.0" version="1"><tag k="place" v="village"/></node>
<node id="5" lat="32.1" lon="20.0" version="1"><tag k="place" v="suburb"/><tag k="name" v="Garyounis قاريونس"/></node>
<node id="10" lat="32.0" lon="20.0" version="1"/>
<node id="11" lat="32.0" lon="20.1" version="1"/>
<node id="12" lat="32.1" lon="20.1" version="1"/>
<node id="13" lat="32.1" lon="20.0" version="1"/>
<node id="14" lat="32.01" lon="20.2" version="1"/>
<way id="20" version="1"><nd ref="10"/><nd ref="11"/><nd ref="12"/><nd ref="13"/><nd ref="10"/>
 <tag k="aeroway" v="aerodrome"/><tag k="name:ar" v="مطار التجربة"/><tag k="name:en" v="Test Airport"/></way>
<way id="21" version="1"><nd ref="10"/><nd ref="11"/><tag k="highway" v="primary"/><tag k="name" v="شارع البحر"/></way>
<way id="22" version="1"><nd ref="11"/><nd ref="14"/><tag k="highway" v="residential"/><tag k="name" v="شارع صغير"/></way>
<way id="23" version="1"><nd ref="10"/><nd ref="14"/><tag k="waterway" v="dam"/><tag k="name:en" v="Test Dam"/></way>
<way id="24" version="1"><nd ref="10"/><nd ref="11"/><nd ref="12"/><nd ref="13"/><nd ref="10"/></way>
<relation id="30" version="1"><member type="way" ref="24" role="outer"/><tag k="type" v="multipolygon"/>
 <tag k="boundary" v="administrative"/><tag k="admin_level" v="4"/><tag k="name:ar" v="محافظة التجربة"/></relation>
</osm>
)";

} // namespace

TEST_CASE("OpenStreetMap: names of all languages, points, ways and areas") {
    const test::Folder folder;
    Rows rows;
    const auto source = io::make_osm_places({folder.write("extract.osm", osm_extract)}, report_to(rows));
    read_rows(*source, rows);
    CHECK(rows.skipped.empty());

    const ImportedPlace* town = rows.by_name("Susa");
    REQUIRE(town != nullptr);
    CHECK(town->id == "osm:n1");
    CHECK(town->feature == FeatureClass::city);
    CHECK(town->population == 7000);
    CHECK(town->location.lat == doctest::Approx(32.9));
    CHECK(has_name(*town, "سوسة", Language::ar, NameKind::official));
    CHECK(has_name(*town, "Soussa", Language::fr, NameKind::official));
    CHECK(has_name(*town, "Apollonia", Language::other, NameKind::alternate));
    CHECK(has_name(*town, "مرسى سوسة", Language::ar, NameKind::alternate));
    CHECK(has_name(*town, "Marsa Susa", Language::other, NameKind::historic));

    const ImportedPlace* crossing = rows.by_name("منفذ الساحل");
    REQUIRE(crossing != nullptr);
    CHECK(crossing->feature == FeatureClass::facility);

    const ImportedPlace* suburb = rows.by_name("قاريونس");
    REQUIRE(suburb != nullptr);
    CHECK(suburb->feature == FeatureClass::district);
    CHECK(has_name(*suburb, "Garyounis", Language::other, NameKind::official));

    const ImportedPlace* airport = rows.by_name("Test Airport");
    REQUIRE(airport != nullptr);
    CHECK(airport->id == "osm:w20");
    CHECK(airport->feature == FeatureClass::airport);
    CHECK(airport->radius_km == doctest::Approx(5.76).epsilon(0.02)); // 11.1 km by 9.4 km

    const ImportedPlace* dam = rows.by_name("Test Dam");
    REQUIRE(dam != nullptr);
    CHECK(dam->feature == FeatureClass::water);
    CHECK(rows.by_name("شارع البحر") != nullptr);

    const ImportedPlace* unit = rows.by_name("محافظة التجربة");
    REQUIRE(unit != nullptr);
    CHECK(unit->id == "osm:r30");
    CHECK(unit->feature == FeatureClass::adm1);

    CHECK(rows.by_name("مقعد") == nullptr);
    CHECK(rows.by_name("شارع صغير") == nullptr);
    CHECK(rows.places.size() == 7);
}

TEST_CASE("OpenStreetMap: a damaged or foreign file is an error") {
    const test::Folder folder;
    Rows rows;
    const std::string cut(std::string(osm_extract).substr(0, 700));
    const std::string file = folder.write("cut.osm", cut);
    CHECK(error_of([&] {
              const auto source = io::make_osm_places({file}, report_to(rows));
              read_rows(*source, rows);
          }).find("cut.osm: cut off") != std::string::npos);
    const std::string foreign = folder.write("foreign.osm", "no map");
    CHECK(error_of([&] {
              static_cast<void>(io::make_osm_places({foreign}, report_to(rows)));
          }).find("cannot be read") != std::string::npos);
}

TEST_CASE("a table: bad rows are reported with their line and left out") {
    const test::Folder folder;
    const std::string file = folder.write("towns.csv", "nom,ar,type,pays,hab,y,x\n"
                                                       "Susa,سوسة,town,LY,\"7,000\",32.9,21.97\n"
                                                       "Nowhere,,town,LY,,95,21\n"
                                                       ",,town,LY,,32,21\n"
                                                       "Mine,,ufo,LY,,32,21\n"
                                                       "Tolmeita,طلميثة,PPL,Libya,many,\"32,71\",20.95\n"
                                                       "Null Island,,town,LY,,0,0\n");
    const Rows rows = read_table(file, "name=nom,name_ar=ar,class=type,country=pays,population=hab,lat=y,lon=x");
    REQUIRE(rows.places.size() == 2);
    CHECK(rows.places[0].population == 7000);
    CHECK(rows.places[0].country == "LY");
    CHECK(rows.places[1].feature_code == "PPL");
    CHECK(rows.places[1].location.lat == doctest::Approx(32.71));
    CHECK(rows.places[1].country.empty());
    CHECK(rows.skipped ==
          std::vector<std::string>{"towns.csv:3: lat: expected degrees from -90 to 90, found \"95\"",
                                   "towns.csv:4: expected a name, found none",
                                   "towns.csv:5: class: expected a class of places, a GeoNames or OpenStreetMap code, "
                                   "found \"ufo\"",
                                   "towns.csv:7: lat, lon: expected a place, found 0, 0"});
    CHECK(rows.noted == std::vector<std::string>{"towns.csv:6: country: expected a two-letter code, found \"Libya\"",
                                                 "towns.csv:6: population: expected a whole number, found \"many\""});
}

TEST_CASE("a table: missing columns are named, and those there are") {
    const test::Folder folder;
    const std::string file = folder.write("towns.csv", "nom,y,x\nSusa,32.9,21.97\n");
    CHECK(error_of([&] { read_table(file, "name=name,class=:city,lat=lat,lon=x"); }) ==
          file + ": no column name, lat; the columns are nom, y, x");
    CHECK(error_of([&] { read_table(file, "name=nom,class=:city"); }) ==
          file + ": has no locations of its own; name columns with lat= and lon=");
}

TEST_CASE("a table: ids are stable, and texts in an old encoding are read") {
    const test::Folder folder;
    const std::string row = "\xE4\xC7\xE1\xE6\xCA,\xE3\xCF\xED\xE4\xC9 \xE4\xC7\xE1\xE6\xCA \xE6\xC7\xE1\xCC\xC8\xE1 "
                            "\xC7\xE1\xDB\xD1\xC8\xED,31.87,10.98\n"; // windows-1256
    const std::string file = folder.write("old.csv", "name,alt,lat,lon\n" + row);
    const Rows named = read_table(file, "name=name,class=:city,lat=lat,lon=lon", "windows-1256");
    const Rows found = read_table(file, "name=name,class=:city,lat=lat,lon=lon");
    REQUIRE(named.places.size() == 1);
    REQUIRE(found.places.size() == 1);
    CHECK(named.places[0].id == found.places[0].id);
    CHECK(named.places[0].names[0].text == found.places[0].names[0].text);
    CHECK(named.places[0].names[0].language == Language::ar);
    CHECK(named.places[0].id.starts_with("old:"));
}

TEST_CASE("a map layer: areas in another reference system give a point inside and a radius") {
    const test::Folder folder;
    // A square of 2 km by 2 km in Web Mercator, around 32 degrees north, and a line.
    const std::string file = folder.write("areas.geojson", R"({"type":"FeatureCollection",
"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3857"}},"features":[
{"type":"Feature","properties":{"n":"A","alt":"B; C|D"},"geometry":{"type":"Polygon","coordinates":[[[2226000,3763000],[2228000,3763000],[2228000,3765000],[2226000,3765000],[2226000,3763000]]]}},
{"type":"Feature","properties":{"n":"L"},"geometry":{"type":"LineString","coordinates":[[2226000,3763000],[2246000,3763000]]}},
{"type":"Feature","properties":{"n":"none"},"geometry":null}]})");
    const Rows rows = read_table(file, "name=n,alt_names=alt,class=:region,country=:LY");
    REQUIRE(rows.places.size() == 2);
    CHECK(rows.places[0].location.lon == doctest::Approx(20.005).epsilon(0.001));
    CHECK(rows.places[0].location.lat == doctest::Approx(32.0).epsilon(0.01));
    CHECK(rows.places[0].radius_km == doctest::Approx(0.957).epsilon(0.02)); // 1.7 km by 1.7 km on the ground
    CHECK(rows.places[0].names.size() == 4);
    CHECK(rows.places[1].radius_km == doctest::Approx(8.5).epsilon(0.02));
    CHECK(rows.skipped.size() == 1);
}

TEST_CASE("a file that is not there") {
    const test::Folder folder;
    CHECK(error_of([&] { read_table(folder.path("missing.csv"), "name=n,class=:city"); }) ==
          folder.path("missing.csv") + ": no such file");
}

TEST_CASE("column maps") {
    const ColumnMap map("name=Ort, Name,class=:refugee camp,lat=y,lon=x");
    CHECK(map[io::PlaceField::name]->column == "Ort, Name");
    CHECK(map[io::PlaceField::feature]->constant == "refugee camp");
    CHECK(error_of([] { const ColumnMap bad("name=a,nmae_ar=b,class=:city"); }).find("nmae_ar=b") != std::string::npos);
    CHECK(error_of([] { const ColumnMap bad("name=a,name=b,class=:city"); }) == "\"name\" is given twice");
    CHECK(error_of([] { const ColumnMap bad("name=a"); }).find("class=") != std::string::npos);
    CHECK(error_of([] { const ColumnMap bad("class=:city"); }).find("name=COLUMN") != std::string::npos);
    CHECK(error_of([] { const ColumnMap bad(""); }).find("FIELD=COLUMN") != std::string::npos);
}

TEST_CASE("words for classes") {
    const io::PlaceClasses classes;
    CHECK(classes.find("City")->feature == FeatureClass::city);
    CHECK(classes.find(" PPLX ")->feature == FeatureClass::district);
    CHECK(classes.find("P.PPLX")->feature_code == "PPLX");
    CHECK(classes.find("P")->feature == FeatureClass::city);
    CHECK(classes.find("isolated_dwelling")->feature == FeatureClass::city);
    CHECK(classes.find("محافظة")->feature == FeatureClass::adm1);
    CHECK(classes.find("Aéroport")->feature == FeatureClass::airport);
    CHECK_FALSE(classes.find("ufo"));
    CHECK_FALSE(classes.find(""));
}

TEST_CASE("numbers of people") {
    CHECK(io::parse_population("12000") == 12000U);
    CHECK(io::parse_population("12,000") == 12000U);
    CHECK(io::parse_population("1.234.567") == 1234567U);
    CHECK(io::parse_population("12000.0") == 12000U);
    CHECK_FALSE(io::parse_population("12,00"));
    CHECK_FALSE(io::parse_population("99999999999999999999"));
    CHECK_FALSE(io::parse_population("-5"));
    CHECK_FALSE(io::parse_population(""));
}

TEST_CASE("names in two scripts") {
    using Parts = std::vector<std::string_view>;
    CHECK(io::parts_by_script("Tripoli طرابلس") == Parts{"Tripoli", "طرابلس"});
    CHECK(io::parts_by_script("حي 20 - Hay 20") == Parts{"حي 20", "Hay 20"});
    CHECK(io::parts_by_script("Ras Lanuf") == Parts{"Ras Lanuf"});
    CHECK(io::language_of_letters("شيراز") == Language::ar);
    CHECK(io::language_of_letters("پاریس") == Language::other);
    CHECK(io::language_of_letters("Paris") == Language::other);
}
