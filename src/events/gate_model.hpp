// SPDX-License-Identifier: Apache-2.0
// Which words of the event tables tell an event: a sum of weights of named features. tools/events/train_gate.py learns
// the weights.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "events/draft.hpp"
#include "events/keyed_weights.hpp"
#include "events/link_model.hpp"
#include "events/tagged_text.hpp"

namespace yaqut::events {

/// What speaks for or against a mention. After these come one feature for each reason of refusal but none, and one for
/// each type.
enum class GateFeature : std::uint8_t {
    word,   ///< what its row of the tables is worth, learned by itself
    beside, ///< and what the words beside it are
    doubt,  ///< never added: how far below zero a mention may be and still join an event told elsewhere
    base,
    english,
    french,
    strong,      ///< of the table: enough alone
    lone,        ///< of the table: yields to any other event of its sentence
    two_words,   ///< told by a pattern
    casualty,    ///< a word of killing
    generic,     ///< may stand for other types: the attack
    state,       ///< its present may be a state
    placed_word, ///< is an event only with a place
    past,        ///< a verb
    past_marked, ///< with an ending that only verbs have
    present,
    other_verb,
    definite, ///< a noun
    possessed,
    plural,
    with_lam,
    participle,
    conjoined,
    headline,
    lead,   ///< first block of the body
    late,   ///< blocks before it, logarithm
    length, ///< blocks of the article, logarithm
    negated,
    planned,
    planned_politics,
    ongoing,
    ended,
    pluperfect,
    another,
    refers_back, ///< this attack, or a death without a cause
    carried,     ///< a light verb, or killed in it
    counted,     ///< a number or victims after it
    place_after,
    sides,                ///< who fought whom
    dated,                ///< a time in the sentence, not of the telling
    victims,              ///< dead or wounded in the sentence
    office,               ///< a minister or a delegation near
    bare,                 ///< a noun with none of these
    bare_definite,        ///< and with the article
    quoted,               ///< in a quotation
    said,                 ///< after a verb of saying or its conjunction
    relative,             ///< in a relative clause
    amid,                 ///< after during, amid, after
    topic,                ///< talks about it
    future_near,          ///< will, not its own
    be_near,              ///< was, would be
    old_time,             ///< the only times of the sentence are years or stretches
    day_time,             ///< a day in the sentence
    clause_place,         ///< a place in its clause
    sentence_place,       ///< none there but one in the sentence
    no_place,             ///< none in the sentence
    armed,                ///< an armed body in its clause
    person,               ///< people in its clause
    title,                ///< an office in its clause
    abstract,             ///< an abstraction in its clause
    number,               ///< a number in its clause
    told_before,          ///< an accepted word of its type stands before it in the article
    told_before_definite, ///< and this one has the article or a pronoun
    only,                 ///< no other word of its type
    crowd,                ///< words of its type, logarithm
    sphere,               ///< share of other words of its sphere
    sphere_alone,         ///< no other event words
    sport,                ///< share of words
    stage,                ///< share of words of films, books and art
    trade,
    science,
    with_ba,
    opens,    ///< the word before it is a mark, or none
    after_in, ///< the word before it
    after_from,
    after_on,
    after_to,
    after_other, ///< a word that no table knows
    after_noun,  ///< a definite one
    before_in,   ///< the word after it
    before_on,
    before_against,
    before_between,
    before_place,
    before_mark,
    before_other, ///< a word that no table knows
    titled,       ///< a headline has a word of its type
    titled_other, ///< a headline has a word of its sphere, but not of its type
    untitled,     ///< no headline tells an event
    politics_past,
    politics_definite,
    politics_plural,
    politics_no_place,
    politics_day,
    politics_office,
    politics_title,
    politics_late,
    stage_near, ///< in the sentence
    trade_near,
    science_near,
    size
};

constexpr std::size_t gate_plain_features = static_cast<std::size_t>(GateFeature::size);
constexpr std::size_t gate_feature_count =
    gate_plain_features + static_cast<std::size_t>(Refusal::size) - 1 + event_type_count;

inline constexpr std::array<std::string_view, gate_feature_count> gate_feature_names{
    "word",
    "beside",
    "doubt",
    "base",
    "english",
    "french",
    "strong",
    "lone",
    "two_words",
    "casualty",
    "generic",
    "state",
    "placed_word",
    "past",
    "past_marked",
    "present",
    "other_verb",
    "definite",
    "possessed",
    "plural",
    "with_lam",
    "participle",
    "conjoined",
    "headline",
    "lead",
    "late",
    "length",
    "negated",
    "planned",
    "planned_politics",
    "ongoing",
    "ended",
    "pluperfect",
    "another",
    "refers_back",
    "carried",
    "counted",
    "place_after",
    "sides",
    "dated",
    "victims",
    "office",
    "bare",
    "bare_definite",
    "quoted",
    "said",
    "relative",
    "amid",
    "topic",
    "future_near",
    "be_near",
    "old_time",
    "day_time",
    "clause_place",
    "sentence_place",
    "no_place",
    "armed",
    "person",
    "title",
    "abstract",
    "number",
    "told_before",
    "told_before_definite",
    "only",
    "crowd",
    "sphere",
    "sphere_alone",
    "sport",
    "stage",
    "trade",
    "science",
    "with_ba",
    "opens",
    "after_in",
    "after_from",
    "after_on",
    "after_to",
    "after_other",
    "after_noun",
    "before_in",
    "before_on",
    "before_against",
    "before_between",
    "before_place",
    "before_mark",
    "before_other",
    "titled",
    "titled_other",
    "untitled",
    "politics_past",
    "politics_definite",
    "politics_plural",
    "politics_no_place",
    "politics_day",
    "politics_office",
    "politics_title",
    "politics_late",
    "stage_near",
    "trade_near",
    "science_near",
    "refused_question",
    "refused_commemoration",
    "refused_governed",
    "refused_habit",
    "refused_general",
    "refused_possible",
    "refused_regular_result",
    "refused_doubtful",
    "refused_prevented",
    "refused_absent",
    "refused_prepared",
    "refused_sought",
    "refused_outlook",
    "refused_goal",
    "refused_of_war",
    "refused_condition",
    "refused_tried",
    "refused_necessary",
    "refused_hypothetical",
    "refused_called",
    "refused_aim",
    "refused_nothing_done",
    "refused_planned_violence",
    "refused_standing",
    "refused_title",
    "refused_weak",
    "refused_purpose",
    "refused_charged",
    "refused_threatened",
    "refused_alleged",
    "refused_wished",
    "refused_averted",
    "refused_arriving",
    "type_airstrike",
    "type_shelling",
    "type_armed_clash",
    "type_bombing",
    "type_suicide_bombing",
    "type_attack",
    "type_assassination",
    "type_killing",
    "type_abduction",
    "type_siege",
    "type_capture",
    "type_raid",
    "type_withdrawal",
    "type_shootdown",
    "type_weapons_seizure",
    "type_destruction",
    "type_mobilize",
    "type_protest",
    "type_riot",
    "type_arrest",
    "type_trial",
    "type_release",
    "type_visit",
    "type_meeting",
    "type_agreement",
    "type_ceasefire",
    "type_statement",
    "type_vote",
    "type_appointment",
    "type_displacement",
    "type_aid",
    "type_sanction",
    "type_crash",
    "type_fire_blast",
    "type_flood_storm",
    "type_earthquake",
};

[[nodiscard]] constexpr GateFeature feature_of(Refusal refusal) {
    return static_cast<GateFeature>(gate_plain_features + static_cast<std::size_t>(refusal) - 1);
}
[[nodiscard]] constexpr GateFeature feature_of(EventType type) {
    return static_cast<GateFeature>(gate_plain_features + static_cast<std::size_t>(Refusal::size) - 1 +
                                    static_cast<std::size_t>(type));
}

/// Weights of the features, of the rows of the event tables by word_key(), and of neighbours by neighbour_key(). Rows
/// and neighbours that are not named weigh nothing.
class GateWeights {
  public:
    /// The built-in tables event_gate_weights, event_gate_words and event_gate_neighbours.
    GateWeights();
    GateWeights(const lexicon::Table& features, const lexicon::Table& words, const lexicon::Table& neighbours);

