// SPDX-License-Identifier: Apache-2.0
// Which time expression of its sentence an event takes.
#include <algorithm>

#include "events/dates.hpp"

namespace yaqut::events {

namespace {

constexpr std::uint32_t date_reach = 60; ///< tokens between a trigger and its date

} // namespace

void DateLinker::set_ongoing(Draft& draft) const {
    draft.date.ongoing = true;
    draft.date.link = Link::stated;
    if (m_dct) {
        draft.date.range = DateRange{m_dct, m_dct, DatePrecision::ongoing};
    }
}

/// The expressions of the event's sentence within reach.
DateLinker::Marks DateLinker::marks_near(const Draft& draft) const {
    const auto begin = std::partition_point(m_marks.begin(), m_marks.end(), [&](const Mark& mark) {
        return mark.sentence < draft.sentence ||
               (mark.sentence == draft.sentence && mark.tokens.end + date_reach < draft.trigger.begin);
    });
    const auto end = std::partition_point(begin, m_marks.end(), [&](const Mark& mark) {
        return mark.sentence == draft.sentence && mark.tokens.begin <= draft.trigger.end + date_reach;
    });
    return {begin, end};
}

/// A choice as the trainer sees it.
LinkOption DateLinker::option_of(const Draft& draft, const Mark& mark, DateScore& score) const {
    Draft dated = draft;
    take(dated, mark);
    return {
        mark.timex, dated.date.range, score.value(), score.parts(), {}, m_words.list_target(draft, target_of(mark))};
}

void DateLinker::link(Draft& draft) const {
    const Marks marks = marks_near(draft);
    if (marks.empty() && m_trace == nullptr) {
        settle(draft, nullptr);
        return;
    }
    DateScore none = score_none(draft);
    LinkChoice choice{m_text.document().span_of(draft.trigger), draft.type, "date_stated", {}};
    const Mark* best = nullptr;
    float best_score = none.value();
    ChoiceSum sum;
    sum.add(best_score);
    for (const Mark& mark : marks) {
        if (!may_date(draft, mark)) {
            continue;
        }
        DateScore score = score_mark(draft, mark, marks);
        sum.add(score.value());
        if (score.value() > best_score) {
            best = &mark;
            best_score = score.value();
        }
        if (m_trace != nullptr) {
            choice.options.push_back(option_of(draft, mark, score));
        }
    }
    if (m_trace != nullptr) {
        choice.options.push_back({-1, {}, none.value(), none.parts(), {}, m_words.list_none(draft)});
        m_trace->push_back(std::move(choice));
    }
    decide(draft, best, sum.share(best_score));
}

/// Takes the best choice (nullptr: none) if its share is large enough. Of what had ended a day says little: not after
/// it.
void DateLinker::decide(Draft& draft, const Mark* best, float share) const {
    const bool unsure = best != nullptr && !draft.ended && share < least_stated_share;
    settle(draft, unsure ? nullptr : best);
    if (unsure) {
        draft.date.unsure = !draft.date.known();
    } else if (best != nullptr) {
        draft.date.sure = share;
    }
}

/// Gives the event this date; without one, what its being under way or to come tells of it.
void DateLinker::settle(Draft& draft, const Mark* best) const {
    if (best != nullptr) {
        take(draft, *best);
    } else if (draft.ongoing && !draft.ended) {
        set_ongoing(draft);
    } else if (m_dct && draft.verb && has_flag(draft.flags, FormFlag::future)) {
        draft.date.range = DateRange{m_dct, std::nullopt, DatePrecision::range}; // will: not before this day
        draft.date.link = Link::context;
    }
}

} // namespace yaqut::events
