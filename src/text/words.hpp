// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "core/language.hpp"
#include "text/document.hpp"

namespace yaqut::text {

/// The few words that the structure of a text depends on. They are constants here, not tables of the lexicon, because
/// the lexicon cuts its own entries with this module. All are compared in their strict form.

/// Is `word` an abbreviation that is written with a full stop before a name (Mr. Dr. Gen.)?
[[nodiscard]] bool is_abbreviation(std::uint64_t strict_hash);

/// Does the word begin a line that names the source of the article?
[[nodiscard]] bool is_source_word(std::uint64_t strict_hash);

/// Do the two words begin a line that names the paper an article is quoted from?
[[nodiscard]] bool is_quoting(std::uint64_t first_strict_hash, std::uint64_t second_strict_hash);

/// French l', d', qu' ... : what stands before an apostrophe and is a word of its own.
[[nodiscard]] bool is_elision(std::string_view before, char32_t after);

/// Is `stem` + 's one word of a transliterated name (Ra's Lanuf) and no possessive?
[[nodiscard]] bool keeps_final_s(std::string_view stem);

/// Language by script and function words.
[[nodiscard]] Language detect_language(std::span<const Token> tokens);

} // namespace yaqut::text
