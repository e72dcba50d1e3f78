// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "text/document.hpp"

namespace yaqut::text {

/// Cuts the tokens of one block into sentences. In headlines two or three dots are a dash and end nothing.
/// `Sentence::block` is left to the caller.
void append_sentences(std::string_view strict, std::span<const Token> tokens, const Block& block,
                      std::vector<Sentence>& sentences);

/// The mark that a token is, or 0 when it is none (marks of more than one byte are 0, too).
[[nodiscard]] inline char mark_of(std::string_view strict, const Token& token) {
    return token.kind == TokenKind::punct && token.strict_size == 1 ? strict[token.strict_begin] : '\0';
}

} // namespace yaqut::text
