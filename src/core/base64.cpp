// SPDX-License-Identifier: Apache-2.0
#include "core/base64.hpp"

#include <algorithm>
#include <cstdint>

namespace yaqut {

namespace {

constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::size_t group_bytes = 3;
constexpr std::size_t group_digits = 4;

int digit_of(char c) {
    if (c >= 'A' && c <= 'Z') {
        return c - 'A';
    }
    if (c >= 'a' && c <= 'z') {
        return c - 'a' + 26;
    }
    if (c >= '0' && c <= '9') {
        return c - '0' + 52;
    }
    return c == '+' ? 62 : c == '/' ? 63 : -1;
}

} // namespace

std::string to_base64(std::string_view bytes) {
    std::string text;
    text.reserve((bytes.size() + 2) / group_bytes * group_digits);
    for (std::size_t at = 0; at < bytes.size(); at += group_bytes) {
        const std::string_view group = bytes.substr(at, group_bytes);
        std::uint32_t bits = 0;
        for (std::size_t i = 0; i < group_bytes; ++i) {
            bits = bits << 8U | (i < group.size() ? static_cast<std::uint8_t>(group[i]) : 0U);
        }
        for (std::size_t i = 0; i < group_digits; ++i) {
            text += i <= group.size() ? digits[bits >> (18U - 6U * i) & 63U] : '=';
        }
    }
    return text;
}

std::optional<std::string> from_base64(std::string_view text) {
    std::string bytes;
    bytes.reserve(text.size() / group_digits * group_bytes);
    for (std::size_t at = 0; at < text.size(); at += group_digits) {
        const std::string_view group = text.substr(at, group_digits);
        const bool last = at + group_digits >= text.size();
        const std::size_t filled = std::min(group.find('='), group.size());
        if (group.size() != group_digits || filled < 2 || (filled < group_digits && !last)) {
            return std::nullopt;
        }
        std::uint32_t bits = 0;
        for (std::size_t i = 0; i < group_digits; ++i) {
            const int digit = i < filled ? digit_of(group[i]) : group[i] == '=' ? 0 : -1;
            if (digit < 0) {
                return std::nullopt;
            }
            bits = bits << 6U | static_cast<std::uint32_t>(digit);
        }
        for (std::size_t i = 0; i + 1 < filled; ++i) {
            bytes += static_cast<char>(bits >> (16U - 8U * i) & 255U);
        }
    }
    return to_base64(bytes) == text ? std::optional(bytes) : std::nullopt; // no stray bits
}

} // namespace yaqut
