// SPDX-License-Identifier: Apache-2.0
// What the sentence says for or against each of its time expressions as the date of an event.
#include <algorithm>

#include "events/dates.hpp"

namespace yaqut::events {

namespace {

constexpr std::uint32_t longest_distance = 40; ///< tokens; farther is all the same
constexpr int most_marks = 4;
constexpr int most_rivals = 2;
constexpr std::uint32_t lasting_reach = 5;       ///< tokens from a verb in the present to the event that it carries
constexpr std::uint32_t bound_reach = 4;         ///< tokens between an event and a date that is bound to it
constexpr int longest_stretch = 100;             ///< days; longer ones say too little
constexpr std::uint32_t lasting_verb_reach = 12; ///< tokens from a verb to its "since"
constexpr std::uint32_t frame_reach = 8;         ///< tokens from "the worst" to the event
constexpr int old_days = 31;
constexpr std::uint32_t beside_reach = 4; ///< tokens
constexpr std::uint32_t rival_reach = 6;  ///< tokens
constexpr std::uint32_t since_reach = 5;  ///< tokens from "since" to a date that it governs

bool is_coarse(const Timex& timex) {
    return timex.range && timex.range->precision != DatePrecision::day && timex.range->precision != DatePrecision::week;
}

bool is_span(const Timex& timex) { return timex.since && timex.type == TimexType::duration; }

/// "In the past days", "in the coming weeks"
bool is_stretch_of_days(const Timex& timex) {
    return !timex.since && timex.type == TimexType::duration && timex.range && timex.range->first && timex.range->last;
}

/// Not "in the past years"; and what is to come dates plans only.
bool is_near(const DateRange& range, std::optional<Date> dct, bool planned) {
    const bool coming = dct && days_between(*dct, *range.last) > 0;
    return days_between(*range.first, *range.last) <= longest_stretch && coming == planned;
}

std::uint32_t gap(TokenRange event, TokenRange mark) {
    return mark.begin >= event.begin ? mark.begin - std::min(event.end, mark.begin)
                                     : event.begin - std::min(mark.end, event.begin);
}

} // namespace

/// "Sentenced for the killing of guards in 2011": the date is that of the crime.
bool DateLinker::dates_crime(const Draft& draft, const Mark& mark) const {
    if (draft.type != EventType::trial && draft.type != EventType::arrest) {
        return false;
    }
    const std::uint32_t begin = mark.tokens.begin;
    for (std::uint32_t token = begin; token > draft.extent.end && begin - token < bound_reach; --token) {
        if (m_text[token - 1].punct) {
            return false;
        }
        if (m_text[token - 1].casualty_word) {
            return true;
        }
    }
    return false;
}

/// Told as going on, or in the present tense: "they fight", "fighting rages", "they are trying to seize".
bool DateLinker::lasts(const Draft& draft) const {
    if (draft.ongoing || (draft.verb && has_flag(draft.flags, FormFlag::present))) {
        return true;
    }
    const std::uint32_t first = draft.trigger.begin;
    const std::uint32_t begin = m_text.document().sentences()[draft.sentence].tokens.begin;
    for (std::uint32_t token = first; token > begin && first - token < lasting_reach; --token) {
        const std::uint32_t before = token - 1;
        const bool carries = m_text.has(before, Cue::attempt) || m_text.has(before, Cue::light);
        if (carries && m_text.has_form(before, FormFlag::present)) {
            return true;
        }
    }
    return false;
}

/// "A storm hit the towns, and a plane landed on Tuesday": the second act has the date for itself.
bool DateLinker::another_act_between(const Draft& draft, const Mark& mark) const {
    for (std::uint32_t token = draft.extent.end; token < mark.tokens.begin; ++token) {
        const Tag& tag = m_text[token];
        const bool opens = m_text[token - 1].punct && m_text[token - 1].break_before;
        if (opens && tag.conjoined && tag.event_word && m_text.has_form(token, FormFlag::verb)) {
            return true;
        }
    }
    return false;
}

/// The only date of a sentence holds for all that it tells, however far it stands: "..., in the east of the country,
/// on Tuesday". Not the day on which something was merely said, nor one that belongs to another event.
bool DateLinker::is_sole_day(const Draft& draft, const Mark& mark) const {
    const Timex& timex = timex_of(mark);
    const bool day = timex.range && timex.range->precision == DatePrecision::day && !timex.since;
    return day && !tells(draft, mark) && !draft.pluperfect && draft.status == EventStatus::asserted &&
           !another_act_between(draft, mark);
}

bool DateLinker::may_date(const Draft& draft, const Mark& mark) const {
    if (mark.tokens.end <= draft.extent.begin && count_of(draft)) {
        return false; // "on Saturday, two days after the raid"
    }
    if (mark.tokens.begin < draft.trigger.begin && has_flag(draft.flags, FormFlag::purpose)) {
        return false; // the date is that of the act, not of its aim
    }
    if (is_stretch_of_days(timex_of(mark)) &&
        (!is_near(*timex_of(mark).range, m_dct, draft.status == EventStatus::planned) || is_of_clause(draft, mark))) {
        return false;
    }
    const bool belongs = !is_frame(draft, mark) && !lasts_elsewhere(draft, mark) && !is_of_charge(draft, mark) &&
                         !lies_ahead(draft, mark) && !is_of_reply(draft, mark);
    const bool span = is_span(timex_of(mark)) && !lasts(draft) && !lasts_since(draft, mark) && !is_ago(draft, mark);
    return !span && !dates_crime(draft, mark) && belongs;
}

/// "Sentenced on Thursday for his part in the attack": the day is that of the sentence.
bool DateLinker::is_of_charge(const Draft& draft, const Mark& mark) {
    return draft.charge >= 0 && mark.tokens.begin < static_cast<std::uint32_t>(draft.charge);
}

/// "On Saturday struck in reply to an attack": the day is that of the reply.
bool DateLinker::is_of_reply(const Draft& draft, const Mark& mark) const {
    const std::uint32_t first = draft.extent.begin;
    if (draft.verb || mark.tokens.end > first || first < 2) {
        return false;
    }
    const bool word = m_text.has(first - 1, Cue::following) && m_text[first - 1].length == 1;
    const bool phrase = m_text.has(first - 2, Cue::following) && m_text[first - 2].length == 2;
    return word || phrase;
}

/// What nobody plans aloud, or is told as done, has no day to come: "was arrested, and the trial was put off to May".
bool DateLinker::lies_ahead(const Draft& draft, const Mark& mark) const {
    const std::optional<DateRange>& range = mark.range;
    if (!m_dct || !range || !range->first || days_between(*m_dct, *range->first) <= 1 ||
        draft.status == EventStatus::planned) {
        return false;
    }
    const bool done = draft.verb && has_flag(draft.flags, FormFlag::past) && !has_flag(draft.flags, FormFlag::present);
    return done || sphere_of(draft.type) == Sphere::violence || draft.type == EventType::arrest;
}

/// "The sides that have fought since Monday agreed on a truce": "since" goes with the verb before it.
bool DateLinker::lasts_elsewhere(const Draft& draft, const Mark& mark) const {
    if (!timex_of(mark).since || mark.tokens.end > draft.trigger.begin) {
        return false;
    }
    const std::uint32_t begin = m_text.document().sentences()[mark.sentence].tokens.begin;
    for (std::uint32_t t = mark.tokens.begin; t > begin && mark.tokens.begin - t < lasting_verb_reach; --t) {
        if (m_text[t - 1].event_word && t - 1 != draft.trigger.begin) {
            return true;
        }
        if (m_text[t - 1].punct || m_text[t - 1].break_before) {
            return false;
        }
    }
    return false;
}

/// "Seized arms of the rebels, who have lost ground in the past days": of the relative clause.
bool DateLinker::is_of_clause(const Draft& draft, const Mark& mark) const {
    for (std::uint32_t t = draft.extent.end; t < mark.tokens.begin; ++t) {
        if (m_text.has(t, Cue::relative)) {
            return true;
        }
    }
    return false;
}

/// "The worst attack of this year", "the first visit since 2014": what it is compared with.
bool DateLinker::is_frame(const Draft& draft, const Mark& mark) const {
    const Timex& timex = timex_of(mark);
    const bool wide = timex.since || (timex.range && timex.range->precision == DatePrecision::year);
    if (!wide || mark.tokens.begin < draft.trigger.begin) {
        return false;
    }
    const std::uint32_t begin = m_text.document().sentences()[draft.sentence].tokens.begin;
    const std::uint32_t from = std::max(begin, draft.trigger.begin - std::min(draft.trigger.begin, frame_reach));
    for (std::uint32_t token = from; token < mark.tokens.begin; ++token) {
        if (m_text.timex(token) < 0 && m_text.has(token, Cue::superlative)) {
            return true;
        }
    }
    return false;
}

LinkScore<DateFeature> DateLinker::score_none(const Draft& draft) const {
    DateScore score(m_weights, m_trace != nullptr);
    score.add(DateFeature::none);
    score.add_if(draft.pluperfect, DateFeature::none_past);
    score.add_if(draft.verb, DateFeature::none_verb);
    score.add_if(sphere_of(draft.type) == Sphere::politics, DateFeature::none_politics);
    score.add_if(is_late(draft), DateFeature::none_late);
    score.add_value(m_words.of_none(draft));
    return score;
}

void DateLinker::add_distance(DateScore& score, const Draft& draft, const Mark& mark) const {
    const std::uint32_t tokens = gap(draft.trigger, mark.tokens);
    const bool opens = mark.tokens.begin <= m_text.document().sentences()[mark.sentence].tokens.begin + 2;
    const int commas = m_text.commas_between(draft.trigger.begin, mark.tokens.begin);
    const int breaks = m_text.breaks_between(draft.trigger.begin, mark.tokens.begin) - commas;
    score.add(DateFeature::distance, static_cast<float>(std::min(tokens, longest_distance)));
    if (!opens) {
        score.add(DateFeature::comma, static_cast<float>(std::min(commas, most_marks)));
        score.add(DateFeature::break_between, static_cast<float>(std::clamp(breaks, 0, most_marks)));
    }
    score.add_if(tokens == 0, DateFeature::touching);
    score.add_if(tokens <= beside_reach && commas + breaks == 0, DateFeature::beside);
}

/// "Met him after the raid, and on Sunday held": another event begins right after the expression, nearer than this one.
bool DateLinker::has_rival_beyond(const Draft& draft, const Mark& mark) const {
    const std::uint32_t own = gap(draft.trigger, mark.tokens);
    const bool after = mark.tokens.begin >= draft.trigger.begin;
    const TokenRange sentence = m_text.document().sentences()[mark.sentence].tokens;
    for (std::uint32_t step = 1; step <= std::min(own, rival_reach); ++step) {
        if (after ? mark.tokens.end + step > sentence.end : mark.tokens.begin < sentence.begin + step) {
            return false;
        }
        const std::uint32_t token = after ? mark.tokens.end + step - 1 : mark.tokens.begin - step;
        if (m_text[token].punct) {
            return false;
        }
        if (m_text[token].event_word) {
            return true;
        }
    }
    return false;
}

/// The day of a verb of saying, unless the event stands between the two.
bool DateLinker::tells(const Draft& draft, const Mark& mark) {
    const bool between =
        mark.tokens.begin >= draft.trigger.begin && static_cast<std::int32_t>(draft.trigger.begin) > mark.speech;
    return mark.speech >= 0 && !between;
}

/// "Said on Sunday that": what follows is told, not dated.
bool DateLinker::that_between(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t token = begin; token < end; ++token) {
        if (m_text.has(token, Cue::that)) {
            return true;
        }
    }
    return false;
}

