// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "events/status_words.hpp"
#include "events/triggers.hpp"

namespace yaqut::events {

namespace {

constexpr std::uint32_t clause_reach = 26; ///< tokens from the head of a clause to its last event
static_assert(clause_reach <= farthest_reach && far_governor_reach <= farthest_reach);
constexpr std::uint32_t plan_reach = 7; ///< tokens from a noun to the word that calls it planned

bool is_negated(const TaggedText& text, const Draft& draft, const Front& front) {
    if (!front.clause.has_any({Cue::negation, Cue::without, Cue::deny})) {
        return false;
    }
    const std::uint32_t begin = front.begin;
    const std::uint32_t first = draft.extent.begin;
    const std::uint32_t near = first > begin + 3 ? first - 3 : begin;
    if (draft.verb) {
        // "was not immediately arrested", "n'a pas été libéré"; in Arabic the particle stands before the verb.
        const std::uint32_t far = text.rules().language() == Language::ar ? std::max(begin, first - 1) : near;
        return first > begin && (any_before(text, far, first, {Cue::negation}) || text.has(first - 1, Cue::without));
    }
    const std::uint32_t far = first > begin + 5 ? first - 5 : begin; // "the group denied the shelling"
    return any_before(text, near, first, {Cue::without}) || any_before(text, near, first, {Cue::negation}) ||
           any_before(text, far, first, {Cue::deny});
}

/// "Talks are expected", "the planned visit": the plan is told after the noun. Not when it is the plan of another
/// event.
bool plan_follows(const TaggedText& text, const Draft& draft) {
    if (draft.verb) {
        return false;
    }
    const std::uint32_t reach = text.rules().language() == Language::ar ? 2 : plan_reach;
    const std::uint32_t end = std::min(sentence_of(text, draft).end, draft.extent.end + reach);
    for (std::uint32_t token = draft.extent.end; token < end; ++token) {
        const Tag& tag = text[token];
        if (tag.punct || tag.break_before || tag.event_word || tag.casualty_word) {
            return false;
        }
        if (text.has(token, Cue::planned) && !text.has_form(token, FormFlag::verb)) {
            return true;
        }
    }
    return false;
}

/// "Shortly before his visit": still to come. Of violence one speaks so when it is over.
bool lies_ahead(const TaggedText& text, const Draft& draft) {
    const std::uint32_t first = draft.extent.begin;
    return !draft.verb && sphere_of(draft.type) == Sphere::politics && first > sentence_of(text, draft).begin &&
           text.has(first - 1, Cue::before);
}

bool is_planned(const TaggedText& text, const Draft& draft, const Front& front) {
    if (plan_follows(text, draft) || lies_ahead(text, draft)) {
        return true;
    }
    if (has_flag(draft.flags, FormFlag::future) || has_flag(draft.flags, FormFlag::purpose)) {
        return true;
    }
    const std::uint32_t begin = front.begin;
    const std::uint32_t first = draft.extent.begin;
    for (std::uint32_t token = begin; token < draft.trigger.begin; ++token) { // "will take part in the talks"
        if (text.has(token, Cue::light) && text.has_form(token, FormFlag::future)) {
            return true;
        }
    }
    if (set_apart(text, draft, begin)) {
        return false;
    }
    const std::uint32_t start = sentence_of(text, draft).begin; // "they are expected to meet": before the conjunction
    const bool expected = text.has(begin, Cue::that) && begin > start &&
                          any_before(text, begin > start + 3 ? begin - 3 : start, begin, {Cue::planned});
    if (expected || !front.clause.has_any({Cue::planned, Cue::future, Cue::attempt})) {
        return expected;
    }
    const CueSet near = cues_in(text, first > begin + 5 ? first - 5 : begin, first);
    return near.has_any({Cue::planned, Cue::future}) || (is_tried(draft.type) && near.has(Cue::attempt));
}

/// لاستعادة المدينة: in order to retake. After a verb like تعرض or أدى the ل is its object instead.
bool is_aim(const TaggedText& text, const Draft& draft, std::uint32_t begin) {
    if (draft.verb || !has_flag(draft.flags, FormFlag::with_lam)) {
        return false;
    }
    const std::uint32_t first = draft.extent.begin;
    bool object = false;
    for (std::uint32_t token = begin; token < first; ++token) {
        object |= text.has(token, Cue::takes_lam);
    }
    const std::uint32_t after = draft.extent.end; // "to seize the town": the article does not hide the aim before على
    const bool takes_on = after < sentence_of(text, draft).end && text.has(after, Cue::on);
    return !object && (takes_on || !has_flag(draft.flags, FormFlag::definite));
}

/// "To seize the town and expel the gunmen": the second of two aims.
bool shares_aim(const TaggedText& text, const Draft& draft, std::uint32_t begin) {
    constexpr std::uint32_t reach = 8; ///< tokens between the two
    const std::uint32_t first = draft.extent.begin;
    if (!text[first].conjoined || (draft.verb && has_flag(draft.flags, FormFlag::marked))) {
        return false;
    }
    for (std::uint32_t token = first; token > begin && first - token < reach; --token) {
        if (text.has_form(token - 1, FormFlag::past)) {
            return false;
        }
        if (text[token - 1].event_word && text.has_form(token - 1, FormFlag::with_lam)) {
            return true;
        }
    }
    return false;
}

/// "To carry out an attack": the carrying verb is a verbal noun with ل.
bool is_intended(const TaggedText& text, const Draft& draft, const Front& front) {
    if (draft.verb || !front.clause.has(Cue::light)) {
        return false;
    }
    const std::uint32_t begin = front.begin;
    const std::uint32_t first = draft.extent.begin;
    const std::uint32_t near = first > begin + 3 ? first - 3 : begin;
    for (std::uint32_t token = near; token < first; ++token) {
        if (text.has(token, Cue::light) && text.has_form(token, FormFlag::with_lam) &&
            !text.has_form(token, FormFlag::definite)) {
            return true;
        }
    }
    return false;
}

/// "Denied that the airport came under attack": between denial and noun stands the verbal noun that carries it.
bool is_denied(const TaggedText& text, const Draft& draft, const CueSet& before) {
    if (draft.verb || !before.has(Cue::deny)) {
        return false;
    }
    const std::uint32_t first = draft.extent.begin;
    const std::uint32_t start = sentence_of(text, draft).begin;
    bool carried = false;
    for (std::uint32_t token = first; token > start && first - token < far_governor_reach; --token) {
        if (text.has(token - 1, Cue::relative) || text.has(token - 1, Cue::that)) {
            return false;
        }
        if (carried && text.has(token - 1, Cue::deny)) {
            return true;
        }
        carried |= text.has(token - 1, Cue::light) && text.has_form(token - 1, FormFlag::noun);
    }
    return false;
}

/// Plans of these are hardly told as events: what is planned, feared or foiled did not happen.
bool tells_plans(EventType type) {
    switch (type) {
    case EventType::armed_clash:
    case EventType::attack:
    case EventType::bombing:
    case EventType::suicide_bombing:
    case EventType::killing:
    case EventType::abduction:
    case EventType::riot: return false;
    default: return true;
    }
}

/// "The forces continue ... raids and ...": a verb of going on at the head of the clause governs all of it.
bool goes_on(const TaggedText& text, const Draft& draft, const CueSet& before) {
    if (!before.has(Cue::ongoing)) {
        return false;
    }
    const std::uint32_t first = draft.extent.begin;
    const TokenRange sentence = sentence_of(text, draft);
    std::uint32_t head = first;
    while (head > sentence.begin && first - head < clause_reach && !text[head].break_before) {
        --head; // quotation marks do not end a clause here
    }
    const std::uint32_t end = std::min(first, head + 3);
    for (std::uint32_t token = head; token < end; ++token) {
        const bool particle = !text.has_form(token, FormFlag::past) && !text.has_form(token, FormFlag::noun);
        if (text.has(token, Cue::ongoing) && (particle || text.has_form(token, FormFlag::present))) {
            return true;
        }
    }
    return false;
}

void look_back(const TaggedText& text, Draft& draft, const Front& front) {
    const std::uint32_t begin = front.begin;
    const TokenRange sentence = sentence_of(text, draft);
    const std::uint32_t first = draft.extent.begin;
    const std::uint32_t near = first > begin + 3 ? first - 3 : begin;
    draft.ended = front.clause.has(Cue::ended) && any_before(text, near, first, {Cue::ended});
    for (std::uint32_t token = near; token < std::min(sentence.end, draft.extent.end + 2); ++token) {
        const bool past_tense = text.has_form(token, FormFlag::past) && !text.has_form(token, FormFlag::noun);
        if (text.has(token, Cue::ongoing) && !past_tense && !text[token].punct) {
            draft.ongoing = true;
        }
    }
    draft.ongoing |= goes_on(text, draft, front.far);
    const std::uint32_t far = first > sentence.begin + far_governor_reach ? first - far_governor_reach : sentence.begin;
    bool was = false;
    for (std::uint32_t token = far; front.far.has(Cue::be) && token < first; ++token) {
        was |= text.has(token, Cue::be) && text.has_form(token, FormFlag::past);
    }
    const bool told = draft.verb && !has_flag(draft.flags, FormFlag::present);
    const bool after =
        text.has(begin, Cue::after_that) || (begin > sentence.begin && text.has(begin - 1, Cue::after_that));
    const bool relative = text.has(begin, Cue::relative);
    const bool told_before = !draft.verb && has_flag(draft.flags, FormFlag::definite); // "who died in the blast"
    draft.pluperfect = (told && was) || ((after || relative) && !told_before);
}

} // namespace

void judge_status(const TaggedText& text, Draft& draft) {
    const Front front = front_of(text, draft);
    const std::uint32_t begin = front.begin;
    const auto refuse = [&](Refusal why) { draft.refusal = draft.refusal == Refusal::none ? why : draft.refusal; };
    refuse(why_unreal(text, draft, front));
    if (is_aim(text, draft, begin) || shares_aim(text, draft, begin)) {
        draft.status = EventStatus::planned;
        draft.traits |= static_cast<std::uint8_t>(Trait::place);
        refuse(Refusal::aim);
        return;
    }
    look_back(text, draft, front);
    if (is_negated(text, draft, front) || is_denied(text, draft, front.far)) {
        draft.status = EventStatus::negated;
        // "They did not agree", "no weapons were found" are no events.
        const bool nothing = draft.type == EventType::agreement || draft.type == EventType::weapons_seizure;
        refuse(nothing ? Refusal::nothing_done : Refusal::none);
        return;
    }
    if (is_planned(text, draft, front) || is_intended(text, draft, front)) {
        draft.status = EventStatus::planned;
        refuse(tells_plans(draft.type) ? Refusal::none : Refusal::planned_violence);
    }
}

} // namespace yaqut::events
