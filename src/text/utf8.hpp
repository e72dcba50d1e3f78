// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace yaqut::text {

/// One character as it stands in UTF-8.
struct Utf8Char {
    char32_t code_point = 0xFFFD;
    std::uint32_t size = 1; ///< bytes
    bool valid = false;     ///< false: a single byte that belongs to no character
};

[[nodiscard]] constexpr bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// The character that begins at `position`, which must be inside the text. Strict: no overlong forms, no surrogates.
[[nodiscard]] constexpr Utf8Char utf8_char(std::string_view text, std::size_t position) {
    const auto byte = [&](std::size_t offset) {
        return static_cast<std::uint32_t>(static_cast<unsigned char>(text[position + offset]));
    };
    const std::uint32_t lead = byte(0);
    if (lead < 0x80U) {
        return {lead, 1, true};
    }
    const std::uint32_t size = lead < 0xC2U ? 0U : lead < 0xE0U ? 2U : lead < 0xF0U ? 3U : lead < 0xF5U ? 4U : 0U;
    if (size == 0 || text.size() - position < size) {
        return {};
    }
    std::uint32_t code_point = lead & (0xFFU >> (size + 1U));
    for (std::uint32_t i = 1; i < size; ++i) {
        if ((byte(i) & 0xC0U) != 0x80U) {
            return {};
        }
        code_point = (code_point << 6U) | (byte(i) & 0x3FU);
    }
    const bool overlong = (size == 3 && code_point < 0x800U) || (size == 4 && code_point < 0x10000U);
    if (overlong || code_point > 0x10FFFFU || (code_point >= 0xD800U && code_point < 0xE000U)) {
        return {};
    }
    return {code_point, size, true};
}

/// Writes the character to `out`, which has room for four bytes; gives the number of bytes.
constexpr std::size_t write_utf8(char32_t code_point, char* out) {
    const auto cp = static_cast<std::uint32_t>(code_point);
    const auto tail = [cp](unsigned shift) { return static_cast<char>(0x80U | ((cp >> shift) & 0x3FU)); };
    if (cp < 0x80U) {
        out[0] = static_cast<char>(cp);
        return 1;
    }
    if (cp < 0x800U) {
        out[0] = static_cast<char>(0xC0U | (cp >> 6U));
        out[1] = tail(0);
        return 2;
    }
    if (cp < 0x10000U) {
        out[0] = static_cast<char>(0xE0U | (cp >> 12U));
        out[1] = tail(6);
        out[2] = tail(0);
        return 3;
    }
    out[0] = static_cast<char>(0xF0U | (cp >> 18U));
    out[1] = tail(12);
    out[2] = tail(6);
    out[3] = tail(0);
    return 4;
}

inline void append_utf8(char32_t code_point, std::string& out) {
    char bytes[4];
    out.append(bytes, write_utf8(code_point, bytes));
}

} // namespace yaqut::text
