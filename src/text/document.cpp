// SPDX-License-Identifier: Apache-2.0
#include "text/document.hpp"

#include "core/error.hpp"
#include "text/normalizer.hpp"
#include "text/structure.hpp"
#include "text/tokenizer.hpp"
#include "text/words.hpp"

namespace yaqut::text {

namespace {

/// Offsets have 32 bits and a character may give eleven times its bytes.
constexpr std::size_t max_text_bytes = std::size_t{256} << 20U;

std::string_view checked(std::string_view utf8) {
    if (utf8.size() > max_text_bytes) {
        throw Error("text: expected at most " + std::to_string(max_text_bytes) + " bytes, found " +
                    std::to_string(utf8.size()));
    }
    return utf8;
}

} // namespace

Document::Document(std::string_view utf8, Parts parts) : Document(utf8, parts, nullptr) {}

Document::Document(std::string_view utf8, WordCache& words) : Document(utf8, Parts::all, &words) {}

Document::Document(std::string_view utf8, Parts parts, WordCache* words) : m_source(checked(utf8)), m_words(words) {
    normalize_into(m_source, m_strict, m_map);
    m_strict.append(ShortKey::read_size, '\0'); // belongs to no token
    m_tokens = tokenize({m_source, m_strict, m_map, m_loose, m_words});
    if (parts == Parts::tokens) {
        return;
    }
    Structure structure = find_structure(m_source, m_strict, m_tokens);
    m_blocks = std::move(structure.blocks);
    m_sentences = std::move(structure.sentences);
    m_sentence_of = std::move(structure.sentence_of);
    m_language = detect_language(m_tokens);
}

std::uint32_t Document::source_begin(const Token& token, std::size_t offset) const {
    if (offset == 0) {
        return token.span.begin;
    }
    return offset >= token.strict_size ? token.span.end : m_map[token.strict_begin + offset];
}

TextSpan Document::span_of(TokenRange range) const {
    if (range.empty() || range.end > m_tokens.size()) {
        return {};
    }
    return {m_tokens[range.begin].span.begin, m_tokens[range.end - 1].span.end};
}

} // namespace yaqut::text
