// SPDX-License-Identifier: Apache-2.0
#include "toponyms/name_memory.hpp"

namespace yaqut::toponyms {

namespace {

constexpr std::size_t first_slots = 256; // the table grows with the names, so that a single article needs little
constexpr std::size_t most_names = 8192; // when a text begins: some megabytes

} // namespace

NameMemory::NameMemory() : m_slots(first_slots) {}

NameMemory::~NameMemory() = default;

void NameMemory::begin_text() {
    ++m_text;
    constexpr std::size_t most_tokens = std::size_t{1} << 16U; // more than articles have
    if (lists.starts.capacity() > most_tokens) {
        lists = {};
    }
    if (m_names.size() > most_names) {
        clear_names();
    }
}

/// The numbers of the words are gone, and with them what is kept per word; names are known by their keys.
void NameMemory::forget() { readings.clear(); }

void NameMemory::clear_names() {
    m_slots.assign(first_slots, {});
    m_names.clear();
}

void NameMemory::grow() {
    std::vector<Slot> old(2 * m_slots.size());
    old.swap(m_slots);
    for (const Slot& slot : old) {
        if (slot.name != nullptr) {
            m_slots[slot_of(slot.key)] = slot;
        }
    }
}

} // namespace yaqut::toponyms
