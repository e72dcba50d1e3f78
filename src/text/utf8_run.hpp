// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "text/utf8.hpp"

namespace yaqut::text {

/// Control characters at which a run ends.
enum class Controls : std::uint8_t {
    pass,
    stop_ascii, ///< below U+0020
    stop_all,   ///< those and U+007F to U+009F
};

#ifdef __SSE2__

/// How many bytes of the text's whole blocks of 16 are whole characters of ASCII or letters U+0400 to U+07FF, Arabic
/// among them, before the first byte that ends a run or must be looked at more closely. No block waits for what the one
/// before it came to, but for one bit.
template <Controls controls, char... marks> [[nodiscard]] std::size_t plain_bytes(std::string_view text) {
    constexpr std::size_t size = 16;
    std::uint32_t open = 0; // a letter's second byte is still to come
    std::size_t at = 0;
    for (; text.size() - at >= size; at += size) {
        const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at));
        const auto all = [](int byte) { return _mm_set1_epi8(static_cast<char>(byte)); };
        const auto where = [](__m128i found) { return static_cast<std::uint32_t>(_mm_movemask_epi8(found)); };
        const auto masked = [&](int mask, int value) {
            return where(_mm_cmpeq_epi8(_mm_and_si128(block, all(mask)), all(value)));
        };
        const std::uint32_t leads = masked(0xF0, 0xD0);
        const std::uint32_t rest = masked(0xC0, 0x80);
        std::uint32_t stops = where(block) & ~(leads | rest);
        if constexpr (controls != Controls::pass) {
            stops |= masked(0xE0, 0x00);
        }
        if constexpr (controls == Controls::stop_all) {
            stops |= masked(0xFF, 0x7F);
        }
        ((stops |= where(_mm_cmpeq_epi8(block, all(marks)))), ...);
        stops |= rest ^ ((leads << 1U | open) & 0xFFFFU);
        if (stops != 0) {
            const auto plain = static_cast<std::uint32_t>(std::countr_zero(stops));
            return at + plain - ((leads << 1U | open) >> plain & 1U);
        }
        open = leads >> (size - 1);
    }
    return at - open;
}

#endif

/// Length of the longest beginning of the text that is valid UTF-8 without such control characters and without any of
/// the ASCII characters `marks`.
template <Controls controls, char... marks> [[nodiscard]] std::size_t utf8_run(std::string_view text) {
    const auto stops = [](char32_t c) {
        const bool control =
            (controls != Controls::pass && c < 0x20) || (controls == Controls::stop_all && c >= 0x7F && c < 0xA0);
        return control || ((c == static_cast<char32_t>(marks)) || ...);
    };
    for (std::size_t at = 0;;) {
#ifdef __SSE2__
        at += plain_bytes<controls, marks...>(text.substr(at));
#endif
        if (at == text.size()) {
            return at;
        }
        const Utf8Char c = utf8_char(text, at);
        if (!c.valid || stops(c.code_point)) {
            return at;
        }
        at += c.size;
    }
}

} // namespace yaqut::text
