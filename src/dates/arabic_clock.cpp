// SPDX-License-Identifier: Apache-2.0
#include "dates/arabic_grammar.hpp"

#include <cmath>

namespace yaqut::dates {

/// صباحا, مساء, بتوقيت غرينتش behind a time of day.
std::size_t ArabicGrammar::meridiem(std::size_t at, Expression& expression) const {
    std::size_t position = at;
    if (const auto word = m_reader.find(position, Word::meridiem)) {
        const bool night = expression.hour >= 12 || (expression.hour < 6 && word->value() == 12);
        if (word->value() == 12 && expression.hour < 12 && !(night && expression.hour == 0)) {
            expression.hour += 12;
        } else if (word->value() == 0 && expression.hour == 12) {
            expression.hour = 0;
        }
        position = word->next;
    }
    if (const auto zone = m_reader.find(position, Word::zone)) {
        expression.universal = zone->value() == 1;
        position = zone->next;
    }
    return position;
}

/// الساعة العاشرة مساء, الساعة 14:30.
std::optional<Expression> ArabicGrammar::clock(const Hit& hit) const {
    if (!hit.entry.definite()) {
        return std::nullopt;
    }
    Expression expression = m_reader.start(hit, Shape::clock);
    if (const auto next = m_reader.clock_digits(hit.next, expression)) {
        m_reader.finish(expression, meridiem(*next, expression));
        return expression;
    }
    const auto number = m_reader.number(hit.next);
    const auto hour = number ? number->whole() : std::nullopt;
    if (!hour || *hour > 24) {
        return std::nullopt;
    }
    expression.hour = static_cast<int>(*hour);
    std::size_t end = hit.next + number->token_count;
    const auto fraction = m_reader.number(end);
    if (fraction && text::has_clitic(fraction->clitics, text::Clitic::waw) && fraction->value < 1.0 &&
        fraction->value > 0.0) { // الخامسة والنصف
        expression.minute = static_cast<int>(std::lround(fraction->value * 60.0));
        end += fraction->token_count;
    }
    m_reader.finish(expression, meridiem(end, expression));
    return expression;
}

/// 12:45 ت م, السابعة صباحا: only with what says that it is a time.
std::optional<Expression> ArabicGrammar::clock_without_word(std::size_t at) const {
    if (const bool digits = m_reader.token(at).kind == text::TokenKind::number; digits) {
        Expression expression = Reader::start(at, m_reader.token(at).span.begin, Shape::clock);
        const auto next = m_reader.clock_digits(at, expression);
        constexpr int noon = 12;
        constexpr std::size_t letter = 2; // bytes
        const auto hour = next ? std::nullopt : m_reader.digits(at);
        const auto half = hour && hour->value <= noon ? m_reader.find(at + 1, Word::meridiem) : std::nullopt;
        if (half && m_reader.document().strict(m_reader.token(at + 1)).size() > letter) { // 9 صباحا
            expression.hour = hour->value;
            return m_reader.finished(expression, meridiem(at + 1, expression));
        }
        if (!next || !(m_reader.is_mark(at + 1, ":") || m_reader.is(*next, Word::zone))) {
            return std::nullopt;
        }
        m_reader.finish(expression, meridiem(*next, expression));
        return expression;
    }
    const auto number = m_reader.number(at);
    if (!number || !number->ordinal || number->value > 12 ||
        !text::has_clitic(number->clitics, text::Clitic::article)) {
        return std::nullopt;
    }
    Expression expression = Reader::start(at, number->source_begin, Shape::clock);
    expression.hour = static_cast<int>(number->value);
    const std::size_t end = at + number->token_count;
    const std::size_t behind = meridiem(end, expression);
    const bool governed = m_reader.before(at, Word::in) || m_reader.before(at, Word::more_than) ||
                          m_reader.before(at, Word::until) || m_reader.before(at, Word::since);
    const auto of = behind == end && governed ? m_reader.find(end, Word::of) : std::nullopt;
    const auto part = of ? m_reader.find(of->next, Word::part) : std::nullopt;
    if (behind == end && (!part || !any_day(part->next))) {
        return std::nullopt;
    }
    if (part && static_cast<Part>(part->value()) > Part::noon && expression.hour < 12) { // من مساء الأحد
        expression.hour += 12;
    }
    m_reader.finish(expression, behind);
    return expression;
}

} // namespace yaqut::dates
