// SPDX-License-Identifier: Apache-2.0
#include "text/structure.hpp"

#include "text/blocks.hpp"
#include "text/sentences.hpp"

namespace yaqut::text {

void find_structure(const CutText& text, Structure& structure) {
    find_blocks(text, structure.blocks);
    structure.sentences.clear();
    structure.sentence_of.clear();
    structure.sentence_of.reserve(text.tokens.size());
    SentenceSplitter splitter(text);
    for (std::uint32_t i = 0; i < structure.blocks.size(); ++i) {
        Block& block = structure.blocks[i];
        block.first_sentence = static_cast<std::uint32_t>(structure.sentences.size());
        splitter.append(block, structure.sentences);
        block.sentence_count = static_cast<std::uint32_t>(structure.sentences.size()) - block.first_sentence;
        for (std::uint32_t s = block.first_sentence; s < structure.sentences.size(); ++s) {
            Sentence& sentence = structure.sentences[s];
            sentence.block = i;
            structure.sentence_of.insert(structure.sentence_of.end(), sentence.tokens.size(), s);
        }
    }
}

} // namespace yaqut::text
