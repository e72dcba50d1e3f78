// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

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

/// What a block of text consists of, a bit for each byte.
struct PlainBlock {
    std::uint32_t spaces = 0;
    std::uint32_t ascii = 0; ///< ASCII without control characters and the grave accent
    std::uint32_t leads_d8 = 0;
    std::uint32_t leads_d9 = 0;
    std::uint32_t after_d8 = 0; ///< behind D8 they give U+0620 to U+063F
    std::uint32_t after_d9 = 0; ///< behind D9 U+0641 to U+064A: after these come tatweel and the vowel signs
};

/// Writes to `key` the block of `source` with its ASCII letters in lower case.
[[nodiscard]] inline PlainBlock copy_block(const char* source, char* key) {
    const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(source));
    const auto all = [](int byte) { return _mm_set1_epi8(static_cast<char>(byte)); };
    const auto where = [](__m128i found) { return static_cast<std::uint32_t>(_mm_movemask_epi8(found)); };
    const auto is = [&](int byte) { return where(_mm_cmpeq_epi8(block, all(byte))); };
    // Signed comparisons: bytes that are not ASCII are negative.
    const auto among = [&](int first, int last) {
        return _mm_and_si128(_mm_cmpgt_epi8(block, all(first - 1)), _mm_cmpgt_epi8(all(last + 1), block));
    };
    const __m128i capitals = among('A', 'Z');
    _mm_storeu_si128(reinterpret_cast<__m128i*>(key), _mm_or_si128(block, _mm_and_si128(capitals, all(0x20))));
    return {is(' '),  where(among(' ', '~')) & ~is('`'),        is(0xD8),
            is(0xD9), where(among(0xA0 - 0x100, 0xBF - 0x100)), where(among(0x81 - 0x100, 0x8A - 0x100))};
}

/// Writes to `key` the text's whole blocks with their ASCII letters in lower case, up to the first character that needs
/// more than that, and gives how many bytes that is. Others than ASCII without control characters and the grave accent,
/// the usual Arabic letters and single spaces need more. `spaced`: a space stands before the text. In `key` there is
/// room for whole blocks. No block waits for what the one before it came to, but for three bits.
[[nodiscard]] inline std::size_t copy_plain_blocks(std::string_view source, char* key, bool spaced) {
    constexpr std::uint32_t last = block_bytes - 1;
    constexpr std::uint32_t every = 0xFFFF;
    std::uint32_t space = spaced ? 1 : 0; // the byte before the block
    std::uint32_t d8 = 0;
    std::uint32_t d9 = 0;
    std::size_t at = 0;
    for (; source.size() - at >= block_bytes; at += block_bytes) {
        const PlainBlock block = copy_block(source.data() + at, key + at);
        const std::uint32_t ascii = block.ascii & ~(block.spaces & (block.spaces << 1U | space));
        const std::uint32_t second =
            ((block.leads_d8 << 1U | d8) & block.after_d8) | ((block.leads_d9 << 1U | d9) & block.after_d9);
        const std::uint32_t letters = second | second >> 1U;
        const std::uint32_t open = (block.leads_d8 | block.leads_d9) >> last; // its second byte is in the next block
        const std::uint32_t torn = (d8 | d9) & ~second;
        if ((ascii | letters | open << last) != every || torn != 0) {
            return torn != 0 ? at - 1 : at + static_cast<std::size_t>(std::countr_one(ascii | letters));
        }
        space = block.spaces >> last;
        d8 = block.leads_d8 >> last;
        d9 = block.leads_d9 >> last;
    }
    return at - (d8 | d9);
}

#else

[[nodiscard]] inline std::uint32_t not_ascii(const char* block) {
    std::uint32_t found = 0;
    for (std::size_t i = 0; i < block_bytes; ++i) {
        found |= static_cast<std::uint32_t>(static_cast<signed char>(block[i]) < 0) << i;
    }
    return found;
}

[[nodiscard]] inline std::size_t copy_plain_blocks(std::string_view /*source*/, char* /*key*/, bool /*spaced*/) {
    return 0;
}

#endif

} // namespace yaqut::text
