// SPDX-License-Identifier: Apache-2.0
// Small helpers for what is ASCII by definition: keys, endings, numbers. Independent of the locale.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace yaqut::io {

[[nodiscard]] constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
[[nodiscard]] constexpr bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
[[nodiscard]] constexpr char lower_ascii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

[[nodiscard]] inline std::string lower_ascii(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), [](char c) { return lower_ascii(c); });
    return out;
}

[[nodiscard]] constexpr std::string_view trim(std::string_view text) {
    while (!text.empty() && is_space(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && is_space(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

/// Does `text` end in `ending` (lower case), in any case?
[[nodiscard]] inline bool ends_with(std::string_view text, std::string_view ending) {
    return text.size() >= ending.size() && lower_ascii(text.substr(text.size() - ending.size())) == ending;
}

} // namespace yaqut::io
