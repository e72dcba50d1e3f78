// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>

#include "gazetteer/format.hpp"

namespace yaqut::gazetteer {

/// The hash table of the file format, read in place: see format::TableShape.
class SlotTable {
  public:
    SlotTable() = default;
    SlotTable(std::span<const format::SlotRecord> slots, format::TableShape shape) : m_slots(slots), m_shape(shape) {}

    /// The slot with this hash; null when there is none.
    [[nodiscard]] const format::SlotRecord* find(std::uint64_t hash) const {
        std::uint64_t position = format::spread(hash, m_shape.capacity);
        const std::uint64_t end = std::min<std::uint64_t>(position + m_shape.longest_probe + 1, m_slots.size());
        for (; position < end; ++position) {
            const format::SlotRecord& slot = m_slots[position];
            if (slot.hash == hash) {
                return slot.count == 0 ? nullptr : &slot;
            }
            if (slot.count == 0 || slot.hash > hash) {
                return nullptr;
            }
        }
        return nullptr;
    }

    /// Brings what find() reads nearer.
    void fetch(std::uint64_t hash) const {
        if (const std::uint64_t position = format::spread(hash, m_shape.capacity); position < m_slots.size()) {
            __builtin_prefetch(&m_slots[position]);
        }
    }

  private:
    std::span<const format::SlotRecord> m_slots;
    format::TableShape m_shape;
};

/// Lays out the slots of a table: hands them, gaps too, to `put` in the order of the file. Three of four are used.
class SlotLayout {
  public:
    explicit SlotLayout(std::uint64_t records) { m_shape.capacity = records + records / 3 + 1; }

    /// Records come by rising hash, each hash once, no count 0.
    template <typename Put> void add(const format::SlotRecord& record, Put put) {
        const std::uint64_t home = format::spread(record.hash, m_shape.capacity);
        for (; m_position < home; ++m_position) {
            put(format::SlotRecord{});
        }
        m_shape.longest_probe = std::max(m_shape.longest_probe, m_position - home);
        put(record);
        ++m_position;
    }
    [[nodiscard]] format::TableShape shape() const { return m_shape; }

  private:
    format::TableShape m_shape;
    std::uint64_t m_position = 0;
};

} // namespace yaqut::gazetteer
