// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "dates/expression.hpp"
#include "dates/vocabulary.hpp"
#include "lexicon/number_words.hpp"
#include "text/document.hpp"
#include "text/word_facts.hpp"

namespace yaqut::dates {

/// A number in digits that is written as one token.
struct Digits {
    int value = 0;
    int size = 0; ///< digits written
};

/// Day, month and year of a numeric date, and the token after it.
struct NumericDate {
    int day = 0;
    int month = 0;
    int year = 0; ///< 0: not written
    bool short_year = false;
    std::size_t next = 0;
};

/// How many of which unit, and the token after it.
struct Quantity {
    Unit unit = Unit::day;
    int count = 0; ///< 0: unknown
    bool half = false;
    bool definite = false; ///< the noun has its article
    bool counted = false;  ///< a number or "several" stands with it
    bool dual = false;
    std::size_t begin = 0;
    std::size_t next = 0;
};

/// What a quantity or a date in digits says, taken over by an expression.
void take(const Quantity& amount, Expression& expression);
void take(const NumericDate& date, Expression& expression);

/// Looks at the tokens of one document for the grammars. Positions are token indices; nothing is found at or after
/// `limit`, the end of the sentence.
class Reader {
  public:
    Reader(const text::Document& document, const Vocabulary& words, const lexicon::NumberWords& numbers)
        : m_document(document), m_words(words), m_numbers(numbers), m_senses(document, words.key()) {}

    void set_range(std::size_t begin, std::size_t limit) {
        m_begin = begin;
        m_limit = limit;
        m_last_number_at = none;
    }
    [[nodiscard]] std::size_t begin() const { return m_begin; }
    [[nodiscard]] std::size_t limit() const { return m_limit; }
    [[nodiscard]] const text::Document& document() const { return m_document; }
    [[nodiscard]] const text::Token& token(std::size_t at) const { return m_document.token(at); }
    [[nodiscard]] const Vocabulary& words() const { return m_words; }

    /// What the tables say of the word at `at`, which may lie anywhere in the document.
    [[nodiscard]] const Senses& senses(std::size_t at) const {
        const text::Token& word = token(at);
        return m_words.senses(m_senses.of(word, [&] { return m_words.senses_of(word); }));
    }
    /// Brings what senses() will read for a token a few steps later nearer; `at` may lie behind the last one.
    void fetch(std::size_t at) const {
        if (at < m_document.size()) {
            const text::Token& word = token(at);
            m_senses.fetch(word);
            if (word.word == text::no_word) {
                m_words.fetch(word);
            }
        }
    }
    [[nodiscard]] std::span<const Entry> entries(std::size_t at) const { return m_words.entries(senses(at)); }
    /// The entry of the token at `at` as a hit, when the words after the first one agree.
    [[nodiscard]] std::optional<Hit> complete(std::size_t at, const Entry& entry) const {
        return m_words.complete(m_document, at, m_limit, entry);
    }
    /// The longest phrase of this kind at the token; nullopt when there is none.
    [[nodiscard]] std::optional<Hit> find(std::size_t at, Word word) const { return find(at, m_limit, word); }
    [[nodiscard]] bool is(std::size_t at, Word word) const { return find(at, word).has_value(); }
    /// Does the single token before `at` carry this kind, in the same sentence?
    [[nodiscard]] std::optional<Hit> before(std::size_t at, Word word) const;
    /// The same with a value, of all entries that the token has.
    [[nodiscard]] bool is_before(std::size_t at, Word word, int value) const;
    [[nodiscard]] bool is_mark(std::size_t at, std::string_view mark) const;
    [[nodiscard]] std::optional<Digits> digits(std::size_t at) const;
    [[nodiscard]] std::optional<lexicon::Number> number(std::size_t at) const;
    /// Is the next token a word of the sentence that no table has, nor a number? No date or time goes on with it.
    [[nodiscard]] bool plain_word_follows(std::size_t at) const {
        const std::size_t next = at + 1;
        return next < m_limit && token(next).kind == text::TokenKind::word && senses(next).kinds == 0 &&
               !m_numbers.may_begin(m_document, token(next));
    }
    /// A year in four digits.
    [[nodiscard]] std::optional<int> year(std::size_t at) const;
    /// A year that stands alone; nullopt where it counts something ("2000 soldiers").
    [[nodiscard]] std::optional<Expression> bare_year(std::size_t at) const;
    [[nodiscard]] std::optional<NumericDate> numeric_date(std::size_t at, bool without_year) const;
    /// An expression that begins at the token, with its first source byte; finish() sets its end.
    [[nodiscard]] static Expression start(std::size_t at, std::uint32_t source_begin, Shape shape);
    [[nodiscard]] Expression start(const Hit& hit, Shape shape) const {
        return start(hit.token, hit.source_begin, shape);
    }
    void finish(Expression& expression, std::size_t end) const;
    [[nodiscard]] Expression finished(Expression expression, std::size_t end) const {
        finish(expression, end);
        return expression;
    }
    /// Moves the beginning of an expression back to a word before it.
    static void begin_at(const Hit& hit, Expression& expression) {
        expression.tokens.begin = hit.token;
        expression.span.begin = hit.source_begin;
    }
    /// 14:30 at `at`: sets hour and minute; returns the token after it.
    [[nodiscard]] std::optional<std::size_t> clock_digits(std::size_t at, Expression& expression) const;

  private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    [[nodiscard]] std::optional<Hit> find(std::size_t at, std::size_t limit, Word word) const {
        return at < limit && senses(at).may_be(word) ? find_entry(at, limit, word) : std::nullopt;
    }
    [[nodiscard]] std::optional<Hit> find_entry(std::size_t at, std::size_t limit, Word word) const;

    const text::Document& m_document;
    const Vocabulary& m_words;
    const lexicon::NumberWords& m_numbers;
    text::WordFacts<SensesId> m_senses;
    mutable std::size_t m_last_number_at = none; ///< rules ask for the number at one token several times
    mutable std::optional<lexicon::Number> m_last_number;
    std::size_t m_begin = 0;
    std::size_t m_limit = 0;
};

} // namespace yaqut::dates
