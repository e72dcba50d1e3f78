// SPDX-License-Identifier: Apache-2.0
// Short lists of keys of words. Looking at all keys of such a list, several at a time, costs less than one branch on a
// key that is foreseen wrongly, which sorted lists have at every step; and few keys come so far that are not in it.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>

#include "core/scratch.hpp"

namespace yaqut::events {

[[nodiscard]] inline bool is_among(std::span<const std::uint32_t> keys, std::uint32_t key) {
    std::uint32_t found = 0;
    for (const std::uint32_t other : keys) {
        found |= other == key ? 1U : 0U;
    }
    return found != 0;
}

/// Turns away most keys that are not in a list. Keys are hashes.
class KeyBits {
  public:
    void add(std::uint32_t key) { m_bits[word_of(key)] |= bit_of(key); }
    [[nodiscard]] bool may_have(std::uint32_t key) const { return (m_bits[word_of(key)] & bit_of(key)) != 0; }

  private:
    [[nodiscard]] static std::size_t word_of(std::uint32_t key) { return key >> 29U; }
    [[nodiscard]] static std::uint64_t bit_of(std::uint32_t key) { return std::uint64_t{1} << (key >> 23U & 63U); }

    std::array<std::uint64_t, 8> m_bits{};
};

/// How often keys were added.
class KeyCounts {
  public:
    KeyCounts() = default;
    /// For so many additions at most.
    explicit KeyCounts(std::size_t most) : m_slots(std::bit_ceil(2 * most + 1)) {}

    void add(std::uint32_t key) {
        Slot& slot = m_slots[place_of(key)];
        slot.key = key;
        ++slot.count;
    }
    [[nodiscard]] std::uint32_t of(std::uint32_t key) const { return m_slots[place_of(key)].count; }

  private:
    struct Slot {
        std::uint32_t key = 0;
        std::uint32_t count = 0; ///< 0: free
    };

    /// The key's slot, or the free one that would be. Keys are hashes.
    [[nodiscard]] std::size_t place_of(std::uint32_t key) const {
        const std::size_t mask = m_slots.size() - 1;
        std::size_t place = key & mask;
        while (m_slots[place].count != 0 && m_slots[place].key != key) {
            place = (place + 1) & mask;
        }
        return place;
    }

    ScratchVector<Slot> m_slots; ///< at least half empty
};

} // namespace yaqut::events
