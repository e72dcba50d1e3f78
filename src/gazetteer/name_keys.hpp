// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/document.hpp"

namespace yaqut::gazetteer {

/// The keys of a name: of its words and numbers, marks left out, as they would be cut in an article.
struct NameKeys {
    std::size_t words = 0;                    ///< counted up to format::max_words + 1; then the keys are of no use
    std::uint64_t first_word = 0;             ///< loose hash
    std::uint64_t phrase = 0;                 ///< of the loose words
    std::uint64_t strict = 0;                 ///< of the strict words
    std::uint64_t fused = 0;                  ///< of the loose words without spaces
    std::vector<std::uint64_t> prefixes;      ///< phrases of the first 1, 2 ... words - 1 words
    std::string loose;                        ///< loose words, joined by single spaces
    text::Script script = text::Script::none; ///< of the first word

    /// Can the name be looked up: has it words, and not too many?
    [[nodiscard]] bool usable() const;
};

[[nodiscard]] NameKeys keys_of(std::string_view name);

/// The phrase hash of loose words that are joined by single spaces.
[[nodiscard]] std::uint64_t phrase_of_loose(std::string_view loose);

} // namespace yaqut::gazetteer
