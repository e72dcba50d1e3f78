// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace yaqut::events {

/// What speaks for or against a mention of an event being that of one told before.
enum class JoinFeature : std::uint8_t {
    none, ///< an event of its own: what joining has to beat
    none_verb,
    none_definite, ///< "the attack"
    none_headline,
    none_first_block,
    none_casualty, ///< a word of killing without a cause
    none_generic,  ///< "attack", which may stand for any
    none_another,  ///< said to be another one
    none_violence,
    none_politics,
    none_dated,  ///< has a date of its own
    none_placed, ///< has a place of its own
    none_toll,
    none_also,   ///< its sentence begins with "moreover", "in another development"
    none_before, ///< or with "earlier"
    join,
    join_same_type,
    join_casualty,       ///< the event told before is no more than a word of killing
    join_headline,       ///< it is told in the headline only
    join_lead,           ///< it is told in the first paragraph
    join_latest,         ///< it is the one told last
    join_sentence,       ///< in the same sentence
    join_sentence_verbs, ///< and both are verbs
    join_paragraph,      ///< in the same paragraph
    join_paragraphs,     ///< between, at most six
    join_members,        ///< mentions that it has already, at most four
    join_verb,           ///< both are verbs
    join_echo,           ///< "the attack" after an attack
    join_same_place,     ///< both have places of their own, the same
    join_near_place,     ///< and others near each other
    join_one_place,      ///< only one has a place of its own
    join_same_date,      ///< both have dates of their own, the same
    join_near_date,      ///< and other ones
    join_context_date,   ///< one of them has the date from the context
    join_one_date,       ///< only one has a date
    join_same_toll,
    join_one_toll,
    join_actor, ///< they share somebody who took part
    join_other_actors,
    join_past,      ///< one is told as what went before, the other is not
    join_same_word, ///< by the same word
    join_shared,    ///< words of the text around both and around no other mention, at most three
    join_strange,   ///< no word around it is around one of the others
    size
};

inline constexpr std::array<std::string_view, static_cast<std::size_t>(JoinFeature::size)> join_feature_names{
    "none",           "none_verb",      "none_definite",       "none_headline",     "none_first_block",
    "none_casualty",  "none_generic",   "none_another",        "none_violence",     "none_politics",
    "none_dated",     "none_placed",    "none_toll",           "none_also",         "none_before",
    "join",           "join_same_type", "join_casualty",       "join_headline",     "join_lead",
    "join_latest",    "join_sentence",  "join_sentence_verbs", "join_paragraph",    "join_paragraphs",
    "join_members",   "join_verb",      "join_echo",           "join_same_place",   "join_near_place",
    "join_one_place", "join_same_date", "join_near_date",      "join_context_date", "join_one_date",
    "join_same_toll", "join_one_toll",  "join_actor",          "join_other_actors", "join_past",
    "join_same_word", "join_shared",    "join_strange",
};

} // namespace yaqut::events
