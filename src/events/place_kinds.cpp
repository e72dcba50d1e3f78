// SPDX-License-Identifier: Apache-2.0
// What kind of place a toponym is, and which of them belong together.
#include <algorithm>

#include "events/places.hpp"
#include "spatial/geodesic.hpp"

namespace yaqut::events {

bool supplies_place(const ResolvedToponym& toponym) {
    constexpr MentionCue barred = MentionCue::title_complement | MentionCue::origin | MentionCue::dateline |
                                  MentionCue::credit | MentionCue::region_gloss | MentionCue::offset_anchor |
                                  MentionCue::reporter_base;
    const ToponymMention& mention = toponym.mention;
    return mention.use == ToponymUse::location && !has_cue(mention.cues, barred) &&
           (toponym.place.has_value() || toponym.location.has_value());
}

GeoPrecision geo_precision(const ResolvedToponym& toponym) {
    if (!toponym.place || std::any_of(toponym.mention.candidates.begin(), toponym.mention.candidates.end(),
                                      [](const Candidate& c) { return c.match == MatchKind::offset; })) {
        return GeoPrecision::offset;
    }
    switch (toponym.place->feature) {
    case FeatureClass::country: return GeoPrecision::country;
    case FeatureClass::adm1:
    case FeatureClass::adm2: return GeoPrecision::admin;
    case FeatureClass::city: return GeoPrecision::city;
    case FeatureClass::district: return GeoPrecision::district;
    case FeatureClass::region:
    case FeatureClass::sea:
    case FeatureClass::water:
    case FeatureClass::island:
    case FeatureClass::mountain: return GeoPrecision::area;
    default: return GeoPrecision::site;
    }
}

bool same_area(const ResolvedToponym& a, const ResolvedToponym& b, double reach_km) {
    const bool same_country = a.place && b.place && !a.place->country.empty() && a.place->country == b.place->country;
    if ((place_rank(a) == 0 || place_rank(b) == 0) && a.place && b.place) {
        return same_country;
    }
    if (a.place && b.place && a.place->id == b.place->id) {
        return true;
    }
    if (!a.location || !b.location) {
        return false;
    }
    const bool coarse = std::min(place_rank(a), place_rank(b)) <= 2;
    if (coarse && a.place && b.place) {
        // An area is known by its point only: its extent is guessed from the radius, or taken as a province's.
        const double extent = std::max({a.radius_km, b.radius_km, 80.0});
        const bool in_unit = same_country && !a.place->admin1.empty() && a.place->admin1 == b.place->admin1;
        const bool of_unit = a.place->feature == FeatureClass::adm1 || b.place->feature == FeatureClass::adm1;
        if (of_unit && same_country && !a.place->admin1.empty() && !b.place->admin1.empty()) {
            return in_unit; // the gazetteer knows which towns a governorate has
        }
        return in_unit || spatial::distance_km(*a.location, *b.location) <= extent;
    }
    return spatial::distance_km(*a.location, *b.location) <= reach_km;
}

} // namespace yaqut::events
