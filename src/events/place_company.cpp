// SPDX-License-Identifier: Apache-2.0
#include "events/place_company.hpp"

#include <algorithm>
#include <cmath>

#include "events/places.hpp"

namespace yaqut::events {

namespace {

using F = PlaceCertaintyFeature;

constexpr double near_km = 25.0;
constexpr std::size_t most_others = 128; ///< events that are looked at

struct Counts {
    float placed = 0.0F; ///< other events with a place
    float land = 0.0F;   ///< in the same country
    float same = 0.0F;   ///< in the same place
    float type = 0.0F;   ///< of the same type
    float apart = 0.0F;  ///< of the same type, neither there nor near it nor around it
};

F age_feature(int days) {
    constexpr int fresh = 2;
    constexpr int recent = 14;
    constexpr int year = 400;
    return days < 0         ? F::to_come
           : days <= fresh  ? F::fresh
           : days <= recent ? F::recent
           : days < year    ? F::old
                            : F::years;
}

} // namespace

void PlaceCompany::add_others(LinkScore<PlaceCertaintyFeature>& score, const Draft& event) const {
    const std::optional<Place>& place = toponym(event).place;
    Counts counts;
    for (const Cluster& cluster : m_clusters.first(std::min(m_clusters.size(), most_others))) {
        const Draft& other = cluster.event;
        if (&other == &event || !other.place.known()) {
            continue;
        }
        const std::optional<Place>& there = toponym(other).place;
        const bool same = other.place.toponym == event.place.toponym || (place && there && place->id == there->id);
        const bool type = other.type == event.type;
        counts.placed += 1.0F;
        counts.land += same || (place && there && place->country == there->country) ? 1.0F : 0.0F;
        counts.same += same ? 1.0F : 0.0F;
        counts.type += type ? 1.0F : 0.0F;
        counts.apart += type && !same && !same_area(toponym(event), toponym(other), near_km) ? 1.0F : 0.0F;
    }
    if (counts.placed == 0.0F) {
        score.add(F::alone);
        return;
    }
    score.add(F::others_land, counts.land / counts.placed);
    score.add(F::others_place, counts.same / counts.placed);
    if (counts.type > 0.0F) {
        score.add(F::type_elsewhere, counts.apart / counts.type);
    }
}

void PlaceCompany::add_age(LinkScore<PlaceCertaintyFeature>& score, const Draft& event) const {
    const std::optional<DateRange>& range = event.date.range;
    const std::optional<Date> day = !range ? std::nullopt : range->last ? range->last : range->first;
    if (!day || !m_dct) {
        score.add(F::undated);
        return;
    }
    score.add(age_feature(days_between(*day, *m_dct)));
}

void PlaceCompany::add_to(LinkScore<PlaceCertaintyFeature>& score, const Cluster& cluster) const {
    if (place_rank(toponym(cluster.event)) == 0) {
        return;
    }
    score.add(F::events, std::log2(1.0F + static_cast<float>(m_clusters.size())));
    add_others(score, cluster.event);
    add_age(score, cluster.event);
}

} // namespace yaqut::events
