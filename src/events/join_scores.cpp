// SPDX-License-Identifier: Apache-2.0
#include "events/join_scores.hpp"

#include <algorithm>

namespace yaqut::events {

namespace {

constexpr std::uint32_t most_paragraphs = 6;
constexpr std::size_t most_members = 4;

const LinkWeights& join_weights() {
    static const LinkWeights weights("event_join_weights", join_feature_names);
    return weights;
}

} // namespace

JoinScorer::JoinScorer(const TaggedText& text, bool remember)
    : m_text(&text), m_weights(&join_weights()), m_remember(remember) {}

JoinScore JoinScorer::alone(const Draft& draft) const {
    JoinScore score(*m_weights, m_remember);
    score.add(JoinFeature::none);
    score.add_if(draft.verb, JoinFeature::none_verb);
    score.add_if(is_definite(draft), JoinFeature::none_definite);
    score.add_if(draft.headline, JoinFeature::none_headline);
    score.add_if(draft.first_block, JoinFeature::none_first_block);
    score.add_if(is_orphan(draft), JoinFeature::none_casualty);
    score.add_if(is_generic(draft), JoinFeature::none_generic);
    score.add_if(draft.another, JoinFeature::none_another);
    score.add_if(sphere_of(draft.type) == Sphere::violence, JoinFeature::none_violence);
    score.add_if(sphere_of(draft.type) == Sphere::politics, JoinFeature::none_politics);
    score.add_if(draft.date.known() && draft.date.link == Link::stated, JoinFeature::none_dated);
    score.add_if(has_own_place(draft), JoinFeature::none_placed);
    score.add_if(draft.fatalities.known(), JoinFeature::none_toll);
    return score;
}

namespace {

bool shares_actor(const text::Document& document, const Draft& a, const Draft& b) {
    return std::any_of(a.actors.begin(), a.actors.end(), [&](const DraftActor& one) {
        return std::any_of(b.actors.begin(), b.actors.end(), [&](const DraftActor& other) {
            return document.source(one.span) == document.source(other.span);
        });
    });
}

} // namespace

void JoinScorer::add_facts(JoinScore& score, const Draft& event, const Draft& draft) const {
    if (has_own_place(event) && has_own_place(draft)) {
        const std::optional<Place>& one = place_of(event);
        const std::optional<Place>& other = place_of(draft);
        score.add(one && other && one->id == other->id ? JoinFeature::join_same_place : JoinFeature::join_near_place);
    } else {
        score.add_if(has_own_place(event) || has_own_place(draft), JoinFeature::join_one_place);
    }
    if (event.date.range && draft.date.range) {
        const bool own = event.date.link == Link::stated && draft.date.link == Link::stated;
        const bool same = event.date.range == draft.date.range;
        score.add_if(own, same ? JoinFeature::join_same_date : JoinFeature::join_near_date);
        score.add_if(!own, JoinFeature::join_context_date);
    } else {
        score.add_if(event.date.known() || draft.date.known(), JoinFeature::join_one_date);
    }
    const bool toll = event.fatalities.known();
    score.add_if(toll && draft.fatalities.known(), JoinFeature::join_same_toll);
    score.add_if(toll != draft.fatalities.known(), JoinFeature::join_one_toll);
    if (!event.actors.empty() && !draft.actors.empty()) {
        score.add(shares_actor(m_text->document(), event, draft) ? JoinFeature::join_actor
                                                                 : JoinFeature::join_other_actors);
    }
    score.add_if(event.pluperfect != draft.pluperfect, JoinFeature::join_past);
}

JoinScore JoinScorer::join(const std::vector<Draft>& drafts, const Draft& draft, const Cluster& cluster,
                           bool latest) const {
    const Draft& event = cluster.event;
    const Draft& last = drafts[cluster.members.back()];
    JoinScore score(*m_weights, m_remember);
    score.add(JoinFeature::join);
    score.add_if(draft.type == event.type, JoinFeature::join_same_type);
    score.add_if(is_orphan(event), JoinFeature::join_casualty);
    score.add_if(event.headline, JoinFeature::join_headline);
    score.add_if(event.first_block, JoinFeature::join_lead);
    score.add_if(latest, JoinFeature::join_latest);
    score.add_if(last.sentence == draft.sentence, JoinFeature::join_sentence);
    score.add_if(last.sentence == draft.sentence && last.verb && draft.verb, JoinFeature::join_sentence_verbs);
    score.add_if(last.block == draft.block, JoinFeature::join_paragraph);
    score.add(JoinFeature::join_paragraphs, static_cast<float>(std::min(draft.block - last.block, most_paragraphs)));
    score.add(JoinFeature::join_members, static_cast<float>(std::min(cluster.members.size(), most_members)));
    score.add_if(event.verb && draft.verb, JoinFeature::join_verb);
    score.add_if(draft.type == event.type && is_definite(draft), JoinFeature::join_echo);
    add_facts(score, event, draft);
    return score;
}

} // namespace yaqut::events
