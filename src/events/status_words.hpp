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

[[nodiscard]] TokenRange sentence_of(const TaggedText& text, const Draft& draft);

/// The first token of the clause, not further than `reach` before `token`.
[[nodiscard]] std::uint32_t clause_begin(const TaggedText& text, const Draft& draft, std::uint32_t token,
                                         std::uint32_t reach);

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

/// Why it is not told as something that happened: asked, conditional, general, demanded, doubted, prevented. `begin` is
/// that of the clause.
[[nodiscard]] Refusal why_unreal(const TaggedText& text, const Draft& draft, std::uint32_t begin);

} // namespace yaqut::events
