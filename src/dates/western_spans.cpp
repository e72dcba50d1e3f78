// SPDX-License-Identifier: Apache-2.0
#include "dates/western_grammar.hpp"

#include <algorithm>

namespace yaqut::dates {

/// Three days, several weeks, a week, more than 20 years, two-day.
std::optional<Quantity> WesternGrammar::quantity(std::size_t at) const {
    if (at >= m_reader.limit()) {
        return std::nullopt;
    }
    const auto more = m_reader.find(at, Word::more_than);
    const std::size_t first = more ? more->next : at;
    Quantity quantity;
    quantity.begin = at;
    std::size_t position = first;
    const auto some = m_reader.find(first, Word::some);
    const auto article = some ? std::nullopt : m_reader.find(first, Word::article);
    if (some) {
        position = some->next;
        quantity.counted = true;
    } else if (const auto number = m_reader.number(first); number && !number->ordinal) {
        const auto whole = number->whole();
        if (!whole || *whole < 1 || *whole > largest_count) {
            return std::nullopt;
        }
        quantity.count = static_cast<int>(*whole);
        quantity.counted = true;
        position = first + number->token_count;
    } else if (article && article->value() == 1) { // a week
        quantity.count = 1;
        position = article->next;
    }
    if (m_reader.is_mark(position, "-") && position > first) {
        ++position; // two-day
    }
    const auto noun = unit_noun(position);
    if (!noun || (position == first && noun->entry.word == Word::unit)) {
        return std::nullopt;
    }
    quantity.unit = unit_of(*noun);
    quantity.next = noun->next;
    return quantity;
}

/// Trois derniers jours.
std::optional<Expression> WesternGrammar::counted_recent(std::size_t at) const {
    const auto number = m_reader.number(at);
    const auto count = number && !number->ordinal ? number->whole() : std::nullopt;
    if (!count || *count < 1 || *count > largest_count) {
        return std::nullopt;
    }
    Expression expression = Reader::start(at, number->source_begin, Shape::recent);
    const auto next = relation_at(at + number->token_count, expression.relation);
    const auto noun = next ? m_reader.find(*next, Word::plural) : std::nullopt;
    if (!noun || expression.relation == Relation::current) {
        return std::nullopt;
    }
    expression.unit = unit_of(*noun);
    expression.count = static_cast<int>(*count);
    m_reader.finish(expression, noun->next);
    return expression;
}

/// "Three days" is a duration; "three days ago", "earlier", "later" a point in time.
std::optional<Expression> WesternGrammar::counted_units(std::size_t at) const {
    const auto amount = quantity(at);
    if (!amount) {
        return counted_recent(at);
    }
    const std::size_t behind = m_reader.is_mark(amount->next, "-") ? amount->next + 1 : amount->next;
    if (amount->unit >= Unit::day && (m_reader.is(behind, Word::aged) || m_reader.before(at, Word::aged))) {
        return std::nullopt; // 48-year-old
    }
    Expression expression = Reader::start(at, m_reader.token(at).span.begin, Shape::duration);
    take(*amount, expression);
    std::size_t end = amount->next;
    const auto ago = m_language == Language::en ? m_reader.find(end, Word::ago) : std::nullopt;
    const auto before = m_reader.find(end, Word::before);
    if (ago) {
        expression.shape = Shape::distance;
        end = ago->next;
    } else if (before) { // three days later, plus tôt: counted from another event
        expression.shape = Shape::distance;
        expression.ahead = before->value() > 0;
        expression.anchored = true;
        end = before->next;
    } else if (!amount->counted) {
        return std::nullopt;
    }
    m_reader.finish(expression, end);
    return expression;
}

/// Since Monday, since 2011, depuis trois jours: the span excludes the word before a date.
std::optional<Expression> WesternGrammar::since(const Hit& hit) const {
    if (const auto amount = quantity(hit.next)) {
        Expression expression = m_reader.start(hit, Shape::distance);
        expression.since = true;
        take(*amount, expression);
        std::size_t end = amount->next;
        if (const auto ago = m_language == Language::en ? m_reader.find(end, Word::ago) : std::nullopt) {
            end = ago->next;
        }
        m_reader.finish(expression, end);
        return expression;
    }
    const std::size_t position = skip_articles(hit.next);
    if (position >= m_reader.limit() || m_reader.is(position, Word::since)) {
        return std::nullopt; // a chain of prepositions must not make a chain of calls
    }
    auto point = any_day(position);
    point = point ? point : at(position);
    if (point) {
        point->since = true;
    }
    return point;
}

/// Il y a trois jours.
std::optional<Expression> WesternGrammar::ago(const Hit& hit) const {
    const auto amount = m_language == Language::fr ? quantity(hit.next) : std::nullopt;
    if (!amount) {
        return std::nullopt;
    }
    Expression expression = m_reader.start(hit, Shape::distance);
    take(*amount, expression);
    m_reader.finish(expression, amount->next);
    return expression;
}

/// In two weeks, dans trois jours.
std::optional<Expression> WesternGrammar::ahead(const Hit& hit) const {
    const auto amount = quantity(hit.next);
    if (!amount) {
        return std::nullopt;
    }
    Expression expression = m_reader.start(hit, Shape::distance);
    expression.ahead = true;
    take(*amount, expression);
    m_reader.finish(expression, amount->next);
    return expression;
}

/// For three days; within 48 hours.
std::optional<Expression> WesternGrammar::lasting(const Hit& hit, bool during) const {
    const std::size_t begin = during ? hit.token : hit.next;
    const auto amount = quantity(hit.next);
    if (!amount || m_reader.is(amount->next, Word::ago)) {
        return std::nullopt;
    }
    Expression expression = Reader::start(begin, m_reader.token(begin).span.begin, Shape::duration);
    take(*amount, expression);
    expression.during = during;
    m_reader.finish(expression, amount->next);
    return expression;
}

/// Every day, chaque lundi, tous les trois mois.
std::optional<Expression> WesternGrammar::every(const Hit& hit) const {
    Expression expression = m_reader.start(hit, Shape::frequency);
    if (const auto day = m_reader.find(hit.next, Word::weekday)) {
        expression.weekday = day->value();
        m_reader.finish(expression, day->next);
        return expression;
    }
    const auto noun = unit_noun(hit.next);
    const auto amount = noun ? std::nullopt : quantity(hit.next);
    if (!noun && !amount) {
        return std::nullopt;
    }
    expression.unit = noun ? unit_of(*noun) : amount->unit;
    expression.count = noun ? 1 : std::max(amount->count, 1);
    m_reader.finish(expression, noun ? noun->next : amount->next);
    return expression;
}

} // namespace yaqut::dates
