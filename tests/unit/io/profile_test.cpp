// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <map>
#include <set>

#include <nlohmann/json.hpp>

#include "core/error.hpp"
#include "event_samples.hpp"
#include "files.hpp"
#include "gdal_reading.hpp"
#include "io/layer_writer.hpp"
#include "io/profile.hpp"

using namespace yaqut;
using yaqut::test::bare_event;
using yaqut::test::country_event;
using yaqut::test::Folder;
using yaqut::test::full_event;
using yaqut::test::read_all;

namespace {

std::string names_of(io::Profile profile) {
    std::string names;
    for (const io::EventField& field : io::profile_fields(profile)) {
        names.append(names.empty() ? "" : ",").append(field.name);
    }
    return names;
}

/// The values of a profile as text; nulls are left out.
std::map<std::string, std::string> values_of(io::Profile profile, const Event& event) {
    std::map<std::string, std::string> values;
    const auto point = io::event_point(event, {});
    for (const io::EventField& field : io::profile_fields(profile)) {
        const io::FieldValue value = field.value(event, point);
        if (const auto* text = std::get_if<std::string>(&value)) {
            values[std::string(field.name)] = *text;
        } else if (const auto* number = std::get_if<std::int64_t>(&value)) {
            values[std::string(field.name)] = std::to_string(*number);
        } else if (const auto* real = std::get_if<double>(&value)) {
            values[std::string(field.name)] = std::to_string(*real);
        } else if (const auto* date = std::get_if<Date>(&value)) {
            values[std::string(field.name)] = to_iso_string(*date);
        }
    }
    return values;
}

Event of_one_day(EventType type) {
    Event event = full_event();
    event.type = type;
    event.when = DateRange{parse_iso_date("2014-09-03"), parse_iso_date("2014-09-03"), DatePrecision::day};
    event.date_precision = DatePrecision::day;
    return event;
}

nlohmann::json written(const Event& event, io::LayerFormat format, io::Profile profile, const std::string& path) {
    io::LayerOptions options;
    options.profile = profile;
    options.overwrite = true;
    const auto writer = io::open_layer(path, format, options);
    writer->write(event);
    (void)writer->finish();
    return nlohmann::json::parse(read_all(path));
}

} // namespace

TEST_CASE("profiles: columns as the data sets name and order them") {
    CHECK(names_of(io::Profile::acled) ==
          "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,"
          "inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,"
          "location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp");
    CHECK(names_of(io::Profile::ucdp) ==
          "id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,"
          "dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,"
          "number_of_sources,source_article,source_office,source_date,source_headline,source_original,where_prec,"
          "where_coordinates,where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,"
          "region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,"
          "high,low,gwnoa,gwnob");
    CHECK(io::profile_fields(io::Profile::ucdp).size() == 49);
    CHECK(io::profile_fields(io::Profile::gdelt).size() == 61);
    CHECK(names_of(io::Profile::gdelt).starts_with("GlobalEventID,Day,MonthYear,Year,FractionDate,Actor1Code,"));
    CHECK(names_of(io::Profile::gdelt).ends_with(",ActionGeo_Long,ActionGeo_FeatureID,DATEADDED,SOURCEURL"));
    for (const io::ProfileInfo& info : io::profiles()) {
        CHECK(io::parse_profile(info.name) == info.profile);
        CHECK(io::to_string(info.profile) == info.name);
        std::set<std::string_view> names;
        for (const io::EventField& field : io::profile_fields(info.profile)) {
            CHECK_MESSAGE(names.insert(field.name).second, field.name);
        }
    }
    CHECK_FALSE(io::parse_profile("icews"));
}