void DateLinker::add_grammar(DateScore& score, const Draft& draft, const Mark& mark) const {
    const bool after = mark.tokens.begin >= draft.trigger.begin;
    score.add(after ? DateFeature::after : DateFeature::before);
    const bool telling = tells(draft, mark);
    score.add_if(telling, DateFeature::speech);
    if (telling) {
        score.add_if(is_definite(draft), DateFeature::speech_definite);
        score.add_if(is_late(draft), DateFeature::speech_late);
        score.add_if(draft.pluperfect, DateFeature::speech_past);
    }
    score.add_if(telling && that_between(mark.tokens.end, draft.trigger.begin), DateFeature::speech_that);
    const bool continues = draft.verb && m_text[draft.trigger.begin].conjoined; // visited on the 26th and met
    const std::uint32_t begin = m_text.document().sentences()[mark.sentence].tokens.begin;
    score.add_if(!after && !continues && mark.bound && mark.tokens.begin > begin + bound_reach,
                 DateFeature::bound_elsewhere);
    score.add_if(draft.headline, DateFeature::headline);
}

namespace {

std::optional<DateFeature> precision_feature(DatePrecision precision) {
    switch (precision) {
    case DatePrecision::day: return DateFeature::day;
    case DatePrecision::week: return std::nullopt;
    case DatePrecision::month: return DateFeature::month;
    case DatePrecision::year: return DateFeature::year;
    default: return DateFeature::stretch;
    }
}

} // namespace

