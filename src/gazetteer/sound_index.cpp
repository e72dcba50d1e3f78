// SPDX-License-Identifier: Apache-2.0
#include "gazetteer/sound_index.hpp"

#include <algorithm>
#include <string>

#include "gazetteer/sounds.hpp"
#include "text/key_hash.hpp"

namespace yaqut::gazetteer {

namespace {

constexpr unsigned bits = 2; // of a packed sound
constexpr unsigned packed_sounds = 16;

const Sounds& sounds() {
    static const Sounds instance;
    return instance;
}

std::uint32_t code_of(char c) {
    constexpr std::string_view codes = ".AIU";
    return Sounds::is_vowel(c) ? static_cast<std::uint32_t>(codes.find(c)) : 0U;
}

std::uint32_t at(std::uint32_t packed, unsigned position) {
    constexpr std::uint32_t mask = (1U << bits) - 1U;
    return position < packed_sounds ? (packed >> (bits * position)) & mask : 0U;
}

} // namespace

std::optional<SoundKey> sound_key(std::string_view loose) {
    constexpr std::size_t least_sounds = 3;
    std::string reading = sounds().reading(loose);
    SoundKey key;
    for (unsigned i = 0; i < packed_sounds && i < reading.size(); ++i) {
        key.vowels |= code_of(reading[i]) << (bits * i);
    }
    std::erase_if(reading, Sounds::is_vowel);
    key.sounds = reading.size();
    key.skeleton = static_cast<std::uint32_t>(text::KeyHash::of(reading));
    return key.sounds < least_sounds ? std::nullopt : std::optional(key);
}

double vowel_distance(std::uint32_t a, std::uint32_t b, std::size_t sounds) {
    constexpr double left_out = 0.5;
    constexpr double replaced = 0.4;
    double cost = 0.0;
    std::size_t vowels = 0;
    for (unsigned i = 0, j = 0; i < packed_sounds || j < packed_sounds;) {
        const std::uint32_t x = at(a, i);
        const std::uint32_t y = at(b, j);
        const bool both = (x == 0) == (y == 0);
        cost += x == y ? 0.0 : both ? replaced : left_out;
        vowels += x != 0 || y != 0 ? 1 : 0;
        i += both || x != 0 ? 1 : 0;
        j += both || y != 0 ? 1 : 0;
    }
    return cost / static_cast<double>(sounds + vowels);
}

std::vector<SoundHit> find_sounding(std::span<const format::SoundRecord> index, std::string_view loose, double most) {
    std::vector<SoundHit> hits;
    const auto key = sound_key(loose);
    if (!key) {
        return hits;
    }
    auto record = std::lower_bound(
        index.begin(), index.end(), key->skeleton,
        [](const format::SoundRecord& entry, std::uint32_t skeleton) { return entry.skeleton < skeleton; });
    for (; record != index.end() && record->skeleton == key->skeleton; ++record) {
        const double distance = vowel_distance(key->vowels, record->vowels, key->sounds);
        if (distance > most) {
            continue;
        }
        if (hits.empty() || hits.back().place != record->place) {
            hits.push_back({record->place, distance, key->sounds});
        } else {
            hits.back().distance = std::min(hits.back().distance, distance);
        }
    }
    return hits;
}

} // namespace yaqut::gazetteer
