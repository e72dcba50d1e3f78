// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "text/char_rules.hpp"

namespace yaqut::text {

/// Folding of words that consist of two-byte Arabic letters only, nearly all words of an Arabic text: letter by letter,
/// so that the loose key is as long as the strict key or, without final hamza, shorter.

[[nodiscard]] constexpr char32_t fold_arabic_letter(char32_t cp) {
    switch (cp) {
    case 0x0622:
    case 0x0623:
    case 0x0625:
    case 0x0672:
    case 0x0673: return 0x0627; // alef with hamza, madda
    case 0x0624: return 0x0648; // waw with hamza
    case 0x0626: return 0x064A; // yeh with hamza
    case 0x06AF: return 0x0643; // gaf
    case 0x067E: return 0x0628; // peh
    case 0x0686: return 0x062C; // tcheh
    case 0x06A4: return 0x0641; // veh
    case 0x06A8: return 0x0642; // qaf with three dots
    case 0x0698: return 0x0632; // jeh
    default: return cp;
    }
}

[[nodiscard]] constexpr char32_t fold_final_letter(char32_t cp) {
    return cp == 0x0649 ? 0x064A : cp == 0x0629 ? 0x0647 : fold_arabic_letter(cp);
}

struct ByteLetter {
    char first;
    char second;
};

[[nodiscard]] constexpr std::array<ByteLetter, 0x200> make_fold_table(bool final) {
    std::array<ByteLetter, 0x200> table{};
    for (char32_t i = 0; i < table.size(); ++i) {
        const char32_t cp = 0x600 + i;
        char bytes[4] = {};
        write_utf8(final ? fold_final_letter(cp) : fold_arabic_letter(cp), bytes);
        table[i] = {bytes[0], bytes[1]};
    }
    return table;
}

inline constexpr std::array<ByteLetter, 0x200> fold_table = make_fold_table(false);
inline constexpr std::array<ByteLetter, 0x200> fold_final_table = make_fold_table(true);

/// Bytes of a word that count in its loose key: all but final hamzas, and at least `kept` bytes.
[[nodiscard]] constexpr std::size_t size_without_final_hamza(std::string_view word, std::size_t kept = 2) {
    std::size_t size = word.size();
    while (size > kept && word[size - 2] == '\xD8' && word[size - 1] == '\xA1') {
        size -= 2;
    }
    return size;
}

/// Which part of a word is folded.
enum class WordPart : std::uint8_t { whole, begin, end };

/// Calls sink(first byte, second byte) for each letter of the loose key. `word` is a whole number of two-byte letters
/// of the Arabic blocks.
template <typename Sink>
constexpr void fold_arabic(std::string_view word, Sink&& sink, WordPart part = WordPart::whole) {
    const bool is_end = part != WordPart::begin;
    const std::size_t kept = part == WordPart::whole ? 2 : 0;
    const std::size_t size = is_end ? size_without_final_hamza(word, kept) : word.size();
    for (std::size_t i = 0; i < size; i += 2) {
        const std::size_t letter =
            ((static_cast<unsigned char>(word[i]) & 0x7U) << 6U) | (static_cast<unsigned char>(word[i + 1]) & 0x3FU);
        const ByteLetter& folded = is_end && i + 2 == size ? fold_final_table[letter] : fold_table[letter];
        sink(folded.first, folded.second);
    }
}

/// Does the word consist of two-byte letters of the Arabic blocks only?
[[nodiscard]] constexpr bool is_plain_arabic(std::string_view word) {
    if (word.empty() || word.size() % 2 != 0) {
        return false;
    }
    for (std::size_t i = 0; i < word.size(); i += 2) {
        const auto lead = static_cast<unsigned char>(word[i]);
        if (lead < 0xD8U || lead > 0xDFU) {
            return false;
        }
    }
    return true;
}

} // namespace yaqut::text
