// SPDX-License-Identifier: Apache-2.0
#include "dates/western_grammar.hpp"

namespace yaqut::dates {

namespace {

constexpr int noon = 12;

} // namespace

/// 14:30, 10 am, 6 p.m. GMT, 14h30.
std::optional<Expression> WesternGrammar::clock(std::size_t at) const {
    Expression expression = Reader::start(at, m_reader.token(at).span.begin, Shape::clock);
    std::size_t end = at + 1;
    bool sure = false;
    if (const auto next = m_reader.clock_digits(at, expression)) {
        sure = m_reader.is_mark(at + 1, ":");
        end = *next;
    } else {
        const auto hour = m_reader.digits(at);
        if (!hour || hour->size > 2 || hour->value > 24) {
            return std::nullopt;
        }
        expression.hour = hour->value;
    }
    if (const auto half = m_reader.find(end, Word::meridiem); half && expression.hour <= noon) {
        expression.hour = expression.hour % noon + (half->value() == noon ? noon : 0);
        end = half->next;
        sure = true;
    } else if (const auto mark = m_reader.find(end, Word::clock); mark && end == at + 1) {
        const auto minute = m_reader.digits(mark->next); // 14h30
        const bool joined =
            minute && minute->size == 2 && minute->value < 60 && !m_reader.token(mark->next).space_before;
        expression.minute = joined ? minute->value : 0;
        sure = !m_reader.token(mark->token).space_before || m_reader.before(at, Word::until); // à 18 heures
        end = joined ? mark->next + 1 : mark->next;
    }
    if (!sure) {
        return std::nullopt;
    }
    if (const auto zone = m_reader.find(end, Word::zone)) {
        expression.universal = zone->value() == 1;
        end = zone->next;
    }
    m_reader.finish(expression, end);
    return expression;
}

} // namespace yaqut::dates
