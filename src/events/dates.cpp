// SPDX-License-Identifier: Apache-2.0
#include "events/dates.hpp"

#include <algorithm>

#include "events/places.hpp"
#include "events/triggers.hpp"

namespace yaqut::events {

namespace {

constexpr std::uint32_t date_reach = 60;   ///< tokens between a trigger and its date
constexpr std::uint32_t speech_reach = 10; ///< tokens from a verb of saying to the date of the saying
constexpr float link_threshold = 2.0F;
constexpr float sole_threshold = -3.0F; ///< of the only date of a sentence
constexpr float refused = -100.0F;
constexpr float per_token = 0.15F;
constexpr float per_comma = 0.7F; ///< a date may close the sentence after several commas
constexpr float per_break = 2.0F;
constexpr float per_event = 1.5F;          ///< another event between the two
constexpr std::uint32_t lasting_reach = 5; ///< tokens from a verb in the present to the event that it carries
constexpr std::size_t inherit_reach = 6;   ///< events to look back for the date of a story that goes on
constexpr double same_town_km = 25.0;
constexpr std::uint32_t bound_reach = 4; ///< tokens between an event and a date that is bound to it

/// "For days" tells no date, "since days" at least an end: of what lasts.
bool is_span(const Timex& timex) { return timex.since && timex.type == TimexType::duration; }

bool may_date(const Timex& timex) {
    return is_span(timex) || (timex.dates_events && timex.type != TimexType::duration && timex.type != TimexType::set);
}

} // namespace

DateLinker::DateLinker(const TaggedText& text, std::optional<Date> dct) : m_text(text), m_dct(dct) {
    for (std::size_t i = 0; i < text.timexes().size(); ++i) {
        const Timex& timex = text.timexes()[i];
        if (!may_date(timex) || timex.tokens.empty() || timex.tokens.end > text.size()) {
            continue;
        }
        Mark mark{static_cast<std::int32_t>(i), timex.tokens, text.document().sentence_of(timex.tokens.begin), -1,
                  false};
        mark.speech = speech_of(mark);
        mark.bound = is_bound(mark);
        m_marks.push_back(mark);
    }
    std::sort(m_marks.begin(), m_marks.end(),
              [](const Mark& a, const Mark& b) { return a.tokens.begin < b.tokens.begin; });
}

/// "The ministry said on Sunday that ...": the verb of saying before a day; -1 when there is none.
std::int32_t DateLinker::speech_of(const Mark& mark) const {
    const Timex& timex = m_text.timexes()[static_cast<std::size_t>(mark.timex)];
    if (timex.range && timex.range->precision != DatePrecision::day) {
        return -1; // "announced last year that it had killed ...": loosely the year of both
    }
    const TokenRange sentence = m_text.document().sentences()[mark.sentence].tokens;
    const std::uint32_t begin = mark.tokens.begin;
    for (std::uint32_t token = begin; token > sentence.begin && begin - token < speech_reach; --token) {
        const std::uint32_t before = token - 1;
        if (m_text.has(before, Cue::say)) {
            return static_cast<std::int32_t>(before);
        }
        if (m_text.has(before, Cue::that) || tells_act(before)) {
            return -1;
        }
    }
    return -1;
}

/// A verb that is no verb of saying: the day after it is the day of that act.
bool DateLinker::tells_act(std::uint32_t token) const {
    const bool verb = m_text.has_form(token, FormFlag::verb) && !m_text.has_form(token, FormFlag::noun);
    return verb && (m_text.has(token, Cue::light) || m_text[token].event_word || m_text[token].casualty_word);
}

bool DateLinker::is_bound(const Mark& mark) const {
    const TokenRange sentence = m_text.document().sentences()[mark.sentence].tokens;
    const std::uint32_t begin = mark.tokens.begin;
    for (std::uint32_t token = begin; token > sentence.begin && begin - token < bound_reach; --token) {
        if (m_text[token].break_before || m_text[token - 1].punct) {
            return false;
        }
        if (m_text[token - 1].event_word) {
            return true;
        }
    }
    return false;
}

float DateLinker::distance(const Draft& draft, const Mark& mark) const {
    const bool after = mark.tokens.begin >= draft.trigger.begin;
    const std::uint32_t gap = after ? mark.tokens.begin - std::min(draft.trigger.end, mark.tokens.begin)
                                    : draft.trigger.begin - std::min(mark.tokens.end, draft.trigger.begin);
    const bool opens = mark.tokens.begin <= m_text.document().sentences()[mark.sentence].tokens.begin + 2;
    const int commas = m_text.commas_between(draft.trigger.begin, mark.tokens.begin);
    const int breaks = m_text.breaks_between(draft.trigger.begin, mark.tokens.begin) - commas;
    const float apart = per_comma * static_cast<float>(commas) + per_break * static_cast<float>(breaks);
    const std::uint32_t low = after ? draft.extent.end : mark.tokens.end;
    const std::uint32_t high = after ? mark.tokens.begin : draft.extent.begin;
    // The crime that someone is tried for has a date of its own.
    const bool legal = draft.type == EventType::trial || draft.type == EventType::arrest;
    int others = 0;
    for (std::uint32_t token = low; token < std::min(high, low + date_reach) && others < 2; ++token) {
        others += m_text[token].event_word || (legal && m_text[token].casualty_word) ? 1 : 0;
    }
    return per_token * static_cast<float>(gap) + (opens ? 0.3F : 1.0F) * apart + per_event * static_cast<float>(others);
}

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

float DateLinker::relation(const Draft& draft, const Mark& mark) const {
    const bool after = mark.tokens.begin >= draft.trigger.begin;
    if (!after && has_flag(draft.flags, FormFlag::purpose)) {
        return refused; // the date is that of the act, not of its aim
    }
    const Timex& timex = m_text.timexes()[static_cast<std::size_t>(mark.timex)];
    if ((is_span(timex) && !lasts(draft)) || dates_crime(draft, mark)) {
        return refused;
    }
    float score = (after ? 8.0F : 7.0F) - distance(draft, mark);
    const bool told_between = after && static_cast<std::int32_t>(draft.trigger.begin) > mark.speech;
    if (mark.speech >= 0 && !told_between) {
        score -= 6.0F;
    }
    const bool continues = draft.verb && m_text[draft.trigger.begin].conjoined; // visited on the 26th and met
    const TokenRange sentence = m_text.document().sentences()[mark.sentence].tokens;
    if (!after && !continues && mark.bound && mark.tokens.begin > sentence.begin + bound_reach) {
        score -= 3.0F;
    }
    if (after && another_act_between(draft, mark)) {
        score -= 3.0F;
    }
    if (!timex.range) {
        score -= 2.0F;
    }
    const bool ago = draft.verb && after && mark.tokens.begin <= draft.trigger.end + 1; // killed two years ago
    if (timex.since && !ago && !lasts(draft)) {
        score -= 4.0F; // the beginning of something that lasts
    }
    return score;
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

void DateLinker::take(Draft& draft, const Mark& mark) const {
    const Timex& timex = m_text.timexes()[static_cast<std::size_t>(mark.timex)];
    draft.date.timex = mark.timex;
    draft.date.link = Link::stated;
    draft.date.range = timex.range;
    if (draft.ended && mark.tokens.begin < draft.trigger.begin && timex.range) {
        draft.date.range =
            DateRange{std::nullopt, timex.range->last, DatePrecision::range}; // "after the clashes ended"
        return;
    }
    if (draft.ongoing && timex.range && (timex.since || !timex.range->last)) {
        draft.date.range = DateRange{timex.range->first, m_dct, DatePrecision::ongoing};
        draft.date.ongoing = true;
    } else if (timex.since && lasts(draft)) {
        const std::optional<Date> first = timex.range ? timex.range->first : std::nullopt;
        draft.date.range = m_dct || first ? std::optional(DateRange{first, m_dct, DatePrecision::range}) : std::nullopt;
    }
}

void DateLinker::set_ongoing(Draft& draft) const {
    draft.date.ongoing = true;
    draft.date.link = Link::stated;
    if (m_dct) {
        draft.date.range = DateRange{m_dct, m_dct, DatePrecision::ongoing};
    }
}

void DateLinker::link(Draft& draft) const {
    const auto begin = std::partition_point(m_marks.begin(), m_marks.end(), [&](const Mark& mark) {
        return mark.sentence < draft.sentence ||
               (mark.sentence == draft.sentence && mark.tokens.end + date_reach < draft.trigger.begin);
    });
    const Mark* best = nullptr;
    float best_score = refused;
    std::size_t dates = 0;
    for (auto it = begin; it != m_marks.end() && it->sentence == draft.sentence; ++it) {
        if (it->tokens.begin > draft.trigger.end + date_reach) {
            break;
        }
        ++dates;
        const float score = relation(draft, *it);
        if (score > best_score) {
            best = &*it;
            best_score = score;
        }
    }
    const bool sole = dates == 1 && best != nullptr && may_be_sole(draft, *best);
    if (best != nullptr && best_score > (sole ? sole_threshold : link_threshold)) {
        take(draft, *best);
    } else if (draft.ongoing && !draft.ended) {
        set_ongoing(draft);
    } else if (m_dct && draft.verb && has_flag(draft.flags, FormFlag::future)) {
        draft.date.range = DateRange{m_dct, std::nullopt, DatePrecision::range}; // will: not before this day
        draft.date.link = Link::context;
    }
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
bool DateLinker::may_be_sole(const Draft& draft, const Mark& mark) const {
    const Timex& timex = m_text.timexes()[static_cast<std::size_t>(mark.timex)];
    const bool day = timex.range && timex.range->precision == DatePrecision::day && !timex.since;
    const bool told_between =
        static_cast<std::int32_t>(draft.trigger.begin) > mark.speech && draft.trigger.begin < mark.tokens.begin;
    return day && (mark.speech < 0 || told_between) && !draft.pluperfect && draft.status == EventStatus::asserted &&
           !another_act_between(draft, mark);
}

void DateLinker::inherit(std::vector<Draft>& drafts) const {
    for (std::size_t i = 1; i < drafts.size(); ++i) {
        Draft& draft = drafts[i];
        const bool news = draft.status == EventStatus::asserted && !draft.pluperfect && !draft.ended && !draft.ongoing;
        if (draft.date.known() || !news) {
            continue;
        }
        for (std::size_t j = i; j-- > 0 && i - j <= inherit_reach;) {
            const Draft& other = drafts[j];
            if (draft.block - other.block > 2) {
                break;
            }
            if (!other.date.known() || other.date.link != Link::stated) {
                continue;
            }
            if (continues(other, draft)) {
                draft.date = other.date;
                draft.date.link = Link::context;
            }
            break;
        }
    }
}

/// Told on in the next sentence: the same kind of thing, at the same place as far as the text says.
bool DateLinker::continues(const Draft& before, const Draft& draft) const {
    const bool day = before.date.range && before.date.range->precision == DatePrecision::day && !before.date.ongoing;
    if (!day || before.status != EventStatus::asserted || before.pluperfect ||
        sphere_of(before.type) != sphere_of(draft.type)) {
        return false;
    }
    if (!before.place.known() || !draft.place.known()) {
        return draft.place.known() == before.place.known();
    }
    return same_area(m_text.toponyms()[static_cast<std::size_t>(before.place.toponym)],
                     m_text.toponyms()[static_cast<std::size_t>(draft.place.toponym)], same_town_km);
}

void DateLinker::share(std::vector<Draft>& drafts) const {
    const std::optional<Group> group = m_text.rules().group("at_which");
    for (std::size_t i = 1; group && i < drafts.size(); ++i) {
        Draft& draft = drafts[i];
        const Draft& before = drafts[i - 1];
        if (draft.date.known() || !before.date.range || draft.trigger.begin - before.trigger.begin > date_reach) {
            continue;
        }
        for (std::uint32_t token = before.trigger.end; token < draft.trigger.begin; ++token) {
            if (m_text.sense(token, *group) != nullptr) {
                draft.date = before.date;
                draft.date.link = Link::context;
            }
        }
    }
}

bool dates_overlap(const DateRange& a, const DateRange& b, int slack) {
    const auto before = [slack](const std::optional<Date>& end, const std::optional<Date>& start) {
        return end && start && days_between(*end, *start) > slack;
    };
    return !before(a.last, b.first) && !before(b.last, a.first);
}

} // namespace yaqut::events
