// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>

namespace yaqut {

/// A half-open range [begin, end) of bytes in the article's UTF-8 text as it was given.
/// Converted to Unicode code points only where text leaves the program (annotation JSON, layers).
struct TextSpan {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
    [[nodiscard]] constexpr bool empty() const { return begin >= end; }
    [[nodiscard]] constexpr bool contains(TextSpan other) const { return begin <= other.begin && other.end <= end; }
    [[nodiscard]] constexpr bool overlaps(TextSpan other) const { return begin < other.end && other.begin < end; }
    /// The smallest span that covers both.
    [[nodiscard]] constexpr TextSpan joined(TextSpan other) const {
        return {std::min(begin, other.begin), std::max(end, other.end)};
    }
    friend constexpr bool operator==(TextSpan, TextSpan) = default;
};

/// A half-open range of token indices in one text::Document.
struct TokenRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
    [[nodiscard]] constexpr bool empty() const { return begin >= end; }
    [[nodiscard]] constexpr bool contains(std::uint32_t token) const { return begin <= token && token < end; }
    [[nodiscard]] constexpr bool overlaps(TokenRange other) const { return begin < other.end && other.begin < end; }
    friend constexpr bool operator==(TokenRange, TokenRange) = default;
};

} // namespace yaqut
