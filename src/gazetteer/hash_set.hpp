// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "gazetteer/format.hpp"

namespace yaqut::gazetteer {

/// A set of well-mixed 64-bit hashes, about 16 bytes each.
class HashSet {
  public:
    /// False when it was there before.
    bool insert(std::uint64_t hash) {
        if ((m_size + 1) * 4 > m_slots.size() * 3) {
            grow();
        }
        return put(hash + (hash == 0 ? 1 : 0)); // 0 marks a free slot
    }

  private:
    bool put(std::uint64_t hash) {
        std::size_t at = format::spread(hash, m_slots.size());
        while (m_slots[at] != 0) {
            if (m_slots[at] == hash) {
                return false;
            }
            at = at + 1 < m_slots.size() ? at + 1 : 0;
        }
        m_slots[at] = hash;
        ++m_size;
        return true;
    }
    void grow() {
        const std::vector<std::uint64_t> old =
            std::exchange(m_slots, std::vector<std::uint64_t>(m_slots.size() * 2 + 64));
        m_size = 0;
        for (const std::uint64_t hash : old) {
            if (hash != 0) {
                put(hash);
            }
        }
    }

    std::vector<std::uint64_t> m_slots;
    std::size_t m_size = 0;
};

} // namespace yaqut::gazetteer
