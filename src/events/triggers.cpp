// SPDX-License-Identifier: Apache-2.0
#include "events/triggers.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "events/status_words.hpp"
#include "events/trigger_patterns.hpp"

namespace yaqut::events {

namespace {

constexpr std::uint32_t unless_reach = 3; ///< tokens to a word that takes the event meaning away
constexpr std::uint32_t unless_wide_reach = 9;
constexpr std::uint32_t charge_reach = 7; ///< tokens from a charge to the deed
constexpr std::uint32_t opening_words = 3;
constexpr std::uint32_t title_words = 4; ///< words of a quotation that is a name

/// What a word of the sentence was taken for.
constexpr std::uint8_t used_state = 1;
constexpr std::uint8_t head_state = 2; ///< trigger of an event told by two words

/// "The withdrawal of the president of the country from the treaty": what it is from may stand last.
std::uint32_t reach_of(std::uint8_t traits) {
    return has_trait(traits, Trait::wide) ? unless_wide_reach : unless_reach;
}

class SentenceTriggers {
  public:
    SentenceTriggers(const TaggedText& text, std::uint32_t sentence, TriggerSpace& space, std::vector<Draft>& drafts)
        : m_text(text), m_sentence(sentence), m_tokens(text.document().sentences()[sentence].tokens), m_drafts(drafts),
          m_hits(space.hits), m_state(space.state) {
        m_hits.clear();
    }

    void find();

  private:
    void take_patterns();
    void find_single(std::uint32_t token);
    void keep(Draft& draft);
    [[nodiscard]] bool says_another(const Draft& draft) const;
    [[nodiscard]] bool usable(std::uint32_t token) const;
    [[nodiscard]] bool is_trigger(std::uint32_t token) const {
        const Tag& tag = m_text[token];
        return has_mark(tag.marks, WordMark::matters) && (tag.entry->event || tag.entry->casualty);
    }
    /// Takes the word or phrase at the token off the list.
    void use(std::uint32_t token) {
        const std::uint32_t end = std::min(m_tokens.end, token + m_text[token].length);
        for (; token < end; ++token) {
            m_state[token - m_tokens.begin] |= used_state;
        }
    }
    [[nodiscard]] bool used(std::uint32_t token) const { return (m_state[token - m_tokens.begin] & used_state) != 0; }
    [[nodiscard]] bool headed(std::uint32_t token) const { return (m_state[token - m_tokens.begin] & head_state) != 0; }
    [[nodiscard]] bool reads_as_verb(std::uint32_t token) const;
    [[nodiscard]] bool may_be_verb(std::uint32_t token) const;
    [[nodiscard]] std::int32_t charge_of(const Draft& draft) const;
    [[nodiscard]] bool refers_back(const Draft& draft) const;
    [[nodiscard]] bool arrives_always(const Draft& draft) const;
    [[nodiscard]] bool describes_place(const Draft& draft) const;
    [[nodiscard]] bool is_standing(const Draft& draft) const;
    [[nodiscard]] bool refused(std::span<const Group> unless, std::uint32_t begin, std::uint32_t end,
                               std::uint32_t reach) const;
    [[nodiscard]] bool joins(std::uint32_t token) const;
    [[nodiscard]] bool in_title(std::uint32_t token) const;
    [[nodiscard]] Draft draft_at(EventType type, Gate gate, std::uint8_t traits, const Sense& sense) const;

