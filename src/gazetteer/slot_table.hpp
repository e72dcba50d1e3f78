// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

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

  private:
    std::span<const format::SlotRecord> m_slots;
    format::TableShape m_shape;
};

/// A table as it goes to the file.
struct BuiltTable {
    std::vector<format::SlotRecord> slots;
    format::TableShape shape;
};

/// `records` must be sorted by hash, each hash once, no count 0. Three of four slots are used.
[[nodiscard]] inline BuiltTable make_slot_table(std::span<const format::SlotRecord> records) {
    BuiltTable table;
    table.shape.capacity = records.size() + records.size() / 3 + 1;
    table.slots.reserve(table.shape.capacity);
    for (const format::SlotRecord& record : records) {
        const std::uint64_t home = format::spread(record.hash, table.shape.capacity);
        table.slots.resize(std::max<std::uint64_t>(home, table.slots.size()));
        table.shape.longest_probe = std::max(table.shape.longest_probe, table.slots.size() - home);
        table.slots.push_back(record);
    }
    return table;
}

} // namespace yaqut::gazetteer
