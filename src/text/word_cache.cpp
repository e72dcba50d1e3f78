// SPDX-License-Identifier: Apache-2.0
#include "text/word_cache.hpp"

#include <algorithm>
#include <atomic>

namespace yaqut::text {

namespace {

constexpr std::size_t first_slots = 1024; // the table grows with the words, so that a single article needs little
constexpr std::size_t met_bits = std::size_t{1} << 16U;

} // namespace

WordCache::WordCache(std::size_t most_words)
    : m_most(std::min<std::size_t>(most_words, id_bits)), m_slots(first_slots, free_slot), m_mask(first_slots - 1),
      m_met(met_bits / 64) {
    m_words.reserve(m_most);
    m_rows.reserve(m_most);
}

WordCache::~WordCache() = default;

void WordCache::make_room() {
    constexpr std::size_t share = 8; // of the words: enough for a usual article
    if (m_words.size() <= m_most - m_most / share) {
        return;
    }
    std::fill(m_slots.begin(), m_slots.end(), free_slot);
    m_words.clear();
    m_rows.clear();
    for (const auto& [number, facts] : m_facts) {
        facts->forget();
    }
}

bool WordCache::wants(std::uint64_t hash) {
    std::uint64_t& bits = m_met[(hash >> 6U) % (met_bits / 64)];
    const std::uint64_t bit = std::uint64_t{1} << (hash & 63U);
    if ((bits & bit) != 0) {
        return m_words.size() < m_most;
    }
    constexpr std::size_t share = 4; // of the bits: with more, too many words seem to have been met
    if (++m_met_count > met_bits / share) {
        std::fill(m_met.begin(), m_met.end(), 0);
        m_met_count = 1;
    }
    bits |= bit;
    return false;
}

std::uint64_t WordCache::new_facts_number() {
    static std::atomic<std::uint64_t> last = 0;
    return ++last;
}

std::optional<std::size_t> WordCache::place_in_row(std::uint64_t number, std::size_t bytes) {
    for (const PlaceInRow& known : m_places_in_row) {
        if (known.number == number) {
            return known.place;
        }
    }
    PlaceInRow& added = m_places_in_row.emplace_back(PlaceInRow{number, std::nullopt});
    if (m_row_used + bytes <= row_bytes) {
        added.place = m_row_used;
        m_row_used += bytes;
    }
    return added.place;
}

WordId WordCache::add(const Word& word, std::uint64_t hash) {
    const auto id = static_cast<WordId>(m_words.size());
    m_words.push_back(word);
    m_rows.emplace_back();
    if (2 * m_words.size() <= m_slots.size()) {
        put(id, hash);
        return id;
    }
    m_slots.assign(2 * m_slots.size(), free_slot);
    m_mask = m_slots.size() - 1;
    for (WordId each = 0; each <= id; ++each) {
        put(each, m_words[each].strict.hash());
    }
    return id;
}

/// A word that finds no slot within reach is found no more, which costs time only.
void WordCache::put(WordId id, std::uint64_t hash) {
    for (std::size_t step = 0; step < longest_search; ++step) {
        Slot& slot = m_slots[(hash + step) & m_mask];
        if (slot == free_slot) {
            slot = check_of(hash) | id;
            return;
        }
    }
}

} // namespace yaqut::text
