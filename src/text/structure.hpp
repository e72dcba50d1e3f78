// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "text/document.hpp"

namespace yaqut::text {

/// Blocks and sentences of a text.
struct Structure {
    std::vector<Block> blocks;
    std::vector<Sentence> sentences;
    std::vector<std::uint32_t> sentence_of; ///< by token
};

/// Writes over what `structure` holds.
void find_structure(std::string_view source, std::string_view strict, std::span<const Token> tokens,
                    Structure& structure);

} // namespace yaqut::text
