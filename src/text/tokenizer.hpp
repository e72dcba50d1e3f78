// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "text/document.hpp"
#include "text/landmarks.hpp"
#include "text/source_map.hpp"

namespace yaqut::text {

/// The keys of a text while it is cut into tokens. Numbers are rewritten in place (1,200 becomes 1200, the bytes left
/// over belong to no token).
struct KeyedText {
    std::string_view source;
    char* strict = nullptr;      ///< WordLookahead::read_size zeros behind it
    std::size_t strict_size = 0; ///< bytes
    SourceMap& map;
    std::string& loose; ///< grows, and may be longer than what tokens refer to
    WordCache* words = nullptr;
};

/// Writes the tokens of the text over those of another one.
void tokenize(const KeyedText& text, std::vector<Token>& tokens, Landmarks& landmarks);

} // namespace yaqut::text
