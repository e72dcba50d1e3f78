// SPDX-License-Identifier: Apache-2.0
#include "events/place_certainty.hpp"

#include <algorithm>
#include <cmath>

#include "events/places.hpp"

namespace yaqut::events {

namespace {

using F = PlaceCertaintyFeature;

constexpr float most_odds = 6.0F;
constexpr float most_worth = 6.0F;

const LinkWeights& weights() {
    static const LinkWeights weights("event_place_certainty", place_certainty_feature_names);
    return weights;
}

float logarithm(std::uint32_t count) { return std::log2(1.0F + static_cast<float>(count)); }

void add_choice(PlaceCertaintyScore& score, const TaggedText& text, const Draft& draft) {
    const PlaceLink& place = draft.place;
    const bool context = place.link == Link::context;
    score.add(context ? F::odds_context : F::odds, std::clamp(place.odds, -most_odds, most_odds));
    score.add(F::land_odds, std::clamp(place.land_odds, -most_odds, most_odds));
    score.add_if(place.link == Link::anaphor, F::anaphor);
    score.add_if(place.link == Link::topic, F::topic);
    score.add_if(context, F::context);
    const TokenRange named = text.toponyms()[static_cast<std::size_t>(place.toponym)].mention.tokens;
    score.add_if(text.document().sentence_of(named.begin) != draft.sentence, F::other_sentence);
    score.add_if(place.around, F::around);
}

void add_place(PlaceCertaintyScore& score, const ResolvedToponym& toponym, EventType type) {
    const int rank = place_rank(toponym);
    score.add_if(rank == 0, F::country);
    score.add_if(rank == 1 || rank == 2, F::area);
    score.add_if(rank > 3, F::site);
    score.add_if(rank > 0 && is_decision(type), F::decision_in);
    score.add(F::doubtful_use, 1.0F - toponym.mention.use_score);
    score.add(F::doubtful_place, 1.0F - toponym.score);
    score.add_if(toponym.mention.candidates.size() == 1, F::sole_name);
    score.add_if(toponym.is_fallback, F::fallback);
}

void add_event(PlaceCertaintyScore& score, const Draft& draft) {
    score.add_if(sphere_of(draft.type) == Sphere::politics, F::politics);
    score.add_if(sphere_of(draft.type) == Sphere::other, F::unrest);
    score.add_if(draft.verb, F::verb);
    score.add_if(draft.headline, F::headline);
    score.add(F::late, logarithm(draft.block));
    score.add_if(is_generic(draft), F::generic);
    score.add_if(is_orphan(draft), F::casualty);
    score.add(F::worth, std::min(draft.worth, most_worth));
    score.add_if(draft.pluperfect, F::past);
    score.add_if(draft.status == EventStatus::asserted, F::asserted);
}

} // namespace

PlaceCertaintyScore score_place_certainty(const TaggedText& text, const Cluster& cluster, const PlaceCompany& company,
                                          bool remember) {
    const Draft& draft = cluster.event;
    PlaceCertaintyScore score(weights(), remember);
    score.add(F::base);
    add_choice(score, text, draft);
    add_place(score, text.toponyms()[static_cast<std::size_t>(draft.place.toponym)], draft.type);
    add_event(score, draft);
    score.add(F::mentions, logarithm(static_cast<std::uint32_t>(cluster.members.size()) - 1));
    score.add(F::alike, logarithm(cluster.places.alike));
    score.add(F::apart, logarithm(cluster.places.apart));
    score.add(F::nested, logarithm(cluster.places.nested));
    company.add_to(score, cluster);
    return score;
}

float least_place_certainty() { return weights()[static_cast<std::size_t>(F::floor)]; }
float least_place_certainty_on_map() { return weights()[static_cast<std::size_t>(F::map_floor)]; }

float to_certainty(const PlaceCertaintyScore& score) {
    return std::round(certainty_steps / (1.0F + std::exp(-score.value()))) / certainty_steps;
}

} // namespace yaqut::events