    const TaggedText& m_text;
    std::uint32_t m_sentence;
    TokenRange m_tokens;
    std::vector<Draft>& m_drafts;
    ScratchVector<PatternHit>& m_hits;
    ScratchVector<std::uint8_t>& m_state; ///< by token of the sentence
};

/// Words inside names and dates tell no events: the river Fatah, at dawn.
bool SentenceTriggers::usable(std::uint32_t token) const {
    return m_text[token].known() && m_text.toponym(token) < 0 && m_text.timex(token) < 0;
}

void SentenceTriggers::find() {
    const std::size_t before = m_drafts.size();
    bool any = false;
    for (std::uint32_t token = m_tokens.begin; token < m_tokens.end; ++token) {
        if (has_mark(m_text[token].marks, WordMark::matters) && usable(token)) {
            any |= is_trigger(token);
            find_pattern_hits(m_text, token, m_tokens.end, m_hits);
        }
    }
    if (!any && m_hits.empty()) {
        return;
    }
    m_state.assign(m_tokens.size(), 0);
    take_patterns();
    for (std::uint32_t token = m_tokens.begin; token < m_tokens.end; ++token) {
        if (is_trigger(token) && usable(token) && !used(token)) {
            find_single(token);
        }
    }
    const auto first = m_drafts.begin() + static_cast<std::ptrdiff_t>(before);
    const auto earlier = [](const Draft& a, const Draft& b) { return a.trigger.begin < b.trigger.begin; };
    if (!std::is_sorted(first, m_drafts.end(), earlier)) {
        std::sort(first, m_drafts.end(), earlier);
    }
    const std::uint32_t opening = std::min(m_tokens.end, m_tokens.begin + opening_words);
    if (first != m_drafts.end() && any_before(m_text, m_tokens.begin, opening, {Cue::apart})) {
        first->another = true; // "in a separate incident"
    }
}

void SentenceTriggers::take_patterns() {
    std::sort(m_hits.begin(), m_hits.end(), [](const PatternHit& a, const PatternHit& b) {
        return std::tuple(a.rule->rank, a.first, a.second) < std::tuple(b.rule->rank, b.first, b.second);
    });
    for (const PatternHit& hit : m_hits) {
        const std::uint32_t head = hit.rule->head_second ? hit.second : hit.first;
        if (refused(m_text.rules().unless(hit.rule->unless), hit.first, hit.second + 1, reach_of(hit.rule->traits))) {
            continue;
        }
        if (headed(hit.first) || headed(hit.second)) {
            continue; // another word's object may be the subject of this one: they shot down the rockets that hit ...
        }
        m_state[head - m_tokens.begin] |= head_state;
        Group group = hit.rule->second;
        if (!hit.rule->head_second) {
            for (const Sense& sense : m_text.senses(head)) {
                const auto rules = m_text.rules().patterns(sense.group);
                if (!rules.empty() && hit.rule >= rules.data() && hit.rule < rules.data() + rules.size()) {
                    group = sense.group;
                }
            }
        }
        Draft draft = draft_at(hit.rule->type, hit.rule->gate, hit.rule->traits, *m_text.sense(head, group));
        draft.trigger = {head, head + m_text[head].length};
        draft.two_words = true;
        draft.word = hit.rule->word;
        draft.extent = {hit.first, hit.second + m_text[hit.second].length};
        use(hit.first);
        use(hit.second);
        keep(draft);
    }
}

/// قتل, قصف, خطف: verb or verbal noun? A verb stands first in its clause, or after قد, أن or a relative pronoun.
bool SentenceTriggers::reads_as_verb(std::uint32_t token) const {
    if (m_text.rules().language() != Language::ar) {
        return false; // attack, raid, protest: the bare form is mostly the noun
    }
    if (m_text[token].conjoined || token == m_tokens.begin) {
        return true;
    }
    const std::uint32_t before = token - 1;
    if (m_text[before].punct) {
        return true;
    }
    return m_text.has(before, Cue::qad) || m_text.has(before, Cue::relative) || m_text.has(before, Cue::when) ||
           m_text.has(before, Cue::after_that) || m_text.has(before, Cue::negation) || m_text.has(before, Cue::that);
}

/// An Arabic word right after a preposition is a noun, even if the tables know it as a verb only: عن طوق المدينة.
bool SentenceTriggers::may_be_verb(std::uint32_t token) const {
    if (m_text.rules().language() != Language::ar || token == m_tokens.begin || m_text[token].conjoined) {
        return true;
    }
    const std::uint32_t before = token - 1;
    constexpr std::array prepositions{Cue::in, Cue::on, Cue::to, Cue::from};
    if (m_text.has(before, Cue::saying_about)) {
        return false;
    }
    const bool single = m_text[before].length == 1 && !m_text.has_form(before, FormFlag::verb) &&
                        !m_text.has_form(before, FormFlag::noun);
    return !single ||
           std::none_of(prepositions.begin(), prepositions.end(), [&](Cue cue) { return m_text.has(before, cue); });
}

/// One of the groups stands close by, in the same clause.
bool SentenceTriggers::refused(std::span<const Group> unless, std::uint32_t begin, std::uint32_t end,
                               std::uint32_t reach) const {
    if (unless.empty()) {
        return false;
    }
    const auto has_any = [&](std::uint32_t token) {
        return std::any_of(unless.begin(), unless.end(), [&](Group g) { return m_text.sense(token, g) != nullptr; });
    };
    const auto ends = [&](std::uint32_t token) { return m_text[token].punct && !joins(token); };
    for (std::uint32_t t = begin + 1; t < end; ++t) { // between two words: "a press conference that he held"
        if (has_any(t)) {
            return true;
        }
    }
    for (std::uint32_t t = end; t < std::min(m_tokens.end, end + reach) && !ends(t); ++t) {
        if (has_any(t)) {
            return true;
        }
    }
    for (std::uint32_t t = begin; t > m_tokens.begin && begin - t < unless_reach && !ends(t - 1); --t) {
        if (has_any(t - 1)) {
            return true;
        }
    }
    return false;
}

/// Quotation marks, and what joins the words of a hashtag, set nothing apart.
bool SentenceTriggers::joins(std::uint32_t token) const {
    const std::string_view mark = m_text.document().strict(m_text.document().token(token));
    return mark == "_" || mark == "#" || mark == "\"";
}

/// Inside a quotation of a few words: the name of an operation, a nickname, a slogan.
bool SentenceTriggers::in_title(std::uint32_t token) const {
    const auto quote = [&](std::uint32_t t) { return m_text.document().strict(m_text.document().token(t)) == "\""; };
    for (std::uint32_t t = token; t > m_tokens.begin && token - t < title_words; --t) {
        if (!quote(t - 1)) {
            continue;
        }
        for (std::uint32_t close = token + 1; close < std::min(m_tokens.end, t + title_words); ++close) {
            if (quote(close)) {
                return true;
            }
        }
        return false;
    }
    return false;
}

void SentenceTriggers::find_single(std::uint32_t token) {
    const Sense* best = nullptr;
    const TriggerRule* best_rule = nullptr;
    bool has_noun = false;
    bool has_verb = false;
    for (const Sense& sense : m_text.senses(token)) {
        if (m_text.rules().trigger(sense.group) != nullptr) {
            has_noun |= has_flag(sense.flags, FormFlag::noun);
            has_verb |= has_flag(sense.flags, FormFlag::verb);
        }
    }
    const bool verb = has_verb && (!has_noun || reads_as_verb(token));
    for (const Sense& sense : m_text.senses(token)) {
        const TriggerRule* rule = m_text.rules().trigger(sense.group);
        if (rule == nullptr || (has_noun && has_verb && verb != has_flag(sense.flags, FormFlag::verb))) {
            continue;
        }
        if (best == nullptr) {
            best = &sense;
            best_rule = rule;
        }
    }
    if (best != nullptr && has_flag(best->flags, FormFlag::verb) && !may_be_verb(token)) {
        return;
    }
    const std::uint32_t end = token + m_text[token].length;
    const std::uint32_t reach = best == nullptr ? unless_reach : reach_of(best_rule->traits);
    if (best == nullptr || m_text.has(token, Cue::no_event) ||
        refused(m_text.rules().unless(best_rule->unless), token, end, reach)) {
        return;
    }
    use(token);
    Draft draft = draft_at(best_rule->type, best_rule->gate, best_rule->traits, *best);
    draft.trigger = {token, token + m_text[token].length};
    draft.extent = draft.trigger;
    draft.word = best_rule->word;
    if (!draft.verb && in_title(token)) {
        draft.refusal = Refusal::title;
    }
    keep(draft);
}

Draft SentenceTriggers::draft_at(EventType type, Gate gate, std::uint8_t traits, const Sense& sense) const {
    Draft draft;
    draft.type = type;
    draft.gate = gate;
    draft.traits = traits;
    draft.flags = sense.flags;
    draft.group = sense.group;
    draft.verb = has_flag(sense.flags, FormFlag::verb);
    draft.sentence = m_sentence;
    draft.block = m_text.document().sentences()[m_sentence].block;
    const text::BlockKind kind = m_text.document().blocks()[draft.block].kind;
    draft.headline = kind == text::BlockKind::headline || kind == text::BlockKind::caption;
    draft.first_block = draft.block == 0;
    return draft;
}

bool SentenceTriggers::says_another(const Draft& draft) const {
    if (draft.verb) {
        return false;
    }
    const std::uint32_t limit = std::min(m_tokens.end, draft.extent.end + 2);
    for (std::uint32_t token = draft.extent.end; token < limit && !m_text[token].punct; ++token) {
        if (m_text.has(token, Cue::another)) {
            return true;
        }
    }
    return false;
}

/// "Tried for his part in the attack": the token of "for his part"; -1 when there is none.
std::int32_t SentenceTriggers::charge_of(const Draft& draft) const {
    const std::uint32_t first = draft.extent.begin;
    if (draft.verb || draft.headline || sphere_of(draft.type) != Sphere::violence) {
        return -1;
    }
    for (std::uint32_t t = first; t > m_tokens.begin && first - t < charge_reach; --t) {
        if (m_text.has(t - 1, Cue::accused_of)) {
            return static_cast<std::int32_t>(t - 1);
        }
    }
    return -1;
}

/// "This attack", "these raids": told before.
bool SentenceTriggers::refers_back(const Draft& draft) const {
    const std::uint32_t first = draft.extent.begin;
    return !draft.verb && first > m_tokens.begin && m_text.has(first - 1, Cue::this_one);
}

/// الغوطة المحاصرة, المنطقة المحاصرة: an adjective of the place before it, not something that happens.
bool SentenceTriggers::describes_place(const Draft& draft) const {
    const std::uint32_t first = draft.extent.begin;
    if (draft.type != EventType::siege || !has_flag(draft.flags, FormFlag::definite) || m_text[first].conjoined ||
        first == m_tokens.begin) {
        return false;
    }
    const text::Document& document = m_text.document();
    return m_text.toponym(first - 1) >= 0 || document.loose(document.token(first - 1)).starts_with("ال");
}

/// "Water reaches the town": the present of arriving tells a visit only with a date.
bool SentenceTriggers::arrives_always(const Draft& draft) const {
    const bool present = has_trait(draft.traits, Trait::place) && has_flag(draft.flags, FormFlag::present);
    if (!present || draft.headline || m_text.rules().language() != Language::ar) {
        return false;
    }
    for (std::uint32_t token = m_tokens.begin; token < m_tokens.end; ++token) {
        if (m_text.timex(token) >= 0) {
            return m_text.timexes()[static_cast<std::size_t>(m_text.timex(token))].type == TimexType::duration;
        }
    }
    return true;
}

/// "The army holds the town", in the body: how things stand.
bool SentenceTriggers::is_standing(const Draft& draft) const {
    const bool standing = has_trait(draft.traits, Trait::state) && has_flag(draft.flags, FormFlag::present);
    const std::uint32_t first = draft.extent.begin;
    const bool relative =
        first > m_tokens.begin + 1 && (m_text.has(first - 1, Cue::relative) || m_text.has(first - 2, Cue::relative));
    return standing && ((!draft.headline && !draft.first_block) || relative);
}

void SentenceTriggers::keep(Draft& draft) {
    if (describes_place(draft)) {
        return;
    }
    draft.another = says_another(draft);
    draft.charge = charge_of(draft);
    // A death without a cause told anywhere is nobody's deed.
    const bool death = draft.gate == Gate::lone && has_trait(draft.traits, Trait::casualty) && !draft.verb;
    draft.tentative = refers_back(draft) || death;
    if (draft.refusal == Refusal::none && is_standing(draft)) {
        draft.refusal = Refusal::standing;
    }
    if (draft.refusal == Refusal::none && arrives_always(draft)) {
        draft.refusal = Refusal::arriving;
    }
    judge_status(m_text, draft);
    if (has_trait(draft.traits, Trait::casualty) && draft.status == EventStatus::negated) {
        return; // nobody died: a number, not an event
    }
    m_drafts.push_back(draft);
}

} // namespace

void find_triggers(const TaggedText& text, std::uint32_t sentence, TriggerSpace& space, std::vector<Draft>& drafts) {
    SentenceTriggers(text, sentence, space, drafts).find();
}

} // namespace yaqut::events
