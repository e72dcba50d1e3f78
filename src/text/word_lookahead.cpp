// SPDX-License-Identifier: Apache-2.0
#include "text/word_lookahead.hpp"

#include <bit>

#include "text/byte_block.hpp"

namespace yaqut::text {

namespace {

constexpr std::size_t window_bytes = WordLookahead::window_bytes;

/// A bit for each byte of the window that is not ASCII.
std::uint64_t window_at(const char* bytes) {
    std::uint64_t found = 0;
    for (std::size_t i = 0; i < window_bytes; i += block_bytes) {
        found |= static_cast<std::uint64_t>(not_ascii(bytes + i)) << i;
    }
    return found;
}

} // namespace

void WordLookahead::fill(std::size_t position) {
    m_first = 0;
    m_count = 0;
    std::size_t base = position;
    std::uint64_t window = window_at(m_key.data() + base);
    while (m_count < m_runs.size() && position < m_key.size()) {
        const auto begin = static_cast<std::size_t>(std::countr_zero(window));
        const auto size = static_cast<std::size_t>(begin < window_bytes ? std::countr_one(window >> begin) : 0);
        position = base + begin + size;
        if (begin + size == window_bytes) { // nothing more, or a run that may go on
            base = begin == 0 ? position : base + begin;
            position = base;
            window = base < m_key.size() ? window_at(m_key.data() + base) : 0;
            continue;
        }
        window &= ~std::uint64_t{0} << (begin + size);
        if (size <= ShortKey::longest) {
            Run& run = m_runs[m_count++];
            run.position = position - size;
            run.size = size;
            run.key = ShortKey::read(m_key.data() + run.position, size);
            run.hash = run.key.hash();
            m_words->fetch_slot(run.hash);
        }
    }
    m_next = position;
    for (std::size_t i = 0; i < m_count; ++i) {
        m_runs[i].likely = m_words->fetch_word(m_runs[i].hash);
    }
}

} // namespace yaqut::text
