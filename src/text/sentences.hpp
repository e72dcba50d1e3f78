// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/span.hpp"
#include "text/document.hpp"
#include "text/landmarks.hpp"

namespace yaqut::text {

/// The mark that a token is, or 0 when it is none (marks of more than one byte are 0, too).
[[nodiscard]] inline char mark_of(std::string_view strict, const Token& token) {
    return token.kind == TokenKind::punct && token.strict_size == 1 ? strict[token.strict_begin] : '\0';
}

/// Cuts the blocks of a text into sentences, block by block from its beginning. In headlines two or three dots are a
/// dash and end nothing.
class SentenceSplitter {
  public:
    explicit SentenceSplitter(const CutText& text)
        : m_strict(text.strict), m_tokens(text.tokens), m_marks(text.landmarks.no_words) {}

    /// Adds the sentences of the next block. `Sentence::block` is left to the caller.
    void append(const Block& block, std::vector<Sentence>& sentences);

  private:
    [[nodiscard]] std::uint32_t end_of_sentence(std::uint32_t begin);
    [[nodiscard]] char mark(std::uint32_t i) const { return i < m_block.end ? mark_of(m_strict, m_tokens[i]) : '\0'; }
    [[nodiscard]] bool is_ellipsis(std::uint32_t i) const;
    [[nodiscard]] bool is_stop(std::uint32_t i) const;
    [[nodiscard]] bool is_closing(std::uint32_t i) const;
    [[nodiscard]] std::uint32_t after_stop(std::uint32_t i, std::uint32_t limit) const;
    [[nodiscard]] bool ends_sentence(std::uint32_t begin, std::uint32_t stop, std::uint32_t after) const;
    [[nodiscard]] bool ends_after_full_stop(std::uint32_t begin, std::uint32_t stop, const Token& next) const;

    std::string_view m_strict;
    std::span<const Token> m_tokens;
    std::span<const std::uint32_t> m_marks; ///< marks and numbers that were not passed
    TokenRange m_block;
    bool m_headline = false;
};

} // namespace yaqut::text
