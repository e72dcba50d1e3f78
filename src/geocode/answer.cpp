// SPDX-License-Identifier: Apache-2.0
#include "geocode/answer.hpp"

namespace yaqut::geocode {

std::string_view to_string(MatchType match) {
    switch (match) {
    case MatchType::exact: return "exact";
    case MatchType::normalized: return "normalized";
    case MatchType::transliterated: return "transliterated";
    case MatchType::fuzzy: break;
    }
    return "fuzzy";
}

std::string_view to_string(Status status) {
    switch (status) {
    case Status::ok: return "ok";
    case Status::ambiguous: return "ambiguous";
    case Status::below_score: return "below_score";
    case Status::not_found: return "not_found";
    case Status::empty: return "empty";
    case Status::error: break;
    }
    return "error";
}

bool Box::contains(Location point) const {
    const bool lon = south_west.lon <= north_east.lon ? south_west.lon <= point.lon && point.lon <= north_east.lon
                                                      : point.lon >= south_west.lon || point.lon <= north_east.lon;
    return lon && south_west.lat <= point.lat && point.lat <= north_east.lat;
}

int where_precision(FeatureClass feature) {
    switch (feature) {
    case FeatureClass::adm2: return 3;
    case FeatureClass::adm1: return 4;
    case FeatureClass::region:
    case FeatureClass::water:
    case FeatureClass::road:
    case FeatureClass::mountain:
    case FeatureClass::other: return 5;
    case FeatureClass::country: return 6;
    case FeatureClass::sea: return 7;
    default: return 1;
    }
}

} // namespace yaqut::geocode
