// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "core/scratch.hpp"
#include "events/rules.hpp"
#include "text/document.hpp"

namespace yaqut::events {

/// Of words that the tables do not know.
inline constexpr Entry no_entry{};

/// What the rules know of one token.
struct Tag {
    const Entry* entry = &no_entry; ///< never nullptr
    std::uint16_t commas = 0;       ///< marks of the sentence before it that end a clause
    std::uint16_t clause = 0;       ///< counts up within a sentence at commas, relative pronouns, verbs after و
    std::uint16_t quotes = 0;       ///< quotation marks of the sentence before it: odd inside a quotation
    std::uint8_t marks = 0;         ///< of the entry
    std::uint8_t length = 1;        ///< tokens of the phrase that begins here
    bool conjoined = false;         ///< و or ف was taken off
    bool punct = false;
    bool break_before = false;
    bool casualty_word = false; ///< some reading is a word of killing
    bool event_word = false;    ///< some reading tells an event that is no mere casualty
    std::int32_t toponym = -1;  ///< index of the toponym that covers the token; -1: none
    std::int32_t timex = -1;    ///< the same for time expressions

    [[nodiscard]] bool known() const { return entry->senses.count > 0; }
};

/// What the words of a sentence may come to, from the words alone.
struct SentenceWords {
    bool may_tell = false;  ///< a word that tells an event, or two that a rule may join into one
    bool harm = false;      ///< somebody comes to harm
    NumberSet seconds;      ///< groups that stand second in rules
    std::uint8_t marks = 0; ///< of all its words, and perhaps others
};

/// The words of a document as the rules read them, without what surrounds them: nothing is set in the tags but the
/// entry, what it says, and whether the token is a mark.
struct WordTags {
    WordTags(const text::Document& document, const Rules& rules);

    ScratchVector<Tag> tags;                ///< by token
    ScratchVector<SentenceWords> sentences; ///< by sentence
    bool may_tell = false;                  ///< some sentence may
};

} // namespace yaqut::events
