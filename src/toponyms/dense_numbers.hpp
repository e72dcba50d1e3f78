// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstdint>
#include <vector>

namespace yaqut::toponyms {

/// Numbers for the hashes that it is asked for, from 0 in the order in which they first come.
class DenseNumbers {
  public:
    /// For at most so many different hashes.
    explicit DenseNumbers(std::size_t most) : m_slots(std::bit_ceil(2 * most + 2)) {}

    [[nodiscard]] std::int32_t of(std::uint64_t hash) {
        const std::size_t mask = m_slots.size() - 1;
        std::size_t at = hash & mask;
        while (m_slots[at].number >= 0 && m_slots[at].hash != hash) {
            at = (at + 1) & mask;
        }
        if (m_slots[at].number < 0) {
            m_slots[at] = {hash, m_size++};
        }
        return m_slots[at].number;
    }
    [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(m_size); }

  private:
    struct Slot {
        std::uint64_t hash = 0;
        std::int32_t number = -1;
    };

    std::vector<Slot> m_slots; ///< open addressing, a power of two, at most half full
    std::int32_t m_size = 0;
};

} // namespace yaqut::toponyms
