// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace yaqut::gazetteer {

/// Calls `use(word, last)` for the words of a key, which are joined by single spaces.
template <typename Use> void for_each_word(std::string_view key, Use use) {
    for (std::size_t begin = 0; begin < key.size();) {
        const std::size_t end = std::min(key.find(' ', begin), key.size());
        use(key.substr(begin, end - begin), end == key.size());
        begin = end + 1;
    }
}

/// The key's letters without spaces.
[[nodiscard]] inline std::string joined(std::string_view key) {
    std::string result(key);
    std::erase(result, ' ');
    return result;
}

} // namespace yaqut::gazetteer
