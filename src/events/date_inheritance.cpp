// SPDX-License-Identifier: Apache-2.0
// Dates of events whose own sentence has none: of the story that they go on telling.
#include <algorithm>

#include "events/dates.hpp"
#include "events/places.hpp"
#include "events/twins.hpp"

namespace yaqut::events {

namespace {

constexpr std::size_t inherit_reach = 6; ///< events to look back for the date of a story that goes on
constexpr std::uint32_t block_reach = 2; ///< paragraphs
constexpr double same_town_km = 25.0;
constexpr std::uint32_t most_sentences = 5;
constexpr int old_days = 31;
constexpr std::uint32_t next_sentences = 2; ///< sentences to look ahead
constexpr std::size_t most_options = 8;     ///< as many as there are kinds
constexpr std::uint32_t story_reach = 9;    ///< tokens between an event and "meanwhile"
constexpr std::uint32_t reported_reach = 3; ///< tokens from "that" to the verb

bool is_stated(const Draft& draft) { return draft.date.known() && draft.date.link == Link::stated; }

bool is_day(const std::optional<DateRange>& range) { return range && range->precision == DatePrecision::day; }

/// Lasts, is over, is what somebody came for or the crime of a trial: its date is not that of the story.
bool is_apart(const Draft& draft) {
    return draft.ended || draft.ongoing || draft.charge >= 0 || has_flag(draft.flags, FormFlag::purpose);
}

bool is_unreal(const Draft& draft) {
    return draft.status == EventStatus::planned || draft.status == EventStatus::negated;
}

/// An event of the same type, told shortly after, has the expression for its date.
bool dates_same_type(const std::vector<Draft>& drafts, std::size_t index, std::int32_t timex) {
    for (std::size_t next = index + 1; next < std::min(drafts.size(), index + inherit_reach); ++next) {
        if (is_stated(drafts[next]) && drafts[next].date.timex == timex && drafts[next].type == drafts[index].type) {
            return true;
        }
    }
    return false;
}

} // namespace

/// The event told last that has a date of its own; of the same sphere if there is one.
const Draft* DateLinker::told_before(const std::vector<Draft>& drafts, std::size_t index) const {
    const Draft& draft = drafts[index];
    const Draft* source = nullptr;
    for (std::size_t j = index;
         j-- > 0 && index - j <= inherit_reach && draft.block - drafts[j].block <= block_reach;) {
        if (!is_stated(drafts[j]) || !drafts[j].date.range) {
            continue;
        }
        const bool same_sphere = sphere_of(drafts[j].type) == sphere_of(draft.type);
        source = source == nullptr || same_sphere ? &drafts[j] : source;
        if (same_sphere) {
            break;
        }
    }
    return source;
}

/// The expression named last before the event, in an earlier sentence of its paragraph or in the one before.
const DateLinker::Mark* DateLinker::named_before(const Draft& draft) const {
    const auto behind = std::partition_point(m_marks.begin(), m_marks.end(),
                                             [&](const Mark& mark) { return mark.sentence < draft.sentence; });
    if (behind == m_marks.begin()) {
        return nullptr;
    }
    const Mark& mark = *(behind - 1);
    const bool here = draft.block - m_text.document().sentences()[mark.sentence].block <= 1;
    return here && mark.range && !timex_of(mark).since ? &mark : nullptr;
}

/// The first expression after the event's sentence, in one of the next ones.
const DateLinker::Mark* DateLinker::named_after(const Draft& draft) const {
    const auto next = std::partition_point(m_marks.begin(), m_marks.end(),
                                           [&](const Mark& mark) { return mark.sentence <= draft.sentence; });
    const text::Document& document = m_text.document();
    if (next == m_marks.end() || next->sentence - draft.sentence > next_sentences ||
        document.sentences()[next->sentence].block - draft.block > 1) {
        return nullptr;
    }
    return next->range && !timex_of(*next).since ? &*next : nullptr;
}

/// "Said that he had met him": a verb after the conjunction of a verb of saying.
bool DateLinker::is_reported(const Draft& draft) const {
    const std::uint32_t first = draft.extent.begin;
    const std::uint32_t begin = m_text.document().sentences()[draft.sentence].tokens.begin;
    for (std::uint32_t t = first; draft.verb && t > begin && first - t < reported_reach; --t) {
        if (m_text.has(t - 1, Cue::that)) {
            return true;
        }
    }
    return false;
}

/// Words near the event, for "meanwhile", "earlier in the day": told of the day of what is told before.
CueSet DateLinker::cues_around(const Draft& draft) const {
    const TokenRange sentence = m_text.document().sentences()[draft.sentence].tokens;
    const std::uint32_t first =
        std::max(sentence.begin, draft.extent.begin - std::min(draft.extent.begin, story_reach));
    const std::uint32_t end = std::min(sentence.end, draft.extent.end + story_reach);
    CueSet cues;
    for (std::uint32_t t = first; t < end; ++t) {
        cues |= m_text.cues(t);
    }
    return cues;
}

LinkScore<InheritanceFeature> DateLinker::score_unknown(const Draft& draft, const Story& story) const {
    InheritanceScore score(m_inheritance_weights, m_trace != nullptr);
    score.add(InheritanceFeature::none);
    score.add_if(draft.verb, InheritanceFeature::none_verb);
    score.add_if(has_flag(draft.flags, FormFlag::definite), InheritanceFeature::none_definite);
    score.add_if(draft.headline, InheritanceFeature::none_headline);
    score.add_if(has_trait(draft.traits, Trait::casualty), InheritanceFeature::none_casualty);
    score.add_if(draft.pluperfect, InheritanceFeature::none_past);
    score.add_if(is_unreal(draft), InheritanceFeature::none_unreal);
    score.add_if(is_late(draft), InheritanceFeature::none_late);
    score.add_if(has_own_place(draft), InheritanceFeature::none_placed);
    score.add_if(is_decision(draft.type), InheritanceFeature::none_decision);
    score.add_if(draft.type == EventType::agreement || draft.type == EventType::sanction,
                 InheritanceFeature::none_pact);
    score.add_if(story.ties.opens(draft.sentence), InheritanceFeature::none_opens);
    score.add_value(m_own_words.of_none(draft));
    return score;
}

/// The score of the date's option; a new one when it has none yet.
LinkScore<InheritanceFeature>& DateLinker::option_for(Options& options, const Draft& draft,
                                                      const DateLink& date) const {
    const auto found = std::find_if(options.begin(), options.end(),
                                    [&](const Inherited& option) { return option.date.range == date.range; });
    if (found != options.end()) {
        return found->score;
    }
    Inherited option{date, InheritanceScore(m_inheritance_weights, m_trace != nullptr)};
    option.date.link = Link::context;
    const std::optional<Date>& last = date.range->last;
    if (draft.pluperfect) {
        option.score.add(InheritanceFeature::past_told);
        option.score.add_if(m_dct && last && days_between(*last, *m_dct) > old_days, InheritanceFeature::past_old);
    }
    if (is_unreal(draft)) {
        option.score.add(InheritanceFeature::unreal_told);
        option.score.add_if(m_dct && (!last || days_between(*last, *m_dct) < 0), InheritanceFeature::unreal_coming);
    }
    options.push_back(std::move(option));
    return options.back().score;
}

bool DateLinker::same_place(const Draft& a, const Draft& b) const {
    return a.place.toponym == b.place.toponym ||
           same_area(m_text.toponyms()[static_cast<std::size_t>(a.place.toponym)],
                     m_text.toponyms()[static_cast<std::size_t>(b.place.toponym)], same_town_km);
}

void DateLinker::add_told(Options& options, const std::vector<Draft>& drafts, std::size_t index) const {
    const Draft* found = told_before(drafts, index);
    if (found == nullptr) {
        return;
    }
    const Draft& draft = drafts[index];
    const Draft& source = *found;
    InheritanceScore& score = option_for(options, draft, source.date);
    score.add(InheritanceFeature::told);
    score.add_if(source.type == draft.type, InheritanceFeature::told_same_type);
    score.add_if(!source.place.known() && !draft.place.known(), InheritanceFeature::told_no_place);
    score.add_if(source.place.known() != draft.place.known(), InheritanceFeature::told_one_place);
    score.add_if(sphere_of(source.type) != sphere_of(draft.type), InheritanceFeature::told_other_sphere);
    score.add_if(!is_day(source.date.range), InheritanceFeature::told_range);
    score.add_if(source.date.ongoing, InheritanceFeature::told_ongoing);
    score.add_if(source.sentence == draft.sentence, InheritanceFeature::told_beside);
    score.add_if(source.first_block, InheritanceFeature::told_lead);
    score.add_if(is_definite(draft), InheritanceFeature::told_definite);
    score.add_if(!draft.verb, InheritanceFeature::told_noun);
    score.add_if(source.word == draft.word, InheritanceFeature::told_word);
    const CueSet cues = cues_around(draft);
    score.add_if(cues.has(Cue::alongside), InheritanceFeature::told_meanwhile);
    score.add_if(cues.has(Cue::same_day), InheritanceFeature::told_same_day);
    if (source.fatalities.known() && draft.fatalities.known()) {
        score.add(source.fatalities == draft.fatalities ? InheritanceFeature::told_toll
                                                        : InheritanceFeature::told_other_toll);
    }
}

void DateLinker::add_named(Options& options, const Draft& draft) const {
    const Mark* mark = named_before(draft);
    if (mark == nullptr) {
        return;
    }
    InheritanceScore& score =
        option_for(options, draft, {mark->timex, Link::context, mark->range, false, mark->speech >= 0});
    score.add(InheritanceFeature::named);
    score.add_if(mark->speech >= 0, InheritanceFeature::named_speech);
    score.add(InheritanceFeature::named_sentences,
              static_cast<float>(std::min(draft.sentence - mark->sentence, most_sentences)));
}

void DateLinker::add_next(Options& options, const std::vector<Draft>& drafts, std::size_t index) const {
    const Draft& draft = drafts[index];
    const Mark* mark = named_after(draft);
    if (mark == nullptr) {
        return;
    }
    InheritanceScore& score =
        option_for(options, draft, {mark->timex, Link::context, mark->range, false, mark->speech >= 0});
    score.add_if(draft.headline || draft.first_block, InheritanceFeature::next_lead);
    score.add_if(mark->speech >= 0, InheritanceFeature::next_speech);
    score.add_if(m_text.document().sentences()[mark->sentence].block != draft.block,
                 InheritanceFeature::next_paragraph);
    score.add_if(dates_same_type(drafts, index, mark->timex), InheritanceFeature::next_event);
}

DateLinker::Options DateLinker::options_of(const std::vector<Draft>& drafts, std::size_t index, Story& story) const {
    const Draft& draft = drafts[index];
    Options options;
    options.reserve(most_options);
    add_told(options, drafts, index);
    add_named(options, draft);
    add_next(options, drafts, index);
    add_twins(options, drafts, index);
    add_lead(options, draft);
    add_full(options, draft, story.calendar);
    add_now(options, draft, story.calendar);
    add_counted(options, drafts, index);
    for (Inherited& option : options) {
        add_near(option, drafts, index);
        add_ties(option, draft, story.ties);
        add_presence(option, draft, story.calendar);
    }
    return options;
}

void DateLinker::inherit_date(std::vector<Draft>& drafts, std::size_t index, Story& story) const {
    Draft& draft = drafts[index];
    Options options = options_of(drafts, index, story);
    InheritanceScore unknown = score_unknown(draft, story);
    float best = unknown.value();
    const Inherited* chosen = nullptr;
    ChoiceSum sum;
    sum.add(best);
    for (const Inherited& option : options) {
        sum.add(option.score.value());
        if (option.score.value() > best) {
            best = option.score.value();
            chosen = &option;
        }
    }
    const float share = sum.share(best);
    if (chosen != nullptr && share >= least_inherited_share) {
        draft.date = chosen->date;
        draft.date.sure = share;
    } else if (chosen != nullptr) {
        draft.date.unsure = true;
    }
    if (m_trace != nullptr) {
        trace(draft, options, unknown);
    }
}

/// Takes the choices down for the trainer.
void DateLinker::trace(const Draft& draft, Options& options, InheritanceScore& unknown) const {
    LinkChoice choice{m_text.document().span_of(draft.trigger), draft.type, "date_inherited", {}};
    for (Inherited& option : options) {
        choice.options.push_back(
            {option.date.timex, option.date.range, option.score.value(), option.score.parts(), {}});
    }
    choice.options.push_back({-1, {}, unknown.value(), unknown.parts(), {}, m_own_words.list_none(draft)});
    m_trace->push_back(std::move(choice));
}

namespace {

/// Without a date; a plan that is only known to lie ahead has none yet.
bool is_open(const Draft& draft) { return draft.date.timex < 0 && !draft.date.ongoing && !is_apart(draft); }

} // namespace

void DateLinker::inherit(std::vector<Draft>& drafts) const {
    if (m_marks.empty() && !m_dct) {
        return;
    }
    std::optional<Story> story;
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        if (is_open(drafts[i])) {
            if (!story) {
                story.emplace(Story{calendar(drafts), SentenceTies(m_text)});
            }
            inherit_date(drafts, i, *story);
        }
    }
}

} // namespace yaqut::events
