// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "text/utf8.hpp"

namespace yaqut::geocode {

/// The code points of a key without its spaces; a byte that belongs to no character gives U+FFFD.
[[nodiscard]] inline std::u32string code_points_of(std::string_view key) {
    std::u32string result;
    for (std::size_t i = 0; i < key.size();) {
        const text::Utf8Char at = text::utf8_char(key, i);
        i += at.size;
        if (at.code_point != U' ') {
            result += at.code_point;
        }
    }
    return result;
}

} // namespace yaqut::geocode
