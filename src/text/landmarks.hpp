// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "text/document.hpp"

namespace yaqut::text {

/// The tokens that the structure of a text hangs on, by index, in rising order: those who cut it need not look at each
/// word.
struct Landmarks {
    std::vector<std::uint32_t> lines;    ///< first tokens of lines
    std::vector<std::uint32_t> no_words; ///< marks and numbers

    void clear() {
        lines.clear();
        no_words.clear();
    }
    [[nodiscard]] std::size_t bytes() const { return (lines.capacity() + no_words.capacity()) * sizeof(std::uint32_t); }
};

/// A text that is cut into tokens.
struct CutText {
    std::string_view source;
    std::string_view strict;
    std::span<const Token> tokens;
    const Landmarks& landmarks;
};

} // namespace yaqut::text
