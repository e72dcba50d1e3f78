// SPDX-License-Identifier: Apache-2.0
#include "toponyms/place_memory.hpp"

#include <cmath>
#include <numbers>

#include "text/key_hash.hpp"
#include "toponyms/names.hpp"

namespace yaqut::toponyms {

namespace {

constexpr std::size_t first_slots = 256;  // the table grows with the places, so that a single article needs little
constexpr std::size_t most_places = 8192; // when a text begins: some megabytes

std::array<float, 3> direction_of(Location location) {
    constexpr double radians = std::numbers::pi / 180.0;
    const double lat = location.lat * radians;
    const double lon = location.lon * radians;
    return {static_cast<float>(std::cos(lat) * std::cos(lon)), static_cast<float>(std::cos(lat) * std::sin(lon)),
            static_cast<float>(std::sin(lat))};
}

KnownPlace known_place(const Place& place) {
    KnownPlace known;
    known.place = place;
    known.direction = direction_of(place.location);
    known.importance = static_cast<float>(importance(place));
    if (!place.country.empty()) {
        text::KeyHash hash;
        hash.add(place.country).add("/");
        known.country = hash.value();
        known.unit = place.admin1_code.empty() ? 0 : hash.add(place.admin1_code).value();
    }
    return known;
}

} // namespace

PlaceMemory::PlaceMemory() : m_slots(first_slots) {}

PlaceMemory::~PlaceMemory() = default;

PlaceMemory& PlaceMemory::for_text(const text::Document& document, const text::FactKey<PlaceMemory>& key,
                                   std::unique_ptr<PlaceMemory>& own) {
    if (document.words() == nullptr) {
        own = std::make_unique<PlaceMemory>();
        return *own;
    }
    auto& memory = static_cast<PlaceMemory&>(
        document.words()->facts(key.number(), [] { return std::make_unique<PlaceMemory>(); }));
    memory.begin_text();
    return memory;
}

const KnownPlace& PlaceMemory::place(const gazetteer::Gazetteer& gazetteer, PlaceIndex index) {
    std::size_t at = slot_of(index);
    if (m_slots[at] == nullptr) {
        if (2 * (m_places.size() + 1) > m_slots.size()) {
            grow();
            at = slot_of(index);
        }
        m_slots[at] = &m_places.emplace_back(known_place(gazetteer.place(index)));
    }
    return *m_slots[at];
}

std::size_t PlaceMemory::slot_of(PlaceIndex index) const {
    const std::size_t mask = m_slots.size() - 1;
    std::size_t at = text::extend_phrase(0, index) & mask;
    while (m_slots[at] != nullptr && m_slots[at]->place.index != index) {
        at = (at + 1) & mask;
    }
    return at;
}

void PlaceMemory::begin_text() {
    if (m_places.size() > most_places) {
        m_slots.assign(first_slots, nullptr);
        m_places.clear();
    }
}

void PlaceMemory::grow() {
    m_slots.assign(2 * m_slots.size(), nullptr);
    for (const KnownPlace& place : m_places) {
        m_slots[slot_of(place.place.index)] = &place;
    }
}

} // namespace yaqut::toponyms