    [[nodiscard]] const LinkWeights& features() const { return m_features; }
    [[nodiscard]] float of_word(std::uint32_t key) const { return m_words.of(key); }
    [[nodiscard]] float of_neighbour(std::uint32_t key) const { return m_neighbours.of(key); }

  private:
    LinkWeights m_features;
    KeyedWeights m_words;
    KeyedWeights m_neighbours;
};

/// One mention as the gate saw it.
struct GateChoice {
    TextSpan trigger;
    std::uint32_t word = 0; ///< word_key() of its row
    EventType type = EventType::attack;
    float score = 0.0F;
    std::vector<LinkFeature> features;
    std::vector<std::string> neighbours; ///< "before WORD"
};

/// All mentions, when somebody wants to know.
using GateTrace = std::vector<GateChoice>;

/// Shares of an article's words that tell its field, times 40, at most 1.
struct ArticleTopics {
    float sport = 0.0F;
    float stage = 0.0F;
    float trade = 0.0F;
    float science = 0.0F;
};

[[nodiscard]] ArticleTopics read_topics(const TaggedText& text);

/// Sets the worth of each draft of an article and drops those that are none; those in doubt become tentative. Drafts in
/// order of sentences.
void pass_gate(const TaggedText& text, const GateWeights& weights, std::vector<Draft>& drafts, GateTrace* trace);

} // namespace yaqut::events
