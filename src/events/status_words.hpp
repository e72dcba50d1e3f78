// SPDX-License-Identifier: Apache-2.0
// What the readers of an event's status ask of the words before it.
#pragma once

#include <cstdint>
#include <string_view>

#include "events/draft.hpp"
#include "events/tagged_text.hpp"

namespace yaqut::events {

inline constexpr std::uint32_t governor_reach = 7; ///< tokens before the trigger in which a duty or call governs it
inline constexpr std::uint32_t far_governor_reach = 16; ///< for words that govern from the head of a clause

[[nodiscard]] inline TokenRange sentence_of(const TaggedText& text, const Draft& draft) {
    return text.document().sentences()[draft.sentence].tokens;
}

/// The first token of the clause, not further than `reach` before `token`.
[[nodiscard]] std::uint32_t clause_begin(const TaggedText& text, const Draft& draft, std::uint32_t token,
                                         std::uint32_t reach);

/// All cues of the tokens: one look at them answers for every cue whether any of them has it.
[[nodiscard]] inline CueSet cues_in(const TaggedText& text, std::uint32_t begin, std::uint32_t end) {
    CueSet cues;
    for (std::uint32_t token = begin; token < end; ++token) {
        cues |= text.cues(token);
    }
    return cues;
}

/// What the words before a mention are, asked once for all that its status depends on.
struct Front {
    std::uint32_t begin = 0; ///< of the clause, not further than governor_reach before the mention
    CueSet clause;           ///< of the words from there up to the mention
    CueSet far;              ///< of the words before it in the sentence, up to farthest_reach
};
inline constexpr std::uint32_t farthest_reach = 26; ///< tokens
[[nodiscard]] Front front_of(const TaggedText& text, const Draft& draft);

[[nodiscard]] bool any_before(const TaggedText& text, std::uint32_t begin, std::uint32_t end, const CueSet& cues);

/// An Arabic word without the article and what stands before it; others as they are.
[[nodiscard]] std::string_view without_article(std::string_view word);

/// A loose key and its KeyHash.
struct HashedWord {
    std::string_view key;
    std::uint64_t hash = 0;
};
/// The same of a token.
[[nodiscard]] HashedWord without_article(const text::Document& document, std::uint32_t token);

/// "Talks about the withdrawal": named as what is spoken of.
[[nodiscard]] bool is_topic(const TaggedText& text, const Draft& draft);

/// "in the attack", "during clashes": what a call or a plan beside it says does not reach into such a phrase.
[[nodiscard]] bool set_apart(const TaggedText& text, const Draft& draft, std::uint32_t begin);

/// Types of which a mere attempt is worth telling.
[[nodiscard]] bool is_tried(EventType type);

/// Why it is not told as something that happened: asked, conditional, general, demanded, doubted, prevented.
[[nodiscard]] Refusal why_unreal(const TaggedText& text, const Draft& draft, const Front& front);

} // namespace yaqut::events
