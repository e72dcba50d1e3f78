// SPDX-License-Identifier: Apache-2.0
#include "text/words.hpp"

#include <algorithm>
#include <array>

#include "text/key_hash.hpp"
#include "text/unicode.hpp"

namespace yaqut::text {

namespace {

/// A fixed set of words, by hash. Most words that are not in it are turned away by one bit.
template <std::size_t Size> class WordSet {
  public:
    constexpr explicit WordSet(const std::array<std::string_view, Size>& words) {
        for (std::size_t i = 0; i < Size; ++i) {
            m_hashes[i] = KeyHash::of(words[i]);
            m_filter[bit(m_hashes[i]) / 64] |= std::uint64_t{1} << (bit(m_hashes[i]) % 64);
        }
        std::sort(m_hashes.begin(), m_hashes.end());
    }
    [[nodiscard]] constexpr bool contains(std::uint64_t hash) const {
        const bool possible = ((m_filter[bit(hash) / 64] >> (bit(hash) % 64)) & 1U) != 0;
        return possible && std::binary_search(m_hashes.begin(), m_hashes.end(), hash);
    }

  private:
    [[nodiscard]] static constexpr std::size_t bit(std::uint64_t hash) { return hash % 1024; }
    std::array<std::uint64_t, Size> m_hashes{};
    std::array<std::uint64_t, 16> m_filter{};
};

template <typename... Words> constexpr WordSet<sizeof...(Words)> word_set(Words... words) {
    return WordSet<sizeof...(Words)>({words...});
}

constexpr auto abbreviations =
    word_set("mr", "mrs", "ms", "dr", "gen", "col", "lt", "maj", "capt", "sgt", "cpl", "brig", "cmdr", "adm", "sen",
             "rep", "gov", "prof", "rev", "st", "ste", "mt", "ft", "jr", "sr", "vs", "mme", "mlle", "cf", "jan", "feb",
             "mar", "apr", "aug", "sept", "sep", "oct", "nov", "dec", "janv", "févr", "juil", "déc", "approx");

constexpr auto source_words = word_set("المصدر", "المصادر", "مصدر", "source", "sources");

// Words of one language that the other does not have, and that no near relative (Spanish, German) shares with it.
constexpr auto english_words =
    word_set("the", "of", "and", "to", "was", "were", "that", "for", "with", "by", "from", "has", "have", "had", "is",
             "are", "be", "been", "at", "his", "their", "its", "he", "they", "said", "which", "who", "this", "not",
             "after", "near", "in", "on", "as", "it", "but");
constexpr auto french_words =
    word_set("le", "les", "des", "du", "et", "est", "une", "dans", "pour", "par", "sur", "au", "aux", "qui", "ne",
             "pas", "ont", "été", "avec", "cette", "ces", "il", "elle", "ils", "sont", "était", "après", "selon", "où",
             "dont", "plus", "l'", "d'", "qu'", "à", "leur", "près");

constexpr std::array<std::string_view, 8> single_elisions{"l", "d", "j", "n", "s", "m", "t", "c"};
constexpr std::array<std::string_view, 5> long_elisions{"qu", "jusqu", "lorsqu", "puisqu", "quoiqu"};

bool is_one_of(std::string_view word, std::span<const std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

} // namespace

bool is_abbreviation(std::uint64_t strict_hash) { return abbreviations.contains(strict_hash); }

bool is_source_word(std::uint64_t strict_hash) { return source_words.contains(strict_hash); }

bool is_quoting(std::uint64_t first_strict_hash, std::uint64_t second_strict_hash) {
    return first_strict_hash == KeyHash::of("نقلا") && second_strict_hash == KeyHash::of("عن");
}

bool is_elision(std::string_view before, char32_t after) {
    if (is_one_of(before, long_elisions)) {
        return true;
    }
    if (!is_one_of(before, single_elisions)) {
        return false;
    }
    // Only before a sounded vowel: N'Djamena and M'Sila are names. M'Hamed is more frequent than a French m'h-.
    const char32_t letter = after < 0x80 ? after : decompose(after).code_points[0];
    constexpr std::u32string_view vowels = U"aeiouyœæ";
    return vowels.find(letter) != std::u32string_view::npos || (letter == U'h' && before != "m");
}

bool keeps_final_s(std::string_view stem) { return stem == "ra"; }

Language detect_language(std::span<const Token> tokens) {
    constexpr std::size_t enough = 2000; // tokens: the rest will not change the answer
    constexpr std::size_t share = 25;    // of one word in 25 or more is a function word
    std::size_t arabic = 0;
    std::size_t latin = 0;
    std::size_t other = 0;
    std::size_t english = 0;
    std::size_t french = 0;
    tokens = tokens.first(std::min(tokens.size(), enough));
    for (const Token& token : tokens) { // marks and numbers have no script
        arabic += static_cast<std::size_t>(token.script == Script::arabic);
        other += static_cast<std::size_t>(token.script == Script::other);
        latin += static_cast<std::size_t>(token.script == Script::latin);
    }
    for (std::size_t i = 0; latin > 0 && i < tokens.size(); ++i) {
        if (tokens[i].script == Script::latin) {
            english += english_words.contains(tokens[i].strict_hash) ? 1U : 0U;
            french += french_words.contains(tokens[i].strict_hash) ? 1U : 0U;
        }
    }
    const std::size_t most = std::max(english, french);
    const bool latin_prose = most * share >= latin; // not just names and mark-up between Arabic words
    if (arabic > 0 && arabic >= other && (arabic >= latin || (!latin_prose && arabic * 4 >= latin))) {
        return Language::ar;
    }
    if (latin < other || english == french || most * share < latin) {
        return Language::other;
    }
    return english > french ? Language::en : Language::fr;
}

} // namespace yaqut::text
