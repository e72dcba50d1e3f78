// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace yaqut::events {

/// Weights by key, a few thousand: most keys that are asked for have none.
class KeyedWeights {
  public:
    /// Keys are hashes, so that their last bits can index a table. Of a key that comes twice the first counts.
    explicit KeyedWeights(std::span<const std::pair<std::uint32_t, float>> weights);

    /// 0 for keys without one.
    [[nodiscard]] float of(std::uint32_t key) const {
        for (std::size_t slot = key & m_mask; m_slots[slot].weight != 0.0F; slot = (slot + 1) & m_mask) {
            if (m_slots[slot].key == key) {
                return m_slots[slot].weight;
            }
        }
        return 0.0F;
    }

  private:
    struct Slot {
        std::uint32_t key = 0;
        float weight = 0.0F; ///< 0: empty
    };

    std::vector<Slot> m_slots; ///< at least half empty
    std::size_t m_mask = 0;
};

} // namespace yaqut::events
