// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace yaqut::text {

/// 64-bit hash of a key, computed in pieces so that a key with a part cut off or put back needs no copy.
/// The values are part of the gazetteer's file format: change them only together with its version.
class KeyHash {
  public:
    constexpr KeyHash() = default;

    constexpr KeyHash& add(std::string_view bytes) {
        for (const char c : bytes) {
            m_state = (m_state ^ static_cast<unsigned char>(c)) * prime; // FNV-1a
        }
        return *this;
    }

    /// The finished value (bits mixed, so that any part of it can index a table).
    [[nodiscard]] constexpr std::uint64_t value() const {
        std::uint64_t h = m_state;
        h = (h ^ (h >> 33U)) * 0xff51afd7ed558ccdULL; // finaliser of MurmurHash3
        h = (h ^ (h >> 33U)) * 0xc4ceb9fe1a85ec53ULL;
        return h ^ (h >> 33U);
    }

    [[nodiscard]] static constexpr std::uint64_t of(std::string_view bytes) { return KeyHash().add(bytes).value(); }

  private:
    static constexpr std::uint64_t prime = 0x100000001b3ULL;
    std::uint64_t m_state = 0xcbf29ce484222325ULL;
};

/// Hash of a phrase from the hashes of its words: start with the first word's value and extend word by word.
[[nodiscard]] constexpr std::uint64_t extend_phrase(std::uint64_t phrase, std::uint64_t word) {
    std::uint64_t h = phrase * 0x9e3779b97f4a7c15ULL + word;
    h = (h ^ (h >> 32U)) * 0xd6e8feb86659fd93ULL;
    return h ^ (h >> 32U);
}

} // namespace yaqut::text
