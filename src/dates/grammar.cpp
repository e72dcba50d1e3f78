// SPDX-License-Identifier: Apache-2.0
#include "dates/grammar.hpp"

namespace yaqut::dates {

std::optional<Expression> Grammar::at(std::size_t at) const {
    if (m_reader.token(at).kind == text::TokenKind::number) {
        return digits(at);
    }
    bool is_number = false;
    for (const Entry& entry : m_reader.entries(at)) {
        is_number = is_number || entry.word == Word::number;
        if (!entry.begins || entry.word == Word::number) {
            continue;
        }
        const auto hit = m_reader.complete(at, entry);
        if (!hit) {
            continue;
        }
        if (auto found = by_word(*hit)) {
            return found;
        }
    }
    return is_number ? number_word(at) : std::nullopt;
}

Expression Grammar::reference(const Hit& hit) const {
    Expression expression = m_reader.start(hit, Shape::reference);
    expression.offset = hit.value();
    return m_reader.finished(expression, hit.next);
}

Expression Grammar::frequency(const Hit& hit) const {
    Expression expression = m_reader.start(hit, Shape::frequency);
    expression.unit = unit_of(hit);
    expression.count = 1;
    return m_reader.finished(expression, hit.next);
}

Expression Grammar::minutes(const Hit& hit) const {
    Expression expression = m_reader.start(hit, Shape::duration);
    expression.unit = Unit::minute;
    expression.count = hit.value();
    return m_reader.finished(expression, hit.next);
}

Expression Grammar::night_offset(const Hit& hit) const {
    Expression expression = m_reader.start(hit, Shape::offset);
    expression.offset = hit.value();
    expression.part = Part::night;
    return m_reader.finished(expression, hit.next);
}

} // namespace yaqut::dates
