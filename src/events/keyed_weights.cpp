// SPDX-License-Identifier: Apache-2.0
#include "events/keyed_weights.hpp"

#include <bit>

namespace yaqut::events {

KeyedWeights::KeyedWeights(std::span<const std::pair<std::uint32_t, float>> weights)
    : m_slots(std::bit_ceil(2 * weights.size() + 1)), m_mask(m_slots.size() - 1) {
    for (const auto& [key, weight] : weights) {
        std::size_t slot = key & m_mask;
        while (m_slots[slot].weight != 0.0F && m_slots[slot].key != key) {
            slot = (slot + 1) & m_mask;
        }
        if (m_slots[slot].weight == 0.0F) {
            m_slots[slot] = {key, weight};
        }
    }
}

} // namespace yaqut::events
