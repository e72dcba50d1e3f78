// SPDX-License-Identifier: Apache-2.0
#include "text/word_cache.hpp"

#include <algorithm>

namespace yaqut::text {

namespace {

constexpr std::size_t first_slots = 1024; // a single article has fewer words: the table grows with them

} // namespace

WordCache::WordCache(std::size_t most_words) : m_most(most_words), m_slots(first_slots) {}

WordCache::~WordCache() = default;

void WordCache::make_room() {
    constexpr std::size_t share = 8; // of the words: enough for a usual article
    if (m_words.size() <= m_most - m_most / share) {
        return;
    }
    std::fill(m_slots.begin(), m_slots.end(), Slot{});
    m_words.clear();
    for (const auto& [number, facts] : m_facts) {
        facts->forget();
    }
}

WordId WordCache::add(const Word& word, std::uint64_t hash) {
    const auto id = static_cast<WordId>(m_words.size());
    m_words.push_back(word);
    if (2 * m_words.size() <= m_slots.size()) {
        put(id, hash);
        return id;
    }
    m_slots.assign(2 * m_slots.size(), Slot{});
    for (WordId each = 0; each <= id; ++each) {
        put(each, m_words[each].strict.hash());
    }
    return id;
}

/// A word that finds no slot within reach is found no more, which costs time only.
void WordCache::put(WordId id, std::uint64_t hash) {
    for (std::size_t step = 0; step < longest_search; ++step) {
        Slot& slot = m_slots[(hash + step) & (m_slots.size() - 1)];
        if (slot.id == no_word) {
            slot = {check_of(hash), id};
            return;
        }
    }
}

} // namespace yaqut::text
