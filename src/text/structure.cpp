// SPDX-License-Identifier: Apache-2.0
#include "text/structure.hpp"

#include "text/blocks.hpp"
#include "text/sentences.hpp"

namespace yaqut::text {

void find_structure(std::string_view source, std::string_view strict, std::span<const Token> tokens,
                    Structure& structure) {
    structure.blocks = find_blocks(source, strict, tokens);
    structure.sentences.clear();
    structure.sentence_of.clear();
    structure.sentence_of.reserve(tokens.size());
    for (std::uint32_t i = 0; i < structure.blocks.size(); ++i) {
        Block& block = structure.blocks[i];
        block.first_sentence = static_cast<std::uint32_t>(structure.sentences.size());
        append_sentences(strict, tokens, block, structure.sentences);
        block.sentence_count = static_cast<std::uint32_t>(structure.sentences.size()) - block.first_sentence;
        for (std::uint32_t s = block.first_sentence; s < structure.sentences.size(); ++s) {
            Sentence& sentence = structure.sentences[s];
            sentence.block = i;
            structure.sentence_of.insert(structure.sentence_of.end(), sentence.tokens.size(), s);
        }
    }
}

} // namespace yaqut::text