/// "Since the war began in 2011": the year is that of the war, unless the event is the war.
bool DateLinker::follows_since(const Mark& mark, TokenRange trigger) const {
    const std::uint32_t begin = m_text.document().sentences()[mark.sentence].tokens.begin;
    for (std::uint32_t t = mark.tokens.begin; t > begin && mark.tokens.begin - t < since_reach; --t) {
        if (m_text[t - 1].break_before && m_text[t - 1].punct) {
            return false;
        }
        if (m_text.has(t - 1, Cue::since)) {
            return trigger.end < t || trigger.begin > mark.tokens.begin;
        }
    }
    return false;
}

/// When it is, seen from the day of publication and from the tense of the event.
void DateLinker::add_time(DateScore& score, const Draft& draft, const Mark& mark) const {
    const Timex& timex = timex_of(mark);
    const bool after = mark.tokens.begin >= draft.trigger.begin;
    const bool ago = draft.verb && after && mark.tokens.begin <= draft.trigger.end + 1; // killed two years ago
    if (timex.since) {
        const bool stretch = lasts(draft) || is_start(draft, mark) || lasts_since(draft, mark);
        score.add_if(!ago && !is_ago(draft, mark) && !stretch, DateFeature::since);
        score.add_if(stretch, DateFeature::since_lasting);
    }
    score.add_if(!timex.since && follows_since(mark, draft.trigger), DateFeature::since_clause);
    if (!timex.range) {
        return;
    }
    if (const auto precision = precision_feature(timex.range->precision)) {
        score.add(*precision);
    }
    score.add_if(timex.range->precision == DatePrecision::vague, DateFeature::vague);
    score.add_if(timex.range->precision == DatePrecision::ongoing, DateFeature::present);
    score.add_if(mark.paired, DateFeature::pair);
    score.add_if(is_ago(draft, mark), DateFeature::ago);
    if (!m_dct) {
        return;
    }
    const bool planned = draft.status == EventStatus::planned;
    const std::optional<DateRange> range = range_for(draft, mark);
    const auto days_ago = [this](const std::optional<Date>& day) { return day ? days_between(*day, *m_dct) : 0; };
    score.add_if(days_ago(range->last) > old_days, DateFeature::old);
    score.add_if(days_ago(range->last) > old_days && draft.pluperfect, DateFeature::old_past);
    score.add_if(days_ago(range->first) < 0 && !planned, DateFeature::coming_asserted);
}

