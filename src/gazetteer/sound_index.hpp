// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "gazetteer/format.hpp"
#include "gazetteer/gazetteer.hpp"

namespace yaqut::gazetteer {

/// A name as it sounds, packed: what the index of sounds keeps of it.
struct SoundKey {
    std::uint32_t skeleton = 0; ///< low half of the hash
    std::uint32_t vowels =
        0; ///< two bits a sound from the lowest on: 0 a sound of the skeleton, 1 to 3 A, I, U behind it
    std::size_t sounds = 0; ///< of the skeleton
};

/// Of a loose key; none where less than three sounds are left, which too many names share.
[[nodiscard]] std::optional<SoundKey> sound_key(std::string_view loose);

/// How far apart the vowels of two names with one skeleton of so many sounds are: 0 the same, 1 nothing in common.
[[nodiscard]] double vowel_distance(std::uint32_t a, std::uint32_t b, std::size_t sounds);

/// The search behind Gazetteer::sounding_like().
[[nodiscard]] std::vector<SoundHit> find_sounding(std::span<const format::SoundRecord> index, std::string_view loose,
                                                  double most);

} // namespace yaqut::gazetteer
