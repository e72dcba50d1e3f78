// SPDX-License-Identifier: Apache-2.0
#include "text/word_lookahead.hpp"

#include <bit>

#include "text/byte_block.hpp"

namespace yaqut::text {

void WordLookahead::fill(std::size_t position) {
    m_first = 0;
    m_count = 0;
    while (m_count < m_runs.size() && position < m_key.size()) {
        const std::uint32_t ahead = not_ascii(m_key.data() + position);
        if (ahead == 0) {
            position += block_bytes;
            continue;
        }
        position += static_cast<std::size_t>(std::countr_zero(ahead));
        const char* const bytes = m_key.data() + position;
        const std::size_t size = ShortKey::size_without_ascii(bytes);
        if (size <= ShortKey::longest) {
            Run& run = m_runs[m_count++];
            run.position = position;
            run.size = size;
            run.key = ShortKey::read(bytes, size);
            run.hash = run.key.hash();
            m_words->fetch_slot(run.hash);
        }
        position += size;
    }
    m_next = position;
    for (std::size_t i = 0; i < m_count; ++i) {
        m_runs[i].likely = m_words->fetch_word(m_runs[i].hash);
    }
}

} // namespace yaqut::text
