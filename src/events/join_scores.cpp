// SPDX-License-Identifier: Apache-2.0
#include "events/join_scores.hpp"

#include <algorithm>
#include <string_view>

#include "events/status_words.hpp"

namespace yaqut::events {

namespace {

constexpr std::uint32_t most_paragraphs = 6;
constexpr std::size_t most_members = 4;
constexpr std::uint32_t words_around = 12; ///< tokens on each side that say what a mention is about
constexpr std::uint32_t enough_words = 4;
constexpr std::size_t members_read = 8; ///< the last mentions of an event
constexpr float most_shared = 3.0F;
constexpr std::uint32_t opening = 3; ///< tokens of a sentence that tie it to what went before

const LinkWeights& join_weights() {
    static const LinkWeights weights("event_join_weights", join_feature_names);
    return weights;
}

/// A word that says what is told of, and is neither a place nor a time.
bool is_content(const TaggedText& text, std::uint32_t token) {
    constexpr CueSet function{Cue::in,    Cue::on,      Cue::to,    Cue::from, Cue::that,      Cue::relative,
                              Cue::say,   Cue::be,      Cue::qad,   Cue::when, Cue::negation,  Cue::between,
                              Cue::about, Cue::against, Cue::light, Cue::amid, Cue::after_that};
    constexpr std::size_t shortest = 3;
    const text::Document& document = text.document();
    const text::TokenKind kind = document.token(token).kind;
    return kind != text::TokenKind::punct && text.toponym(token) < 0 && text.timex(token) < 0 &&
           document.loose(document.token(token)).size() > shortest && !text.cues(token).has_any(function);
}

} // namespace

JoinScorer::JoinScorer(const TaggedText& text, const std::vector<Draft>& drafts, bool remember)
    : m_text(&text), m_weights(&join_weights()), m_drafts(&drafts), m_remember(remember) {
    if (drafts.size() < 2) {
        return; // nothing to join
    }
    m_around.reserve(drafts.size());
    m_names.reserve(drafts.size());
    for (const Draft& draft : drafts) {
        m_around.push_back(around(draft));
        m_names.push_back(name_of(draft));
    }
    m_all_words = KeyCounts(drafts.size() * Around().words.size());
    for (const Around& around : m_around) {
        for (std::uint32_t i = 0; i < around.size; ++i) {
            m_all_words.add(around.words[i]);
        }
    }
}

JoinScorer::Around JoinScorer::around(const Draft& draft) const {
    const text::Document& document = m_text->document();
    const TokenRange sentence = document.sentences()[draft.sentence].tokens;
    const std::uint32_t first =
        std::max(sentence.begin, draft.extent.begin - std::min(draft.extent.begin, words_around));
    const std::uint32_t end = std::min(sentence.end, draft.extent.end + words_around);
    Around around;
    for (std::uint32_t token = first; token < end && around.size < around.words.size(); ++token) {
        const bool inside = token >= draft.extent.begin && token < draft.extent.end;
        if (inside || !is_content(*m_text, token)) {
            continue;
        }
        const auto word = static_cast<std::uint32_t>(without_article(document, token).hash);
        if (around.size == 0) {
            around.words.fill(word);
            around.size = 1;
        } else if (!is_among(around.words, word)) {
            around.words[around.size++] = word;
        }
    }
    return around;
}

float JoinScorer::shared(const Around& a, const Around& b) const {
    std::array<std::uint32_t, std::tuple_size_v<decltype(a.words)>> both{};
    std::size_t count = 0;
    for (std::uint32_t i = 0; i < a.size && b.size > 0; ++i) {
        both[count] = a.words[i];
        count += is_among(b.words, a.words[i]) ? 1U : 0U;
    }
    std::sort(both.begin(), both.begin() + count); // sums in another order differ in their last bit
    float sum = 0.0F;
    for (std::size_t i = 0; i < count; ++i) {
        sum += 2.0F / static_cast<float>(m_all_words.of(both[i]));
    }
    return std::min(sum, most_shared);
}

std::string_view JoinScorer::name_of(const Draft& draft) const {
    const text::Document& document = m_text->document();
    const std::string_view loose = document.loose(document.token(draft.trigger.begin));
    constexpr std::string_view conjunction = "و";
    const bool conjoined = (*m_text)[draft.trigger.begin].conjoined && loose.starts_with(conjunction);
    return without_article(conjoined ? loose.substr(conjunction.size()) : loose);
}

bool JoinScorer::names_same(std::uint32_t a, std::uint32_t b) const {
    return (*m_drafts)[a].word == (*m_drafts)[b].word || m_names[a] == m_names[b];
}

void JoinScorer::add_words(JoinScore& score, std::uint32_t index, const Cluster& cluster) const {
    float best = 0.0F;
    bool same_word = false;
    const std::size_t first = cluster.members.size() - std::min(cluster.members.size(), members_read);
    for (std::size_t i = first; i < cluster.members.size(); ++i) {
        best = std::max(best, shared(m_around[index], m_around[cluster.members[i]]));
        same_word = same_word || names_same(index, cluster.members[i]);
    }
    score.add_if(same_word, JoinFeature::join_same_word);
    score.add(JoinFeature::join_shared, best);
    score.add_if(best == 0.0F && m_around[index].size >= enough_words, JoinFeature::join_strange);
}

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
    const std::uint32_t begin = m_text->document().sentences()[draft.sentence].tokens.begin;
    const std::uint32_t end = std::min(draft.extent.begin, begin + opening);
    score.add_if(any_before(*m_text, begin, end, {Cue::also}), JoinFeature::none_also);
    score.add_if(any_before(*m_text, begin, end, {Cue::earlier, Cue::be}), JoinFeature::none_before);
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

JoinScore JoinScorer::join(std::uint32_t index, const Cluster& cluster, bool latest) const {
    const Draft& draft = (*m_drafts)[index];
    const Draft& event = cluster.event;
    const Draft& last = (*m_drafts)[cluster.members.back()];
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
    add_words(score, index, cluster);
    return score;
}

} // namespace yaqut::events
