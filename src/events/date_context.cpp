// SPDX-License-Identifier: Apache-2.0
// Dates from farther off: of the same event told elsewhere, and of the lead.
#include <algorithm>

#include "events/dates.hpp"
#include "events/places.hpp"
#include "events/twins.hpp"

namespace yaqut::events {

namespace {

constexpr std::uint32_t lead_sentences = 4; ///< with the headline
constexpr int most_events = 4;
constexpr std::uint32_t now_reach = 4; ///< tokens
constexpr int old_days = 31;

bool is_day(const std::optional<DateRange>& range) { return range && range->precision == DatePrecision::day; }

} // namespace

/// The nearest events of the same type that have dates of their own, before and after.
void DateLinker::add_twins(Options& options, const std::vector<Draft>& drafts, std::size_t index) const {
    const Draft& draft = drafts[index];
    const auto fits = [&](const Draft& other) {
        return other.type == draft.type && other.sentence != draft.sentence && other.date.link == Link::stated &&
               other.date.range;
    };
    for (const Draft* twin : twins_of(drafts, index, fits)) {
        if (twin != nullptr) {
            add_twin(options, draft, *twin);
        }
    }
}

void DateLinker::add_twin(Options& options, const Draft& draft, const Draft& twin) const {
    const bool after = twin.trigger.begin > draft.trigger.begin;
    InheritanceScore& score = option_for(options, draft, twin.date);
    score.add(InheritanceFeature::twin);
    score.add_if(after, InheritanceFeature::twin_after);
    score.add_if(is_definite(draft), InheritanceFeature::twin_definite);
    score.add_if(twin.word == draft.word, InheritanceFeature::twin_word);
    score.add_if(twin.fatalities.known() && twin.fatalities == draft.fatalities, InheritanceFeature::twin_toll);
}

/// The date of most events of the sphere.
void DateLinker::add_full(Options& options, const Draft& draft, const Calendar& calendar) const {
    if (const Calendar::Day* day = calendar.fullest(sphere_of(draft.type))) {
        option_for(options, draft, day->date);
    }
}

/// The first day that the headline or the first paragraph names.
void DateLinker::add_lead(Options& options, const Draft& draft) const {
    const auto lead = std::find_if(m_marks.begin(), m_marks.end(), [this](const Mark& mark) {
        return mark.sentence >= lead_sentences || (is_day(mark.range) && !timex_of(mark).since);
    });
    if (lead == m_marks.end() || lead->sentence >= lead_sentences || lead->sentence == draft.sentence) {
        return;
    }
    const std::optional<DateRange>& range = lead->range;
    InheritanceScore& score = option_for(options, draft, {lead->timex, Link::context, range, false, lead->speech >= 0});
    score.add(InheritanceFeature::lead);
    score.add_if(lead->speech >= 0, InheritanceFeature::lead_speech);
    score.add_if(is_definite(draft), InheritanceFeature::lead_definite);
    score.add_if(!draft.verb, InheritanceFeature::lead_noun);
    const bool fresh =
        m_dct && range->last && days_between(*range->last, *m_dct) >= 0 && days_between(*range->last, *m_dct) <= 1;
    score.add_if(fresh, InheritanceFeature::lead_publication);
}

/// What ties the event's sentence to that of the expression.
void DateLinker::add_ties(Inherited& option, const Draft& draft, SentenceTies& ties) const {
    constexpr int most_words = 4;
    constexpr int most_openings = 3;
    if (option.date.timex < 0) {
        return;
    }
    const Timex& timex = m_text.timexes()[static_cast<std::size_t>(option.date.timex)];
    const std::uint32_t sentence = m_text.document().sentence_of(timex.tokens.begin);
    const int words = std::min(ties.shared_words(draft.sentence, sentence), most_words);
    const int openings = std::min(ties.openings_between(draft.sentence, sentence), most_openings);
    option.score.add_if(timex.tokens.begin > draft.trigger.begin, InheritanceFeature::offered_after);
    option.score.add(InheritanceFeature::offered_words, static_cast<float>(words));
    option.score.add(InheritanceFeature::offered_openings, static_cast<float>(openings));
}

/// A verb in the present carries the event: "clashes rage", "the visit that he is making". Not one that says it.
bool DateLinker::tells_now(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t t = begin; t < end && !m_text[t].punct; ++t) {
        const bool present = m_text.has_form(t, FormFlag::present) && !m_text.has_form(t, FormFlag::past) &&
                             !m_text.has_form(t, FormFlag::noun);
        if (present && !m_text.has(t, Cue::say) && m_text.toponym(t) < 0) {
            return true;
        }
    }
    return false;
}

