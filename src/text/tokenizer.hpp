// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/document.hpp"

namespace yaqut::text {

/// The keys of a text while it is cut into tokens. Numbers are rewritten in place (1,200 becomes 1200, the bytes left
/// over belong to no token).
struct KeyedText {
    std::string_view source;
    std::string& strict;             ///< ShortKey::read_size bytes more than the map
    std::vector<std::uint32_t>& map; ///< source byte of each strict byte
    std::string& loose;
    WordCache* words = nullptr;
};

[[nodiscard]] std::vector<Token> tokenize(const KeyedText& text);

} // namespace yaqut::text
