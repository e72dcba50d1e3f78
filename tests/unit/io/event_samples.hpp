// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "core/event.hpp"

namespace yaqut::test {

/// An event with everything known.
inline Event full_event() {
    Event event;
    event.id = "ev-1";
    event.type = EventType::airstrike;
    event.trigger_text = "غارة";
    EventPlace place;
    place.id = "gn:88319";
    place.text = "بنغازي";
    place.name = "Benghazi";
    place.name_ar = "بنغازي";
    place.country = "LY";
    place.admin1 = "Banghāzī";
    place.admin1_code = "69";
    place.feature_code = "PPLA";
    place.feature = FeatureClass::city;
    place.location = Location{20.0681234567, 32.1148};
    place.radius_km = 12.5;
    place.score = 0.875F;
    place.match = "strict";
    place.why = {"country context", "population"};
    place.alternatives = {"Banghāzī|gn:88320|0.1", "a|b|gn:5|0.025"};
    place.candidate_count = 3;
    event.place = place;
    event.geo_precision = GeoPrecision::city;
    event.when = DateRange{parse_iso_date("2014-09-03"), parse_iso_date("2014-09-05"), DatePrecision::range};
    event.date_precision = DatePrecision::range;
    event.date_basis = TimexBasis::dct;
    event.date_text = "منذ الأربعاء";
    event.fatalities = {3, 4, 5};
    event.injured = {std::nullopt, 0, std::nullopt};
    event.missing = {20, std::nullopt, 99};
    event.displaced = {300, 350, std::nullopt};
    event.actors = {{{0, 4}, "وكالة", "source"}, {{0, 4}, "طائرات", "attacker"}, {{0, 4}, "المطار", "target"}};
    event.attribution = "مصدر طبي";
    event.confidence = 0.75F;
    EventSource source;
    source.article_id = "news/1";
    source.title = "غارات على المطار";
    source.source = "وكالة";
    source.url = "https://example.org/1?a=b&c=\"d\"";
    source.language = "ar";
    source.published = parse_iso_date("2014-09-06");
    source.sentence = "شنت طائرات غارة على المطار، وقالت: \"أصيب المدرج\".\nثم عادت.";
    source.begin = 10;
    source.end = 14;
    event.sources = {source};
    return event;
}

/// An event of which neither place nor day is known.
inline Event bare_event() {
    Event event;
    event.id = "ev-2";
    event.type = EventType::meeting;
    event.status = EventStatus::planned;
    event.why_no_place = "no place in the text";
    event.why_no_date = "no publication date";
    return event;
}

/// An event of which only the country is known.
inline Event country_event() {
    Event event = full_event();
    event.id = "ev-3";
    event.geo_precision = GeoPrecision::country;
    event.place->feature = FeatureClass::country;
    event.place->location = Location{18.0, 27.0};
    return event;
}

} // namespace yaqut::test