/// What is told in the present goes on when the article is published.
void DateLinker::add_now(Options& options, const Draft& draft, const Calendar& calendar) const {
    const bool future = has_flag(draft.flags, FormFlag::future) || draft.status != EventStatus::asserted;
    if (!m_dct || future || draft.pluperfect) {
        return;
    }
    const TokenRange sentence = m_text.document().sentences()[draft.sentence].tokens;
    const std::uint32_t first = draft.extent.begin;
    const std::uint32_t end = draft.extent.end;
    const bool own = draft.verb && has_flag(draft.flags, FormFlag::present) && !has_flag(draft.flags, FormFlag::past);
    const std::uint32_t from = std::max(sentence.begin, first - std::min(first, now_reach));
    const bool before = !draft.verb && tells_now(from, first);
    const bool after = !draft.verb && tells_now(end, std::min(sentence.end, end + now_reach));
    if (!own && !before && !after) {
        return;
    }
    const DateLink now{-1, Link::context, DateRange{m_dct, m_dct, DatePrecision::ongoing}, true, false};
    InheritanceScore& score = option_for(options, draft, now);
    score.add(InheritanceFeature::now);
    score.add_if(own, InheritanceFeature::now_verb);
    score.add_if(before, InheritanceFeature::now_before);
    score.add_if(after, InheritanceFeature::now_after);
    score.add_if(draft.headline, InheritanceFeature::now_headline);
    score.add_if(draft.headline || draft.first_block, InheritanceFeature::now_lead);
    score.add_if(is_late(draft), InheritanceFeature::now_late);
    score.add_if(sphere_of(draft.type) == Sphere::politics, InheritanceFeature::now_politics);
    score.add_if(draft.type == EventType::visit, InheritanceFeature::now_visit);
    score.add_if(goes_on_for_days(draft.type), InheritanceFeature::now_lasting);
    score.add_if(is_reported(draft), InheritanceFeature::now_reported);
    score.add_if(m_text[draft.trigger.begin].quotes % 2 == 1, InheritanceFeature::now_quoted);
    score.add_if(is_definite(draft), InheritanceFeature::now_definite);
    score.add_if(calendar.days() > 0, InheritanceFeature::now_dated);
    score.add_if(!marks_near(draft).empty(), InheritanceFeature::now_beside);
    score.add_if(m_text.has(from, Cue::when) || (first > from && m_text.has(first - 1, Cue::when)),
                 InheritanceFeature::now_when);
}

/// Events of that date near this one in the text: where they are, and of what type.
void DateLinker::add_near(Inherited& option, const std::vector<Draft>& drafts, std::size_t index) const {
    const Draft& draft = drafts[index];
    bool here = false;
    int same_type = 0;
    int other_type = 0;
    const std::size_t end = std::min(drafts.size(), index + twin_reach);
    for (std::size_t i = index - std::min(index, twin_reach); i < end; ++i) {
        const Draft& other = drafts[i];
        if (i == index || other.date.link != Link::stated || other.date.range != option.date.range) {
            continue;
        }
        ++(other.type == draft.type ? same_type : other_type);
        here = here || (draft.place.known() && other.place.known() && same_place(other, draft));
    }
    option.score.add_if(here, InheritanceFeature::dated_here);
    option.score.add_if(same_type == 0 && other_type > 0, InheritanceFeature::present_other_type);
    option.score.add(InheritanceFeature::present_type, static_cast<float>(std::min(same_type, most_events)));
}

/// How present the date is in the article, and when it is, seen from the day of publication.
void DateLinker::add_presence(Inherited& option, const Draft& draft, const Calendar& calendar) const {
    const DateRange& range = *option.date.range;
    const Calendar::Day& day = calendar.of(range);
    const int all = day.events[0] + day.events[1] + day.events[2];
    const int own = day.events[static_cast<std::size_t>(sphere_of(draft.type))];
    option.score.add(InheritanceFeature::present_others, static_cast<float>(std::min(all - own, most_events)));
    option.score.add_if(calendar.days() == 1 && is_day(range), InheritanceFeature::present_sole);
    option.score.add_if(day.lead, InheritanceFeature::present_lead);
    option.score.add_if(!is_day(range), InheritanceFeature::kind_stretch);
    if (m_dct && range.last) {
        const int ago = days_between(*range.last, *m_dct);
        option.score.add_if(ago > old_days, InheritanceFeature::kind_old);
        option.score.add_if(ago < 0, InheritanceFeature::kind_coming);
    }
}

Calendar DateLinker::calendar(const std::vector<Draft>& drafts) const {
    ScratchVector<DateRange> named;
    named.reserve(m_marks.size());
    for (const Mark& mark : m_marks) {
        if (mark.range) {
            named.push_back(*mark.range);
        }
    }
    return {m_dct, named, drafts};
}

} // namespace yaqut::events
