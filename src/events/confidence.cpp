// SPDX-License-Identifier: Apache-2.0
#include "events/confidence.hpp"

#include <algorithm>
#include <cmath>

namespace yaqut::events {

namespace {

using F = ConfidenceFeature;

constexpr float most_worth = 6.0F;
constexpr float little_worth = 1.0F;
constexpr float most_odds = 4.0F;

const LinkWeights& weights() {
    static const LinkWeights weights("event_confidence", confidence_feature_names);
    return weights;
}

bool is_point(GeoPrecision precision) {
    return precision == GeoPrecision::site || precision == GeoPrecision::district || precision == GeoPrecision::city;
}

bool is_wide(GeoPrecision precision) {
    return precision == GeoPrecision::area || precision == GeoPrecision::admin || precision == GeoPrecision::offset;
}

void add_mentions(ConfidenceScore& score, const Cluster& cluster) {
    const Draft& draft = cluster.event;
    score.add(F::worth, std::min(draft.worth, most_worth));
    score.add_if(draft.worth < little_worth, F::doubtful);
    score.add(F::mentions, std::log2(static_cast<float>(cluster.members.size())));
    score.add_if(draft.headline || draft.first_block, F::headline);
    score.add(F::late, std::log2(1.0F + static_cast<float>(draft.block)));
    score.add_if(draft.verb, F::verb);
    score.add_if(is_orphan(draft) && draft.type == EventType::killing, F::casualty);
    score.add_if(is_generic(draft), F::generic);
    score.add_if(sphere_of(draft.type) == Sphere::politics, F::politics);
    score.add_if(sphere_of(draft.type) == Sphere::other, F::unrest);
    score.add_if(draft.pluperfect, F::before);
}

void add_place(ConfidenceScore& score, const Event& event, const Draft& draft) {
    score.add_if(event.geo_precision == GeoPrecision::none, F::place_none);
    score.add_if(event.geo_precision == GeoPrecision::country, F::place_country);
    score.add_if(is_wide(event.geo_precision), F::place_wide);
    score.add_if(event.geo_precision == GeoPrecision::inferred, F::place_inferred);
    score.add_if(draft.place.link == Link::topic, F::place_topic);
    if (event.place) {
        score.add(F::place_score, event.place->score);
        score.add_if(event.place->candidate_count == 1, F::place_sole);
    }
}

void add_date(ConfidenceScore& score, const Event& event, const Draft& draft) {
    const bool inherited = event.date_basis == TimexBasis::inherited;
    const bool day = event.date_precision == DatePrecision::day;
    score.add_if(is_point(event.geo_precision) && day && !inherited, F::point_day);
    score.add_if(inherited, F::date_inherited);
    score.add_if(event.date_precision == DatePrecision::unknown, F::date_unknown);
    score.add_if(event.date_precision != DatePrecision::unknown && !day, F::date_wide);
    score.add_if(draft.date.telling, F::date_telling);
    if (draft.date.known() && draft.date.sure < 1.0F) { // chosen from several
        const float odds = std::log(draft.date.sure / (1.0F - draft.date.sure));
        score.add(inherited ? F::date_odds_context : F::date_odds, std::clamp(odds, -most_odds, most_odds));
    }
    score.add_if(!draft.date.known() && draft.date.unsure, F::date_unsure);
    score.add_if(draft.ongoing, F::ongoing);
}

} // namespace

ConfidenceScore score_confidence(const Event& event, const Cluster& cluster, float place_certainty, bool remember) {
    ConfidenceScore score(weights(), remember);
    score.add(F::base);
    add_mentions(score, cluster);
    add_place(score, event, cluster.event);
    score.add(F::place_certainty, place_certainty);
    add_date(score, event, cluster.event);
    score.add_if(event.status == EventStatus::planned, F::planned);
    score.add_if(event.status == EventStatus::negated, F::negated);
    score.add_if(event.status == EventStatus::background, F::background);
    score.add_if(!event.actors.empty(), F::actor);
    score.add_if(!event.attribution.empty(), F::sourced);
    score.add_if(event.fatalities.known() || event.injured.known(), F::toll);
    return score;
}

float to_confidence(const ConfidenceScore& score) { return 1.0F / (1.0F + std::exp(-score.value())); }

float least_confidence() { return weights()[static_cast<std::size_t>(F::floor)]; }

} // namespace yaqut::events
