// SPDX-License-Identifier: Apache-2.0
#include "geocode/score.hpp"

#include <algorithm>
#include <cmath>

#include "spatial/geodesic.hpp"

namespace yaqut::geocode {

namespace {

// Exponents: what each piece of evidence is worth. Chosen on distorted rows of the gazetteer, see
// tests/quality/geocode_rows.py, with another seed than the test's.
constexpr double by_quality = 14.0;
constexpr double by_importance = 6.0;
constexpr double of_context_country = 2.5;
constexpr double of_unit = 3.5;
constexpr double of_other_unit = -3.0;
constexpr double of_container = 3.0;
constexpr double of_descriptor = 2.0;
constexpr double of_other_descriptor = -3.0;
constexpr double of_nearness = 4.0;
constexpr double of_town = 0.7; // a bare name rather means the town than the unit around it
/// Of the chance that none of the places is meant: a name of this quality, of a place of this importance.
constexpr double none_quality = 0.64;
constexpr double none_quality_restricted = 0.58; // fewer names can be met by chance
constexpr double none_importance = 0.3;

constexpr double twin_km = 25.0; // the same spot for those who ask for a name
constexpr double container_km = 60.0;
constexpr double near_km = 200.0;
constexpr double worth_a_thought = 0.05; // share of belief

struct Weighed {
    const Hit* hit = nullptr;
    double weight = 0.0;
};

bool is_unit(FeatureClass feature) { return feature == FeatureClass::adm1 || feature == FeatureClass::adm2; }

/// City words are said of every kind of settlement; a governorate may be called a region.
bool fits(FeatureClass descriptor, FeatureClass feature) {
    if (descriptor == feature) {
        return true;
    }
    if (descriptor == FeatureClass::city) {
        return feature == FeatureClass::district;
    }
    if (descriptor == FeatureClass::region || is_unit(descriptor)) {
        return is_unit(feature) || feature == FeatureClass::region;
    }
    return false;
}

double unit_weight(const Place& place, const Surroundings& around) {
    if (around.units.empty() || place.admin1_code.empty()) {
        return 0.0;
    }
    const bool inside = std::any_of(around.units.begin(), around.units.end(), [&](const auto& unit) {
        return unit.first == place.country && unit.second == place.admin1_code;
    });
    return inside ? of_unit : of_other_unit;
}

double place_weight(const Place& place, const Surroundings& around) {
    for (const Location& location : around.places) {
        if (spatial::distance_km(location, place.location) < container_km) {
            return of_container;
        }
    }
    return 0.0;
}

double exponent(const Hit& hit, const Evidence& evidence) {
    const Place& place = hit.place;
    double sum = by_quality * (hit.quality - 1.0) + by_importance * static_cast<double>(place.importance);
    if (evidence.context.known() && place.country == evidence.context.country) {
        sum += of_context_country;
    }
    sum += unit_weight(place, evidence.surroundings) + place_weight(place, evidence.surroundings);
    if (hit.descriptor) {
        sum += fits(*hit.descriptor, place.feature) ? of_descriptor : of_other_descriptor;
    } else if (place.feature == FeatureClass::city) {
        sum += of_town;
    }
    if (evidence.settings.near) {
        sum += of_nearness * std::exp(-spatial::distance_km(*evidence.settings.near, place.location) / near_km);
    }
    return sum;
}

/// One spot under one name, as a town and the district around it: whichever is taken, the map shows the same.
bool are_twins(const Hit& a, const Hit& b) {
    constexpr double alike = 0.03;
    return std::abs(a.quality - b.quality) <= alike &&
           spatial::distance_km(a.place.location, b.place.location) < twin_km;
}

std::vector<Weighed> weights_of(const std::vector<Hit>& hits, const Evidence& evidence) {
    std::vector<Weighed> weighed;
    weighed.reserve(hits.size());
    for (const Hit& hit : hits) {
        weighed.push_back({&hit, std::exp(exponent(hit, evidence))});
    }
    std::sort(weighed.begin(), weighed.end(), [](const Weighed& a, const Weighed& b) {
        return a.weight != b.weight ? a.weight > b.weight : a.hit->place.index < b.hit->place.index;
    });
    return weighed;
}

double weight_of_none(const Evidence& evidence) {
    const bool restricted = !evidence.settings.countries.empty() || !evidence.surroundings.countries.empty() ||
                            evidence.settings.box || evidence.context.known();
    const double quality = restricted ? none_quality_restricted : none_quality;
    return std::exp(by_quality * (quality - 1.0) + by_importance * none_importance);
}

} // namespace

Answer weigh(const std::vector<Hit>& hits, const Evidence& evidence) {
    Answer answer;
    if (hits.empty()) {
        return answer;
    }
    const std::vector<Weighed> weighed = weights_of(hits, evidence);
    double sum = weight_of_none(evidence);
    const double none = sum;
    double best = 0.0;
    for (const Weighed& one : weighed) {
        sum += one.weight;
        best += &one == weighed.data() || are_twins(*weighed.front().hit, *one.hit) ? one.weight : 0.0;
    }
    for (const Weighed& one : weighed) {
        const double share = (&one == weighed.data() ? best : one.weight) / sum;
        answer.candidate_count += share >= worth_a_thought ? 1U : 0U;
        if (answer.candidates.size() < std::max<std::size_t>(1, evidence.settings.candidates)) {
            answer.candidates.push_back({one.hit->place.index, one.hit->match, static_cast<float>(share)});
        }
    }
    answer.candidate_count = std::max(answer.candidate_count, 1U);
    // Many names that fit badly do not make up for one that fits.
    const double alone = weighed.front().weight / (weighed.front().weight + none);
    answer.status = best / sum >= evidence.settings.min_score                            ? Status::ok
                    : alone >= evidence.settings.min_score && answer.candidate_count > 1 ? Status::ambiguous
                                                                                         : Status::below_score;
    return answer;
}

} // namespace yaqut::geocode
