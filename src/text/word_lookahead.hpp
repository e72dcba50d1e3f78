// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "text/word_cache.hpp"

namespace yaqut::text {

/// Reads ahead of a tokeniser: cuts the next few runs of characters that are not ASCII, as nearly all Arabic words are,
/// and fetches what the cache has for them, so that the tokeniser need not wait for memory word by word.
class WordLookahead {
  public:
    struct Run {
        std::size_t position = 0; ///< in the key
        std::size_t size = 0;
        ShortKey key;
        std::uint64_t hash = 0;
        WordId likely = no_word; ///< as WordCache::fetch_word() gave it
    };

    static constexpr std::size_t window_bytes = 64; ///< looked at together
    static constexpr std::size_t read_size = window_bytes + ShortKey::read_size;

    /// Behind `key` read_size bytes may be read, zeros first. Without `words` there are no runs.
    WordLookahead(std::string_view key, const WordCache* words) : m_key(key), m_words(words) {}

    /// The short run that begins at `position`, nullptr when none does. Positions come in rising order.
    [[nodiscard]] const Run* at(std::size_t position) {
        if (m_words == nullptr) {
            return nullptr;
        }
        while (m_first < m_count && m_runs[m_first].position < position) {
            ++m_first;
        }
        if (m_first == m_count && m_next <= position) {
            fill(position);
        }
        return m_first < m_count && m_runs[m_first].position == position ? &m_runs[m_first] : nullptr;
    }

  private:
    void fill(std::size_t position);

    std::string_view m_key;
    const WordCache* m_words;
    std::size_t m_next = 0;  ///< where the run after the last one may begin
    std::size_t m_first = 0; ///< the first run that was not passed
    std::size_t m_count = 0;
    std::array<Run, 32> m_runs;
};

} // namespace yaqut::text
