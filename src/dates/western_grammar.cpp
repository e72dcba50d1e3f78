// SPDX-License-Identifier: Apache-2.0
#include "dates/western_grammar.hpp"

namespace yaqut::dates {

std::optional<Expression> WesternGrammar::at(std::size_t at) const {
    if (m_reader.token(at).kind == text::TokenKind::number) {
        return digits(at);
    }
    bool number_word = false;
    for (const Entry& entry : m_reader.words().entries(m_reader.token(at))) {
        number_word = number_word || entry.word == Word::number;
        const auto hit = m_reader.words().complete(m_reader.document(), at, m_reader.limit(), entry);
        if (!hit) {
            continue;
        }
        if (auto found = by_word(*hit)) {
            return found;
        }
    }
    if (!number_word) {
        return std::nullopt;
    }
    if (auto day = day_number(at)) {
        return day;
    }
    return counted_units(at);
}

std::optional<Expression> WesternGrammar::by_word(const Hit& hit) const {
    switch (hit.entry.word) {
    case Word::weekday: return weekday(hit);
    case Word::day_offset: return day_offset(hit);
    case Word::night_offset: {
        Expression expression = m_reader.start(hit, Shape::offset);
        expression.offset = hit.value();
        expression.part = Part::night;
        m_reader.finish(expression, hit.next);
        return expression;
    }
    case Word::part: return part(hit);
    case Word::month: return month(hit);
    case Word::unit: return unit(hit);
    case Word::plural: return counted_units(hit.token);
    case Word::past:
    case Word::current:
    case Word::future:
    case Word::demonstrative: return related(hit);
    case Word::edge: return edge(hit);
    case Word::season: return season(hit);
    case Word::decade: return decade(hit.token);
    default: return by_particle(hit);
    }
}

std::optional<Expression> WesternGrammar::by_particle(const Hit& hit) const {
    switch (hit.entry.word) {
    case Word::since: return since(hit);
    case Word::ago: return ago(hit);
    case Word::after: return ahead(hit);
    case Word::lasting: return lasting(hit, false);
    case Word::during: return lasting(hit, true);
    case Word::every: return every(hit);
    case Word::some:
    case Word::more_than:
    case Word::article: return counted_units(hit.token);
    case Word::frequency: {
        if (m_reader.token(hit.token).capital && !m_reader.token(hit.token).newline_before &&
            hit.token != m_reader.begin()) {
            return std::nullopt; // the Daily News
        }
        Expression expression = m_reader.start(hit, Shape::frequency);
        expression.unit = static_cast<Unit>(hit.value());
        expression.count = 1;
        m_reader.finish(expression, hit.next);
        return expression;
    }
    case Word::reference: {
        Expression expression = m_reader.start(hit, Shape::reference);
        expression.offset = hit.value();
        m_reader.finish(expression, hit.next);
        return expression;
    }
    default: return std::nullopt;
    }
}

} // namespace yaqut::dates
