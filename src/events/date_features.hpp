// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace yaqut::events {

/// What speaks for or against a time expression in the sentence of an event.
enum class DateFeature : std::uint8_t {
    none,      ///< no date: what an expression has to beat
    none_past, ///< told as what went before
    none_planned,
    none_verb,
    none_politics,
    none_casualty, ///< a word of killing without a cause in its sentence
    none_ongoing,  ///< told as going on: the day of publication is left to it
    none_definite, ///< "the attack": told before
    none_late,     ///< not in the headline or the first two paragraphs
    after,         ///< the expression follows the event
    before,
    distance, ///< tokens
    comma,
    break_between, ///< clause boundaries that are no commas
    comma_opening, ///< the same for an expression that opens the sentence
    break_opening,
    event_between,   ///< words of other events, at most two
    speech,          ///< the day of a verb of saying
    speech_that,     ///< and what was said follows: "said on Sunday that ..."
    speech_beside,   ///< and another expression is near that is no day of saying
    bound_elsewhere, ///< directly after another event's word
    act_between,     ///< another act begins between the two
    open,            ///< an expression without a range
    since,           ///< the beginning of something that lasts
    since_lasting,   ///< and of an event that lasts
    sole_day,        ///< the only expression of the sentence, a day
    nearest,         ///< no other expression is nearer
    mark_between,    ///< another expression between the two
    day,
    week,
    month,
    year,
    stretch, ///< a range of days or a vague time
    publication_day,
    since_clause,    ///< "since the war began in 2011": shortly after "since", but not its own
    old,             ///< ends more than a month before publication
    old_past,        ///< and the event is told as what went before
    coming_asserted, ///< after publication, but the event is told as happened
    gone_planned,    ///< before publication, but the event is told as planned
    quoted_apart,
    headline,
    touching,        ///< directly beside the event
    beside,          ///< a few tokens from it, in its clause
    coarse_event,    ///< longer than a week, and another event between
    rival_beyond,    ///< another event stands nearer on the far side, in the clause of the expression
    speech_definite, ///< the day of a verb of saying, and "the attack": told before
    speech_noun,
    speech_late, ///< not in the headline or the first two paragraphs
    speech_past, ///< told as what went before
    speech_politics,
    definite_far, ///< "the attack", and the expression stands in another clause
    before_amid,  ///< "on Sunday, after the attack": such a word between the two
    speech_react, ///< the day of a verb of blame, praise or demand
    pair,         ///< one end of a stretch of days
    ago,          ///< how long ago a verb's act was
    vague,        ///< recently, in the last period
    present,      ///< now, for the third day
    size
};

inline constexpr std::array<std::string_view, static_cast<std::size_t>(DateFeature::size)> date_feature_names{
    "none",
    "none_past",
    "none_planned",
    "none_verb",
    "none_politics",
    "none_casualty",
    "none_ongoing",
    "none_definite",
    "none_late",
    "after",
    "before",
    "distance",
    "comma",
    "break_between",
    "comma_opening",
    "break_opening",
    "event_between",
    "speech",
    "speech_that",
    "speech_beside",
    "bound_elsewhere",
    "act_between",
    "open",
    "since",
    "since_lasting",
    "sole_day",
    "nearest",
    "mark_between",
    "day",
    "week",
    "month",
    "year",
    "stretch",
    "publication_day",
    "since_clause",
    "old",
    "old_past",
    "coming_asserted",
    "gone_planned",
    "quoted_apart",
    "headline",
    "touching",
    "beside",
    "coarse_event",
    "rival_beyond",
    "speech_definite",
    "speech_noun",
    "speech_late",
    "speech_past",
    "speech_politics",
    "definite_far",
    "before_amid",
    "speech_react",
    "pair",
    "ago",
    "vague",
    "present",
};

