// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace yaqut::text {

/// Bytes that are looked at together.
inline constexpr std::size_t block_bytes = 16;

#ifdef __SSE2__

/// A bit for each of the block's bytes that is not ASCII.
[[nodiscard]] inline std::uint32_t not_ascii(const char* block) {
    return static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_loadu_si128(reinterpret_cast<const __m128i*>(block))));
}

/// Writes to `key` the block of `source` with its ASCII letters in lower case. Gives how many bytes at its beginning
/// are whole characters that need no more than that: ASCII without control characters and the grave accent, the usual
/// Arabic letters, and single spaces. `spaced`: a space stands before the block.
[[nodiscard]] inline std::size_t copy_plain_block(const char* source, char* key, bool spaced) {
    const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(source));
    const auto all = [](int byte) { return _mm_set1_epi8(static_cast<char>(byte)); };
    const auto where = [](__m128i found) { return static_cast<std::uint32_t>(_mm_movemask_epi8(found)); };
    const auto is = [&](int byte) { return where(_mm_cmpeq_epi8(block, all(byte))); };
    // Signed comparisons: bytes that are not ASCII are negative.
    const auto among = [&](int first, int last) {
        return _mm_andnot_si128(_mm_or_si128(_mm_cmplt_epi8(block, all(first)), _mm_cmpgt_epi8(block, all(last))),
                                all(0xFF));
    };
    const __m128i capitals = among('A', 'Z');
    _mm_storeu_si128(reinterpret_cast<__m128i*>(key), _mm_or_si128(block, _mm_and_si128(capitals, all(0x20))));
    const std::uint32_t spaces = is(' ');
    const std::uint32_t ascii = where(among(' ', '~')) & ~is('`') & ~(spaces & (spaces << 1U | (spaced ? 1U : 0U)));
    // U+0620 to U+063F, and U+0641 to U+064A: behind them come tatweel and the vowel signs.
    const std::uint32_t second = (is(0xD8) << 1U & where(among(0xA0 - 0x100, 0xBF - 0x100))) |
                                 (is(0xD9) << 1U & where(among(0x81 - 0x100, 0x8A - 0x100)));
    return static_cast<std::size_t>(std::countr_one(ascii | second | second >> 1U));
}

#else

[[nodiscard]] inline std::uint32_t not_ascii(const char* block) {
    std::uint32_t found = 0;
    for (std::size_t i = 0; i < block_bytes; ++i) {
        found |= static_cast<std::uint32_t>(static_cast<signed char>(block[i]) < 0) << i;
    }
    return found;
}

[[nodiscard]] inline std::size_t copy_plain_block(const char* /*source*/, char* /*key*/, bool /*spaced*/) { return 0; }

#endif

} // namespace yaqut::text
