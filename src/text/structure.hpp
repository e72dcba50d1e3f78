// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "text/document.hpp"
#include "text/landmarks.hpp"

namespace yaqut::text {

/// Blocks and sentences of a text.
struct Structure {
    std::vector<Block> blocks;
    std::vector<Sentence> sentences;
    std::vector<std::uint32_t> sentence_of; ///< by token
};

/// Writes over what `structure` holds.
void find_structure(const CutText& text, Structure& structure);

} // namespace yaqut::text