/// What speaks for or against a date that the event's own sentence does not give.
enum class InheritanceFeature : std::uint8_t {
    none, ///< no date: what the date of another event has to beat
    none_politics,
    none_verb,
    none_definite,
    none_headline,
    none_casualty,
    none_past,     ///< told as what went before
    none_unreal,   ///< planned or denied
    none_late,     ///< not in the headline or the first two paragraphs
    none_present,  ///< a verb in the present
    none_placed,   ///< has a place of its own
    none_unplaced, ///< has no place at all
    none_toll,     ///< its dead or hurt are counted
    none_quoted,   ///< in a quotation
    none_days,     ///< different days that the article names, at most five
    none_new,      ///< the first of its type in the article
    none_reported, ///< "said that he had met him"
    none_decision, ///< an election, an appointment, what courts and prisons do
    none_pact,     ///< an agreement, a sanction
    none_opens,    ///< its sentence begins like a new item
    told,          ///< the date of an event of the same sphere told before
    told_same_type,
    told_same_place,
    told_no_place,   ///< neither has a place
    told_one_place,  ///< only one of them has a place
    told_elsewhere,  ///< they have places apart from each other
    told_paragraphs, ///< paragraphs between
    told_sentences,  ///< sentences between, at most five
    told_other_sphere,
    told_range, ///< the date is no single day
    told_past,  ///< the other is told as what went before
    told_ongoing,
    told_beside,   ///< in the same sentence
    told_lead,     ///< the other opens the article
    told_definite, ///< "the attack"
    told_noun,
    told_telling,    ///< the other has the day of a verb of saying
    told_disputed,   ///< another event told shortly before has another date
    told_word,       ///< told with the same word
    told_meanwhile,  ///< "meanwhile"
    told_same_day,   ///< "earlier in the day", "hours later"
    told_toll,       ///< of as many dead
    told_other_toll, ///< of another number of dead
    named,           ///< the expression named last before the event, in its paragraph
    named_speech,    ///< the day of a verb of saying
    named_range,     ///< no single day
    named_sentences,
    named_paragraph, ///< in the paragraph before
    next,            ///< the first expression after the event, in one of the next sentences
    next_lead,       ///< and the event is told in the headline or the first paragraph
    next_speech,
    next_range,
    next_sentences,
    next_paragraph, ///< in the next paragraph
    next_event,     ///< it dates an event of the same type
    twin,           ///< the date of the nearest event of the same type, wherever it is told
    twin_after,
    twin_definite,
    twin_same_place,
    twin_elsewhere,
    twin_range,
    twin_telling,
    twin_paragraphs, ///< between, at most five
    twin_word,       ///< told with the same word
    twin_toll,       ///< of as many dead
    twin_other_toll, ///< of another number of dead
    lead,            ///< the first day named in the lead
    lead_near,       ///< and the event is told in the lead
    lead_speech,
    lead_definite,
    lead_noun,
    lead_other_sphere,  ///< and all events that the text gives that day are of other spheres
    lead_publication,   ///< it is the day of publication or the day before
    lead_paragraphs,    ///< to the event, at most five
    dated_here,         ///< an event near the event's place has that date
    dated_elsewhere,    ///< all events of that date that have a place are apart from it
    full,               ///< the date of most events of the sphere
    present_names,      ///< how often the article names the date, at most four
    present_events,     ///< events of the sphere that the text gives that date, at most four
    present_others,     ///< events of other spheres
    present_type,       ///< events of the type near this one
    present_other_type, ///< events near this one have that date, but none of its type
    present_share,      ///< share of all events with dates of their own
    present_sole,       ///< the only day that the article names
    present_lead,       ///< of an event of the headline or the first paragraph
    kind_stretch,       ///< no single day
    kind_old,           ///< more than a month before publication
    kind_coming,        ///< after publication
    kind_publication,   ///< the day of publication
    offered_after,      ///< the expression stands after the event
    offered_words,      ///< words that its sentence shares with that of the event, at most four
    offered_openings,   ///< new items begun between the two, at most three
    now,                ///< told in the present: the day of publication
    now_verb,           ///< by a verb that is the event's own word
    now_before,         ///< by a verb before it: "clashes rage"
    now_after,          ///< by a verb after it: "the visit that he is making"
    now_headline,
    now_lead, ///< in the headline or the first paragraph
    now_late,
    now_politics,
    now_visit,
    now_lasting,  ///< of a type that goes on for days
    now_reported, ///< after the conjunction of a verb of saying
    now_quoted,
    now_definite,
    now_dated,     ///< the article names days
    now_beside,    ///< the sentence names a day
    now_when,      ///< "at a time when"
    past_told,     ///< any date, and the event is told as what went before
    past_old,      ///< and the date is more than a month old
    unreal_told,   ///< any date, and the event is planned or denied
    unreal_coming, ///< and the date is to come
    counted,       ///< "two days after the raid": counted from what the sentence tells
    counted_now,   ///< from the day of publication
    size
};

inline constexpr std::array<std::string_view, static_cast<std::size_t>(InheritanceFeature::size)>
    inheritance_feature_names{
        "none",
        "none_politics",
        "none_verb",
        "none_definite",
        "none_headline",
        "none_casualty",
        "none_past",
        "none_unreal",
        "none_late",
        "none_present",
        "none_placed",
        "none_unplaced",
        "none_toll",
        "none_quoted",
        "none_days",
        "none_new",
        "none_reported",
        "none_decision",
        "none_pact",
        "none_opens",
        "told",
        "told_same_type",
        "told_same_place",
        "told_no_place",
        "told_one_place",
        "told_elsewhere",
        "told_paragraphs",
        "told_sentences",
        "told_other_sphere",
        "told_range",
        "told_past",
        "told_ongoing",
        "told_beside",
        "told_lead",
        "told_definite",
        "told_noun",
        "told_telling",
        "told_disputed",
        "told_word",
        "told_meanwhile",
        "told_same_day",
        "told_toll",
        "told_other_toll",
        "named",
        "named_speech",
        "named_range",
        "named_sentences",
        "named_paragraph",
        "next",
        "next_lead",
        "next_speech",
        "next_range",
        "next_sentences",
        "next_paragraph",
        "next_event",
        "twin",
        "twin_after",
        "twin_definite",
        "twin_same_place",
        "twin_elsewhere",
        "twin_range",
        "twin_telling",
        "twin_paragraphs",
        "twin_word",
        "twin_toll",
        "twin_other_toll",
        "lead",
        "lead_near",
        "lead_speech",
        "lead_definite",
        "lead_noun",
        "lead_other_sphere",
        "lead_publication",
        "lead_paragraphs",
        "dated_here",
        "dated_elsewhere",
        "full",
        "present_names",
        "present_events",
        "present_others",
        "present_type",
        "present_other_type",
        "present_share",
        "present_sole",
        "present_lead",
        "kind_stretch",
        "kind_old",
        "kind_coming",
        "kind_publication",
        "offered_after",
        "offered_words",
        "offered_openings",
        "now",
        "now_verb",
        "now_before",
        "now_after",
        "now_headline",
        "now_lead",
        "now_late",
        "now_politics",
        "now_visit",
        "now_lasting",
        "now_reported",
        "now_quoted",
        "now_definite",
        "now_dated",
        "now_beside",
        "now_when",
        "past_told",
        "past_old",
        "unreal_told",
        "unreal_coming",
        "counted",
        "counted_now",
    };

} // namespace yaqut::events