TEST_CASE("profiles: ACLED") {
    const auto values = values_of(io::Profile::acled, full_event());
    const std::map<std::string, std::string> expected{
        {"event_id_cnty", "yaqut:ev-1"},
        {"event_date", "2014-09-03"},
        {"year", "2014"},
        {"time_precision", "2"},
        {"disorder_type", "Political violence"},
        {"event_type", "Explosions/Remote violence"},
        {"sub_event_type", "Air/drone strike"},
        {"actor1", "طائرات"},
        {"actor2", "المطار"},
        {"iso", "434"},
        {"country", "Libya"},
        {"admin1", "Banghāzī"},
        {"location", "Benghazi"},
        {"latitude", "32.114800"},
        {"longitude", "20.068123"},
        {"geo_precision", "1"},
        {"source", "وكالة"},
        {"notes", full_event().sources.front().sentence},
        {"fatalities", "4"},
        {"tags", "machine-coded by yaqut; status=asserted; confidence=75%"}};
    CHECK(values == expected); // what only coders can say is not there
    CHECK(values_of(io::Profile::acled, of_one_day(EventType::protest)).count("disorder_type") == 0);
    CHECK(values_of(io::Profile::acled, of_one_day(EventType::arrest)).at("disorder_type") == "Strategic developments");
    CHECK(values_of(io::Profile::acled, of_one_day(EventType::killing)).at("civilian_targeting") ==
          "Civilian targeting");
    CHECK(values_of(io::Profile::acled, country_event()).count("geo_precision") == 0);
    Event of_a_year = full_event();
    of_a_year.when = DateRange{parse_iso_date("2014-01-01"), parse_iso_date("2014-12-31"), DatePrecision::year};
    CHECK(values_of(io::Profile::acled, of_a_year).count("event_date") == 0); // it would say the first of January
}

TEST_CASE("profiles: UCDP") {
    auto values = values_of(io::Profile::ucdp, full_event());
    CHECK(values.at("id") == "yaqut:ev-1");
    CHECK(values.at("code_status") == "machine-coded by yaqut");
    CHECK(values.count("type_of_violence") == 0); // who struck whom would decide
    CHECK(values.at("where_prec") == "1");
    CHECK(values.at("date_prec") == "2");
    CHECK(values.at("date_end") == "2014-09-05");
    CHECK(values.at("geom_wkt") == "POINT (20.068123 32.1148)");
    CHECK(values.at("priogrid_gid") == std::to_string(244 * 720 + 400 + 1));
    CHECK(values.at("source_article") == "وكالة,2014-09-06,غارات على المطار");
    CHECK((values.at("best") == "4" && values.at("low") == "3" && values.at("high") == "5"));
    CHECK(values.count("deaths_civilians") == 0);
    CHECK(values_of(io::Profile::ucdp, of_one_day(EventType::bombing)).at("type_of_violence") == "3");
}

TEST_CASE("profiles: GDELT") {
    const auto values = values_of(io::Profile::gdelt, of_one_day(EventType::airstrike));
    CHECK(values.at("GlobalEventID") == "yaqut:ev-1");
    CHECK((values.at("Day") == "20140903" && values.at("MonthYear") == "201409" && values.at("Year") == "2014"));
    CHECK(values.at("FractionDate").starts_with("2014.6657"));
    CHECK(
        (values.at("EventCode") == "195" && values.at("EventBaseCode") == "195" && values.at("EventRootCode") == "19"));
    CHECK((values.at("QuadClass") == "4" && values.at("GoldsteinScale").starts_with("-10.0")));
    CHECK(values.at("ActionGeo_Type") == "4");
    CHECK(values.at("ActionGeo_FullName") == "Benghazi, Banghāzī, Libya");
    CHECK((values.at("NumSources") == "1" && values.at("NumArticles") == "1"));
    CHECK(values.count("ActionGeo_CountryCode") == 0); // FIPS, which is not ours
    const auto agreement = values_of(io::Profile::gdelt, of_one_day(EventType::ceasefire));
    CHECK((agreement.at("EventCode") == "0871" && agreement.at("EventBaseCode") == "087"));
    CHECK((agreement.at("EventRootCode") == "08" && agreement.at("QuadClass") == "2"));
    const auto ranged = values_of(io::Profile::gdelt, full_event());
    CHECK((ranged.count("Day") == 0 && ranged.at("MonthYear") == "201409"));
}