/// Other events that may claim the date, and other dates that the event may have.
void DateLinker::add_rivals(DateScore& score, const Draft& draft, const Mark& mark, Marks marks) const {
    const bool after = mark.tokens.begin >= draft.trigger.begin;
    const std::uint32_t low = after ? draft.extent.end : mark.tokens.end;
    const std::uint32_t high = after ? mark.tokens.begin : draft.extent.begin;
    // The crime that someone is tried for has a date of its own.
    const bool legal = draft.type == EventType::trial || draft.type == EventType::arrest;
    int others = 0;
    for (std::uint32_t token = low; token < high && others < most_rivals; ++token) {
        others += m_text[token].event_word || (legal && m_text[token].casualty_word) ? 1 : 0;
    }
    score.add(DateFeature::event_between, static_cast<float>(others));
    score.add_if(others > 0 && is_coarse(timex_of(mark)), DateFeature::coarse_event);
    score.add_if(has_rival_beyond(draft, mark), DateFeature::rival_beyond);
    score.add_if(marks.size() == 1 && is_sole_day(draft, mark), DateFeature::sole_day);
}

LinkScore<DateFeature> DateLinker::score_mark(const Draft& draft, const Mark& mark, Marks marks) const {
    DateScore score(m_weights, m_trace != nullptr);
    add_distance(score, draft, mark);
    add_grammar(score, draft, mark);
    add_time(score, draft, mark);
    add_rivals(score, draft, mark, marks);
    score.add_value(m_words.of_target(draft, target_of(mark)));
    return score;
}

LinkTarget DateLinker::target_of(const Mark& mark) const {
    const Timex& timex = timex_of(mark);
    const std::uint32_t begin = m_text.document().token(mark.tokens.begin).span.begin;
    const TextSpan clitic{begin, std::max(begin, timex.span.begin)};
    return {mark.tokens, m_text.document().source(clitic), false};
}

} // namespace yaqut::events
