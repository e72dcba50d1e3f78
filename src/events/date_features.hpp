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
    none_verb,
    none_politics,
    none_late, ///< not in the headline or the first two paragraphs
    after,     ///< the expression follows the event
    before,
    distance, ///< tokens
    comma,
    break_between,   ///< clause boundaries that are no commas
    event_between,   ///< words of other events, at most two
    speech,          ///< the day of a verb of saying
    speech_that,     ///< and what was said follows: "said on Sunday that ..."
    bound_elsewhere, ///< directly after another event's word
    since,           ///< the beginning of something that lasts
    since_lasting,   ///< and of an event that lasts
    sole_day,        ///< the only expression of the sentence, a day
    day,
    month,
    year,
    stretch,         ///< a range of days or a vague time
    since_clause,    ///< "since the war began in 2011": shortly after "since", but not its own
    old,             ///< ends more than a month before publication
    old_past,        ///< and the event is told as what went before
    coming_asserted, ///< after publication, but the event is told as happened
    headline,
    touching,        ///< directly beside the event
    beside,          ///< a few tokens from it, in its clause
    coarse_event,    ///< longer than a week, and another event between
    rival_beyond,    ///< another event stands nearer on the far side, in the clause of the expression
    speech_definite, ///< the day of a verb of saying, and "the attack": told before
    speech_late,     ///< not in the headline or the first two paragraphs
    speech_past,     ///< told as what went before
    pair,            ///< one end of a stretch of days
    ago,             ///< how long ago a verb's act was
    vague,           ///< recently, in the last period
    present,         ///< now, for the third day
    size
};

inline constexpr std::array<std::string_view, static_cast<std::size_t>(DateFeature::size)> date_feature_names{
    "none",
    "none_past",
    "none_verb",
    "none_politics",
    "none_late",
    "after",
    "before",
    "distance",
    "comma",
    "break_between",
    "event_between",
    "speech",
    "speech_that",
    "bound_elsewhere",
    "since",
    "since_lasting",
    "sole_day",
    "day",
    "month",
    "year",
    "stretch",
    "since_clause",
    "old",
    "old_past",
    "coming_asserted",
    "headline",
    "touching",
    "beside",
    "coarse_event",
    "rival_beyond",
    "speech_definite",
    "speech_late",
    "speech_past",
    "pair",
    "ago",
    "vague",
    "present",
};

/// What speaks for or against a date that the event's own sentence does not give.
enum class InheritanceFeature : std::uint8_t {
    none, ///< no date: what the date of another event has to beat
    none_verb,
    none_definite,
    none_headline,
    none_casualty,
    none_past,     ///< told as what went before
    none_unreal,   ///< planned or denied
    none_late,     ///< not in the headline or the first two paragraphs
    none_placed,   ///< has a place of its own
    none_decision, ///< an election, an appointment, what courts and prisons do
    none_pact,     ///< an agreement, a sanction
    none_opens,    ///< its sentence begins like a new item
    told,          ///< the date of an event of the same sphere told before
    told_same_type,
    told_no_place,  ///< neither has a place
    told_one_place, ///< only one of them has a place
    told_other_sphere,
    told_range, ///< the date is no single day
    told_ongoing,
    told_beside,   ///< in the same sentence
    told_lead,     ///< the other opens the article
    told_definite, ///< "the attack"
    told_noun,
    told_word,       ///< told with the same word
    told_meanwhile,  ///< "meanwhile"
    told_same_day,   ///< "earlier in the day", "hours later"
    told_toll,       ///< of as many dead
    told_other_toll, ///< of another number of dead
    named,           ///< the expression named last before the event, in its paragraph
    named_speech,    ///< the day of a verb of saying
    named_sentences,
    next_lead, ///< and the event is told in the headline or the first paragraph
    next_speech,
    next_paragraph, ///< in the next paragraph
    next_event,     ///< it dates an event of the same type
    twin,           ///< the date of the nearest event of the same type, wherever it is told
    twin_after,
    twin_definite,
    twin_word, ///< told with the same word
    twin_toll, ///< of as many dead
    lead,      ///< the first day named in the lead
    lead_speech,
    lead_definite,
    lead_noun,
    lead_publication,   ///< it is the day of publication or the day before
    dated_here,         ///< an event near the event's place has that date
    present_others,     ///< events of other spheres
    present_type,       ///< events of the type near this one
    present_other_type, ///< events near this one have that date, but none of its type
    present_sole,       ///< the only day that the article names
    present_lead,       ///< of an event of the headline or the first paragraph
    kind_stretch,       ///< no single day
    kind_old,           ///< more than a month before publication
    kind_coming,        ///< after publication
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
        "none_verb",
        "none_definite",
        "none_headline",
        "none_casualty",
        "none_past",
        "none_unreal",
        "none_late",
        "none_placed",
        "none_decision",
        "none_pact",
        "none_opens",
        "told",
        "told_same_type",
        "told_no_place",
        "told_one_place",
        "told_other_sphere",
        "told_range",
        "told_ongoing",
        "told_beside",
        "told_lead",
        "told_definite",
        "told_noun",
        "told_word",
        "told_meanwhile",
        "told_same_day",
        "told_toll",
        "told_other_toll",
        "named",
        "named_speech",
        "named_sentences",
        "next_lead",
        "next_speech",
        "next_paragraph",
        "next_event",
        "twin",
        "twin_after",
        "twin_definite",
        "twin_word",
        "twin_toll",
        "lead",
        "lead_speech",
        "lead_definite",
        "lead_noun",
        "lead_publication",
        "dated_here",
        "present_others",
        "present_type",
        "present_other_type",
        "present_sole",
        "present_lead",
        "kind_stretch",
        "kind_old",
        "kind_coming",
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
