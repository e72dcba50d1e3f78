// SPDX-License-Identifier: Apache-2.0
#include "text/document.hpp"

#include <algorithm>
#include <utility>

#include "core/error.hpp"
#include "text/document_body.hpp"
#include "text/normalizer.hpp"
#include "text/tokenizer.hpp"
#include "text/word_lookahead.hpp"
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

std::unique_ptr<DocumentBody> take_body(WordCache* words) {
    return words == nullptr ? std::make_unique<DocumentBody>() : SpareBodies::of(*words).take();
}

} // namespace

void GiveBack::operator()(DocumentBody* body) const {
    std::unique_ptr<DocumentBody> owned(body);
    if (words != nullptr) {
        SpareBodies::of(*words).give_back(std::move(owned));
    }
}

Document::Document(std::string_view utf8, Parts parts) : Document(utf8, parts, nullptr) {}

Document::Document(std::string_view utf8, WordCache& words) : Document(utf8, Parts::all, &words) {}

Document::Document(std::string_view utf8, Parts parts, WordCache* words)
    : m_source(checked(utf8)), m_words(words), m_body(take_body(words).release(), GiveBack{words}) {
    DocumentBody& body = *m_body;
    const std::size_t size = normalize_into(m_source, body.strict, body.map);
    body.strict.resize(std::max(body.strict.size(), size + WordLookahead::read_size));
    std::fill_n(body.strict.data() + size, WordLookahead::read_size, '\0'); // belongs to no token
    tokenize({m_source, body.strict.data(), size, body.map, body.loose, m_words}, body.tokens, body.landmarks);
    m_strict = std::string_view(body.strict).substr(0, size);
    m_loose = body.loose;
    m_tokens = body.tokens;
    if (parts == Parts::tokens) {
        return;
    }
    find_structure({m_source, m_strict, m_tokens, body.landmarks}, body.structure);
    m_blocks = body.structure.blocks;
    m_sentences = body.structure.sentences;
    m_sentence_of = body.structure.sentence_of;
    m_language = detect_language(m_tokens);
}

std::uint32_t Document::source_begin(const Token& token, std::size_t offset) const {
    if (offset == 0) {
        return token.span.begin;
    }
    if (offset >= token.strict_size) {
        return token.span.end;
    }
    const std::size_t byte = token.strict_begin + offset;
    return token.kind == TokenKind::number ? m_body->map.source_of_digit(byte) : m_body->map.source_of(m_strict, byte);
}

TextSpan Document::span_of(TokenRange range) const {
    if (range.empty() || range.end > m_tokens.size()) {
        return {};
    }
    return {m_tokens[range.begin].span.begin, m_tokens[range.end - 1].span.end};
}

} // namespace yaqut::text
