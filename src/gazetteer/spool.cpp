// SPDX-License-Identifier: Apache-2.0
#include "gazetteer/spool.hpp"

namespace yaqut::gazetteer {

void Spool::append(std::span<const std::byte> bytes) {
    // Only whole appends go to the file, so that records are never cut there.
    if (!m_memory.empty() && m_memory.size() + bytes.size() > m_space.memory) {
        if (!m_file) {
            m_file = std::make_unique<TempFile>(m_space.folder);
        }
        m_file->append(m_memory);
        m_memory.clear();
    }
    m_memory.insert(m_memory.end(), bytes.begin(), bytes.end());
}

} // namespace yaqut::gazetteer