TEST_CASE("profiles: what the data set would not hold is left out and counted") {
    Event planned = full_event();
    planned.status = EventStatus::planned;
    Event vote = full_event();
    vote.type = EventType::vote;
    Event protest = full_event();
    protest.type = EventType::protest;
    CHECK(io::profile_has(io::Profile::acled, full_event()));
    CHECK_FALSE(io::profile_has(io::Profile::acled, planned));
    CHECK_FALSE(io::profile_has(io::Profile::acled, vote));
    CHECK(io::profile_has(io::Profile::acled, protest));
    CHECK_FALSE(io::profile_has(io::Profile::ucdp, protest));
    CHECK(io::profile_has(io::Profile::lpf, planned)); // it says so itself
    CHECK_FALSE(io::profile_has(io::Profile::lpf, bare_event()));
    const Folder folder;
    io::LayerOptions options;
    options.profile = io::Profile::acled;
    for (const auto format : {io::LayerFormat::csv, io::LayerFormat::geojson, io::LayerFormat::geojsonl}) {
        options.overwrite = true;
        const auto writer = io::open_layer(folder.path("events"), format, options);
        writer->write(full_event());
        writer->write(planned);
        const io::LayerReport report = writer->finish();
        CHECK(report.events == 1);
        CHECK(report.not_in_profile == 1);
    }
    CHECK_THROWS_AS((void)io::open_layer(folder.path("e.shp"), io::LayerFormat::shp, options), OutputError);
    options.profile = io::Profile::lpf;
    CHECK_THROWS_AS((void)io::open_layer(folder.path("e.csv"), io::LayerFormat::csv, options), OutputError);
}

TEST_CASE("profiles: GeoJSON has the columns and says that it is machine-coded") {
    const Folder folder;
    const auto json = written(full_event(), io::LayerFormat::geojson, io::Profile::acled, folder.path("e.geojson"));
    CHECK(json.at("description").get<std::string>().find("Machine-coded") != std::string::npos);
    const auto& properties = json.at("features").at(0).at("properties");
    CHECK(properties.size() == io::profile_fields(io::Profile::acled).size());
    CHECK(properties.at("inter1").is_null());
    CHECK(properties.at("event_date") == "2014-09-03");
    CHECK(folder.entries() == 1); // the style would not fit
    CHECK(test::open_with_gdal(folder.path("e.geojson")).features.size() == 1);
}

TEST_CASE("profiles: Linked Places is GeoJSON with all that the format requires") {
    const Folder folder;
    const auto json = written(full_event(), io::LayerFormat::geojson, io::Profile::lpf, folder.path("e.geojson"));
    CHECK(json.at("type") == "FeatureCollection");
    CHECK(json.at("@context").get<std::string>().ends_with(".jsonld"));
    const auto& feature = json.at("features").at(0);
    CHECK(feature.at("@id") == "urn:yaqut:event:ev-1");
    CHECK(feature.at("type") == "Feature");
    CHECK(feature.at("properties").at("title") == "Air strike: Benghazi");
    CHECK(feature.at("properties").at("ccodes") == nlohmann::json::array({"LY"}));
    CHECK(feature.at("properties").at("machine_coded") == true);
    CHECK(feature.at("when").at("timespans").at(0) ==
          nlohmann::json::parse(R"({"start":{"in":"2014-09-03"},"end":{"in":"2014-09-05"}})"));
    CHECK(feature.at("when").at("certainty") == "less-certain");
    CHECK(feature.at("names").at(0).at("toponym") == "Benghazi");
    CHECK(feature.at("names").at(0).at("citations").at(0).at("@id") == full_event().sources.front().url);
    CHECK(feature.at("names").at(1).at("lang") == "ar");
    CHECK(feature.at("types").at(0).at("identifier") == "http://www.geonames.org/ontology#P.PPLA");
    CHECK(feature.at("links").at(0).at("identifier") == "https://www.geonames.org/88319/");
    CHECK(feature.at("geometry").at("type") == "Point");
    const test::Layer layer = test::open_with_gdal(folder.path("e.geojson"));
    CHECK((layer.features.size() == 1 && layer.features.front().has_geometry));
    Event ended = country_event();
    ended.when = DateRange{std::nullopt, parse_iso_date("2014-09-05"), DatePrecision::range};
    const auto other = written(ended, io::LayerFormat::geojson, io::Profile::lpf, folder.path("f.geojson"));
    CHECK(other.at("features").at(0).at("geometry").is_null());
    CHECK(other.at("features").at(0).at("when").at("timespans").at(0).at("start").at("latest") == "2014-09-05");
}
