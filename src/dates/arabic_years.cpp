// SPDX-License-Identifier: Apache-2.0
#include "dates/arabic_grammar.hpp"

namespace yaqut::dates {

namespace {

constexpr int first_news_year = 1800;    // a bare number below it is no year
constexpr int first_archive_year = 1200; // in brackets
constexpr int last_news_year = 2100;

} // namespace

/// What begins with digits, perhaps behind a joined ال.
std::optional<Expression> ArabicGrammar::digits(std::size_t at) const {
    if (at >= m_reader.limit() || m_reader.token(at).kind != text::TokenKind::number) {
        return std::nullopt;
    }
    if (!m_reader.year(at) && is_mere_count(at)) { // 15 جنديا
        return std::nullopt;
    }
    const auto article = m_reader.token(at).space_before ? std::nullopt : m_reader.before(at, Word::article);
    const std::size_t first = article ? article->token : at;
    const std::uint32_t source_begin = article ? article->source_begin : m_reader.token(at).span.begin;
    std::optional<Expression> found;
    if (const auto date = m_reader.numeric_date(at, false)) {
        Expression expression = Reader::start(at, source_begin, Shape::calendar);
        take(*date, expression);
        m_reader.finish(expression, era(date->next, expression));
        found = expression;
    }
    if (!found) {
        found = day_number(at);
    }
    if (!found) {
        found = year_span(at);
    }
    if (!found) {
        found = counted_units(at, source_begin);
    }
    if (!found) {
        found = bare_year(at);
    }
    if (!found) {
        found = clock_without_word(at);
    }
    if (found) {
        found->tokens.begin = static_cast<std::uint32_t>(first);
        found->span.begin = source_begin;
    }
    return found;
}

/// 2014 - 2016: two years, both written in full.
std::optional<Expression> ArabicGrammar::year_span(std::size_t at) const {
    const auto first = m_reader.year(at);
    const bool joined = m_reader.is_mark(at + 1, "-") || m_reader.is_mark(at + 1, "/");
    const auto last = joined ? m_reader.year(at + 2) : std::nullopt;
    constexpr int longest = 150;
    if (!first || !last || *first < first_news_year || *last <= *first || *last - *first > longest) {
        return std::nullopt;
    }
    Expression expression = Reader::start(at, m_reader.token(at).span.begin, Shape::calendar);
    expression.year = *first;
    expression.last_year = *last;
    m_reader.finish(expression, at + 3);
    return expression;
}

/// A noun that the number before it counts: 2000 جندي. Not one with its article or a particle: 2017 والثانية, 2017
/// لغارة.
bool ArabicGrammar::is_counted(std::size_t at) const {
    if (const auto noun = m_reader.find(at, Word::counted); noun && noun->entry.clitics == text::Clitic::none) {
        return true;
    }
    const auto noun = unit_noun(at);
    return noun && !noun->definite;
}

/// A number of four digits is a year in brackets or behind a cue, unless a counted noun follows.
std::optional<Expression> ArabicGrammar::bare_year(std::size_t at) const {
    const auto year = m_reader.year(at);
    if (!year || *year > last_news_year) {
        return std::nullopt;
    }
    const bool bracketed = m_reader.is_mark(at + 1, ")") && at > m_reader.begin() && m_reader.is_mark(at - 1, "(");
    const bool cued = m_reader.before(at, Word::year_cue).has_value();
    const bool islamic = m_reader.is(at + 1, Word::hijri) || m_reader.is(at + 2, Word::hijri);
    const bool usual = *year >= first_news_year || islamic || (bracketed && *year >= first_archive_year);
    if (!usual || (!bracketed && !cued && !islamic)) {
        return std::nullopt;
    }
    const std::size_t behind = at + (bracketed ? 2 : 1); // (1500) كيلومتر
    if (is_counted(behind) || m_reader.is_mark(behind, "%")) {
        return std::nullopt;
    }
    Expression expression = Reader::start(at, m_reader.token(at).span.begin, Shape::calendar);
    expression.year = *year;
    m_reader.finish(expression, era(at + 1, expression));
    return expression;
}

/// م, هـ, ق.م behind a year.
std::size_t ArabicGrammar::era(std::size_t at, Expression& expression) const {
    if (m_reader.is_mark(at, "-") || at >= m_reader.limit()) {
        return at;
    }
    if (const auto word = m_reader.find(at, Word::hijri)) {
        expression.hijri = true;
        return word->next;
    }
    if (const auto word = m_reader.find(at, Word::before_era)) {
        expression.before_era = true;
        return word->next;
    }
    const auto word = m_reader.find(at, Word::gregorian);
    return word ? word->next : at;
}

/// Behind عام: ألفين وخمسة عشر.
std::optional<std::size_t> ArabicGrammar::year_in_words(std::size_t at, Expression& expression) const {
    const auto number = m_reader.number(at);
    const auto value = number && !number->digits && !number->ordinal ? number->whole() : std::nullopt;
    if (!value || *value < 1000 || *value > last_news_year) {
        return std::nullopt;
    }
    expression.year = static_cast<int>(*value);
    return at + number->token_count;
}

/// 2014, عام 2014, من عام 2014, من العام (2014), with its era.
std::optional<std::size_t> ArabicGrammar::year_phrase(std::size_t at, Expression& expression) const {
    std::size_t position = at;
    if (m_reader.is_mark(position, ",")) {
        ++position;
    }
    if (const auto of = m_reader.find(position, Word::of)) {
        position = of->next;
    }
    bool named = false;
    if (const auto unit = m_reader.find(position, Word::unit); unit && static_cast<Unit>(unit->value()) == Unit::year) {
        position = unit->next;
        named = true;
    }
    const bool bracket = m_reader.is_mark(position, "(") || m_reader.is_mark(position, "/");
    const bool closes = m_reader.is_mark(position, "(");
    position += bracket ? 1 : 0;
    const auto year = m_reader.year(position);
    if (!year && named) {
        return year_in_words(position, expression);
    }
    if (!year || (!named && is_counted(position + 1))) {
        return std::nullopt;
    }
    ++position;
    if (closes && !m_reader.is_mark(position, ")")) {
        return std::nullopt;
    }
    position += closes ? 1 : 0;
    expression.year = *year;
    return era(position, expression);
}

/// بتاريخ ( 15 / 1 / 1959 ), الموافق 15-1-1959, بتاريخ 15 يناير.
std::optional<Expression> ArabicGrammar::dated(const Hit& hit) const {
    const bool bracket = m_reader.is_mark(hit.next, "(");
    const std::size_t at = hit.next + (bracket ? 1 : 0);
    if (at >= m_reader.limit()) {
        return std::nullopt;
    }
    Expression expression = Reader::start(at, m_reader.token(at).span.begin, Shape::calendar);
    if (const auto date = m_reader.numeric_date(at, true)) {
        take(*date, expression);
        m_reader.finish(expression, era(date->next, expression));
        return expression;
    }
    if (const auto next = day_of_month(at, expression)) {
        m_reader.finish(expression, *next);
        return expression;
    }
    const auto year = m_reader.year(at);
    if (year && *year >= first_news_year && (!bracket || m_reader.is_mark(at + 1, ")"))) {
        expression.year = *year;
        m_reader.finish(expression, at + 1);
        return expression;
    }
    return std::nullopt;
}

} // namespace yaqut::dates
