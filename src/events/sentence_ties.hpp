// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>

#include "core/scratch.hpp"
#include "events/key_lists.hpp"
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
    using Words = std::span<const std::uint32_t>; ///< keys, each once
    /// Where a sentence's words begin among all.
    struct Place {
        bool read = false;
        std::uint32_t first = 0;
        std::uint32_t count = 0;
        KeyBits bits; ///< of the words
    };
    void read(std::uint32_t sentence);
    [[nodiscard]] Words words_of(std::uint32_t sentence) const;

    const TaggedText* m_text;
    ScratchVector<std::uint16_t> m_openings; ///< of the sentences up to this one
    ScratchVector<Place> m_places;           ///< by sentence
    ScratchVector<std::uint32_t> m_words;    ///< of the sentences that were asked for
};

} // namespace yaqut::events
