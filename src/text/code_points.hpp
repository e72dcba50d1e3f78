// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/span.hpp"

namespace yaqut::text {

/// Converts byte offsets of a UTF-8 text to code point offsets and back. Built in one pass; look-up of a byte is
/// constant time (a sample every 64 bytes), of a code point a binary search. Invalid bytes count as one code point
/// each. Offsets inside a character give that character. Refers to the text, which must outlive it.
class CodePointMap {
  public:
    explicit CodePointMap(std::string_view utf8);

    [[nodiscard]] std::uint32_t to_code_points(std::uint32_t byte) const;
    /// As a pair of code point offsets.
    [[nodiscard]] TextSpan to_code_points(TextSpan bytes) const {
        return {to_code_points(bytes.begin), to_code_points(bytes.end)};
    }
    [[nodiscard]] std::uint32_t to_bytes(std::uint32_t code_point) const;
    [[nodiscard]] std::uint32_t size() const { return m_size; } ///< code points in the text

  private:
    std::string_view m_text;
    std::vector<std::uint32_t> m_samples;
    std::size_t m_valid = 0; ///< bytes known to be valid, a whole number of samples
    std::uint32_t m_size = 0;
};

} // namespace yaqut::text
