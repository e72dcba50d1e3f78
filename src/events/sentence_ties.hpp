// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "core/scratch.hpp"
#include "events/tagged_text.hpp"

namespace yaqut::events {

/// What ties sentences of an article to each other and what parts them: words in common, and openings of new items
/// ("In the capital, ...", "also", "on the other hand").
class SentenceTies {
  public:
    /// `text` must outlive it.
    explicit SentenceTies(const TaggedText& text);

    /// The sentence begins like a new item.
    [[nodiscard]] bool opens(std::uint32_t sentence) const;
    /// Sentences that do, after the earlier of the two up to the later one.
    [[nodiscard]] int openings_between(std::uint32_t a, std::uint32_t b) const;
    /// Longer words that both have.
    [[nodiscard]] int shared_words(std::uint32_t a, std::uint32_t b);

  private:
    using Words = std::vector<std::uint32_t>; ///< keys, sorted, each once
    const Words& words_of(std::uint32_t sentence);

    const TaggedText* m_text;
    ScratchVector<std::uint16_t> m_openings; ///< of the sentences up to this one
    std::vector<Words> m_words;              ///< by sentence; empty before they are asked for
};

} // namespace yaqut::events
