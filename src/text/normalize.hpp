// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace yaqut::text {

/// Changes whenever a key of any text changes: gazetteer files record it and refuse another one.
inline constexpr std::uint32_t normalizer_version = 1;

/// Text under the STRICT rules, which keep the identity of words: canonical composition; tatweel, vowel signs and
/// invisible formatting dropped; presentation forms, Persian letter variants, digits and punctuation unified; Latin
/// letters in lower case. Runs of white space become one space; a newline stays a newline.
///
/// Every key byte knows the source bytes it came from: a ligature gives several key bytes with one source range,
/// dropped characters belong to the key byte before them. Any bytes are accepted: a byte that is not valid UTF-8
/// gives U+FFFD in the key and maps to itself.
struct NormalizedText {
    std::string key;
    /// source_begin[i] .. source_end[i]: source bytes of the character that key byte i belongs to.
    std::vector<std::uint32_t> source_begin;
    std::vector<std::uint32_t> source_end;
};

[[nodiscard]] NormalizedText normalize_strict(std::string_view utf8);

/// The STRICT key of a short text (a name, a table's word), without the map and without white space at its ends.
[[nodiscard]] std::string strict_key(std::string_view utf8);

/// Folds one STRICT word to its LOOSE key, for which spelling habits do not matter: hamza seats, final ى/ي and ة/ه,
/// Persian and Maghrebi letters; Latin diacritics, apostrophes and dots dropped.
void append_loose(std::string_view strict_word, std::string& out);

/// The LOOSE key of a short text: the loose keys of its words and numbers as Document cuts them, joined by single
/// spaces. Hyphens separate words, other marks leave nothing.
[[nodiscard]] std::string loose_key(std::string_view utf8);

} // namespace yaqut::text
