// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/language.hpp"
#include "lexicon/phrase_table.hpp"
#include "text/clitics.hpp"
#include "text/document.hpp"
#include "text/word_facts.hpp"

namespace yaqut::lexicon {

/// A number as written at one place of a text: in digits, in words, or both ("3.5 million").
struct Number {
    double value = 0.0;
    std::uint32_t token_count = 0;
    std::uint32_t source_begin = 0;            ///< source byte where it begins: after the proclitics
    text::Clitic clitics = text::Clitic::none; ///< taken off its first word
    bool ordinal = false;                      ///< third, الثالث, troisième
    bool digits = false;                       ///< begins with digits

    /// The value as a count; nullopt for fractions and for what fits no 64-bit integer.
    [[nodiscard]] std::optional<std::int64_t> whole() const;
};

/// Reads number words of one language, from its table "<language>/numbers". Arabic parts are added with و
/// (مئة وخمسة وعشرون, مليون و200 ألف), scales multiply (ثلاثة آلاف, نصف مليون). Dual nouns (جنديين) are no number
/// words. A language without a table reads digits only. Immutable after construction.
class NumberWords {
  public:
    explicit NumberWords(Language language);

    /// The longest number that begins at `token` and ends before `limit` (a token index). The first word is tried as
    /// it stands, then with its Arabic proclitics taken off. Words must follow each other on one line, with nothing
    /// but white space, hyphens or a free-standing و between them.
    [[nodiscard]] std::optional<Number> read(const text::Document& document, std::size_t token,
                                             std::size_t limit) const;

    /// May a number begin with this word? Follows from its strict key alone, and is kept with
    /// the word; false for nearly all words.
    [[nodiscard]] bool may_begin(const text::Document& document, const text::Token& token) const;

  private:
    enum class Kind : std::uint8_t { unit, teen, ten, hundred, scale, fraction, ordinal };
    struct Word {
        double value = 0.0;
        Kind kind = Kind::unit;
    };
    /// One word (or fixed phrase, or digits) of a number.
    struct Item {
        Word word;
        std::size_t next = 0; ///< token after it
        text::Reading reading;
        bool added = false; ///< joined by و or "and"
        bool digits = false;
    };
    class Sum;

    [[nodiscard]] static Kind parse_kind(std::string_view name);
    [[nodiscard]] std::optional<Item> digits_at(const text::Document& document, std::size_t token,
                                                std::size_t limit) const;
    [[nodiscard]] std::optional<Item> words_at(const text::Document& document, std::size_t token, std::size_t limit,
                                               const text::Reading& reading) const;
    [[nodiscard]] std::optional<Item> first_item(const text::Document& document, std::size_t token,
                                                 std::size_t limit) const;
    [[nodiscard]] std::optional<Item> following_item(const text::Document& document, std::size_t last,
                                                     std::size_t limit) const;

    Language m_language;
    text::FactKey<bool> m_key;
    PhraseTable m_table;
    std::vector<Word> m_words;
    std::uint64_t m_and; ///< loose hash of the word that adds: و, and
};

} // namespace yaqut::lexicon
