// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace yaqut::events {

/// What speaks for or against a place named in the sentence of an event, its paragraph or a heading.
enum class PlaceFeature : std::uint8_t {
    none, ///< no place: what a place has to beat
    none_verb,
    none_politics,
    none_casualty, ///< a word of killing without a cause in its sentence
    none_headline,
    after, ///< no preposition governs it
    after_in,
    after_on,
    after_on_object, ///< "on" after an event that is done to a place
    after_to,
    after_to_target, ///< "to" after a movement
    after_from,
    after_from_left, ///< "from" after a withdrawal
    after_against,
    after_of,
    after_of_object,
    after_fired_from, ///< where rockets came from
    after_witness,    ///< "the clashes that the town saw"
    after_adjacent,   ///< directly after an event that is done to a place
    after_distance,   ///< tokens
    after_far,        ///< more than a dozen tokens
    after_comma,
    after_break, ///< clause boundaries that are no commas
    after_many,  ///< three clause boundaries or more
    before,
    before_in,
    before_to_arrival,
    before_from,
    before_opens,       ///< opens the sentence as its subject
    before_witness,     ///< "has seen, in the town, ..."
    before_where,       ///< "to the port, where he met ..."
    before_subject,     ///< "the town saw ..."
    before_inhabitants, ///< "the people of the town took to the streets"
    before_distance,
    before_far,
    before_comma,
    before_break,
    opens_paragraph, ///< "And in Derna, ...", in this sentence
    quoted_apart,
    event_between,       ///< triggers of other events, at most three
    event_between_topic, ///< the same for a place that opens the paragraph
    nearer_event,        ///< another event stands nearer to it
    place_between,       ///< places between the two, at most three
    sole,                ///< the only place of the sentence, after the event, with a preposition of place
    anaphor,
    anaphor_apart, ///< in another clause
    excepted,      ///< "except the town"
    border,        ///< "near the border with Niger": a country beside the event
    country,
    province,
    area,
    town,
    site,
    politics_country,
    violence_country,
    fallback,    ///< the place itself is not in the gazetteer
    holds_finer, ///< a place in it is named beside it
    in_coarser,
    holds_finer_far, ///< and farther off, with a preposition of place
    in_coarser_far,
    decision,           ///< finer than a country, and the event is a vote or an appointment
    doubtful_use,       ///< one minus the probability that the name is used as a place
    doubtful_place,     ///< one minus the probability of the resolution
    claimed,            ///< by a word of another event directly before it, in another clause
    claimed_alike,      ///< by another word of the same type
    claimed_anaphor,    ///< and only a word that stands for a place: "who try to seize the airport"
    beyond_victims,     ///< words of killing between a trial or an arrest and the place
    before_that,        ///< "said in the town that ...": the place of the speaker
    before_relative,    ///< a relative clause begins between the two
    after_own_relative, ///< "the attack that hit the town"
    after_relative,
    after_said, ///< a verb of saying or its conjunction between the two
    after_when, ///< "while in the town ..."
    origin,     ///< where somebody comes from
    side,       ///< a country of which a side is meant
    first_in,   ///< the first place after the event, with a preposition of place
    paragraph_topic,
    section_heading,
    names, ///< how often the article names the place, logarithm
    names_politics,
    home_share, ///< of the article's names, in the place's country
    home,       ///< in the country that most names are in
    home_politics,
    law_country, ///< a trial, an arrest or a release in a whole country
    law_finer,
    pact_country, ///< an agreement, a ceasefire, a sanction
    pact_finer,
    displaced_country,
    displaced_finer,
    visit_country,
    capture_country,
    vote_country,
    size
};

inline constexpr std::array<std::string_view, static_cast<std::size_t>(PlaceFeature::size)> place_feature_names{
    "none",
    "none_verb",
    "none_politics",
    "none_casualty",
    "none_headline",
    "after",
    "after_in",
    "after_on",
    "after_on_object",
    "after_to",
    "after_to_target",
    "after_from",
    "after_from_left",
    "after_against",
    "after_of",
    "after_of_object",
    "after_fired_from",
    "after_witness",
    "after_adjacent",
    "after_distance",
    "after_far",
    "after_comma",
    "after_break",
    "after_many",
    "before",
    "before_in",
    "before_to_arrival",
    "before_from",
    "before_opens",
    "before_witness",
    "before_where",
    "before_subject",
    "before_inhabitants",
    "before_distance",
    "before_far",
    "before_comma",
    "before_break",
    "opens_paragraph",
    "quoted_apart",
    "event_between",
    "event_between_topic",
    "nearer_event",
    "place_between",
    "sole",
    "anaphor",
    "anaphor_apart",
    "excepted",
    "border",
    "country",
    "province",
    "area",
    "town",
    "site",
    "politics_country",
    "violence_country",
    "fallback",
    "holds_finer",
    "in_coarser",
    "holds_finer_far",
    "in_coarser_far",
    "decision",
    "doubtful_use",
    "doubtful_place",
    "claimed",
    "claimed_alike",
    "claimed_anaphor",
    "beyond_victims",
    "before_that",
    "before_relative",
    "after_own_relative",
    "after_relative",
    "after_said",
    "after_when",
    "origin",
    "side",
    "first_in",
    "paragraph_topic",
    "section_heading",
    "names",
    "names_politics",
    "home_share",
    "home",
    "home_politics",
    "law_country",
    "law_finer",
    "pact_country",
    "pact_finer",
    "displaced_country",
    "displaced_finer",
    "visit_country",
    "capture_country",
    "vote_country",
};

/// What speaks for or against a place that the event's own sentence does not give.
enum class InferenceFeature : std::uint8_t {
    none,
    none_politics,
    none_verb,
    none_lands,    ///< the sentence names several countries, be it as governments or by adjectives
    none_options,  ///< choices, in fours
    none_decision, ///< an election, an appointment, what courts and prisons do
    none_meeting,
    none_visit,
    beside, ///< the place of another event of the sentence
    beside_ended,
    told, ///< the place of the event of the same sphere told last
    told_same_type,
    told_politics,
    named, ///< the place named last before the event, in its paragraph
    main_violence,
    lead, ///< the finest place of the lead's first sentences
    twin, ///< the place of the nearest event of the same type, wherever it is told
    land, ///< a country of the sentence, be it named as a place, a government or by an adjective
    land_government,
    land_politics, ///< politics without elections, appointments and what courts and prisons do
    home_share,    ///< its share of all names
    home_politics,
    home_violence,
    present_since,     ///< sentences since the place was named, at most ten
    present_events,    ///< events of the same sphere that the text states to be there, at most four
    present_foreign,   ///< not in the country that the article is mostly about
    present_home_town, ///< finer than a country, and in it
    decision_in,       ///< finer than a country, and the event is an election, an appointment, what courts do
    here_other,        ///< the sentence names only other countries than its own
    country,
    size
};

inline constexpr std::array<std::string_view, static_cast<std::size_t>(InferenceFeature::size)> inference_feature_names{
    "none",
    "none_politics",
    "none_verb",
    "none_lands",
    "none_options",
    "none_decision",
    "none_meeting",
    "none_visit",
    "beside",
    "beside_ended",
    "told",
    "told_same_type",
    "told_politics",
    "named",
    "main_violence",
    "lead",
    "twin",
    "land",
    "land_government",
    "land_politics",
    "home_share",
    "home_politics",
    "home_violence",
    "present_since",
    "present_events",
    "present_foreign",
    "present_home_town",
    "decision_in",
    "here_other",
    "country",
};

} // namespace yaqut::events
