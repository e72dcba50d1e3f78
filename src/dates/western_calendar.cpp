// SPDX-License-Identifier: Apache-2.0
#include "dates/western_grammar.hpp"

namespace yaqut::dates {

/// A day of a month: 3, 3rd, third, 1er. Returns the token after it.
std::optional<std::size_t> WesternGrammar::day_of(std::size_t at, int& day) const {
    constexpr int last_day = 31;
    if (const auto plain = m_reader.digits(at);
        plain && plain->size <= 2 && plain->value >= 1 && plain->value <= last_day) {
        day = plain->value;
        const auto mark = m_reader.find(at + 1, Word::ordinal_mark);
        return mark && !m_reader.token(mark->token).space_before ? mark->next : at + 1;
    }
    const auto number = m_reader.number(at);
    const auto value = number && (number->ordinal || m_language == Language::fr) ? number->whole() : std::nullopt;
    if (!value || *value < 1 || *value > last_day || (number->digits && !number->ordinal)) {
        return std::nullopt;
    }
    day = static_cast<int>(*value);
    return at + number->token_count;
}

/// A year behind a month or a season: ", 2014", "2014", "of 2014", "last year", "dernier".
std::size_t WesternGrammar::year_behind(std::size_t at, Expression& expression) const {
    std::size_t position = at;
    if (m_reader.is_mark(position, ",")) {
        ++position;
    } else if (const auto of = m_reader.find(position, Word::of)) {
        position = of->next;
    }
    if (const auto year = m_reader.year(position); year && !m_reader.is(position + 1, Word::counted)) {
        expression.year = *year;
        return position + 1;
    }
    Relation relation = Relation::none;
    if (const auto next = relation_at(at, relation)) {
        const auto noun = unit_noun(*next);
        if (noun && static_cast<Unit>(noun->value()) == Unit::year) { // May last year
            expression.year_relation = relation;
            return noun->next;
        }
        if (m_language == Language::fr) { // mai dernier
            expression.relation = relation;
            return *next;
        }
    }
    const std::size_t noun_at = skip_articles(position);
    const auto noun = unit_noun(noun_at);
    if (noun && static_cast<Unit>(noun->value()) == Unit::year) { // mai de l'année dernière
        if (const auto next = relation_at(noun->next, relation); next && m_language == Language::fr) {
            expression.year_relation = relation;
            return *next;
        }
    }
    return at;
}

/// 3 May 2014, 3rd of May, 3-5 May, 3 and 5 May.
std::optional<std::size_t> WesternGrammar::day_and_month(std::size_t at, Expression& expression) const {
    int day = 0;
    auto next = day_of(at, day);
    if (!next) {
        return std::nullopt;
    }
    int last_day = 0;
    std::size_t second = *next;
    if (m_reader.is_mark(*next, "-") || m_reader.is_mark(*next, "\xE2\x80\x93")) {
        second = *next + 1;
    } else if (const auto until = m_reader.find(*next, Word::until)) {
        second = skip_articles(until->next);
    } else if (const auto also = m_reader.find(*next, Word::conjunction)) {
        second = skip_articles(also->next);
    }
    if (second != *next) {
        next = day_of(second, last_day);
        if (!next) {
            return std::nullopt;
        }
    }
    if (const auto of = m_reader.find(*next, Word::of)) {
        next = of->next;
    }
    const auto month = m_reader.find(*next, Word::month);
    if (!month) {
        return std::nullopt;
    }
    expression.shape = Shape::calendar;
    expression.day = day;
    expression.last_day = last_day > day ? last_day : 0;
    expression.month = month->value();
    return day_of_next_month(year_behind(month->next, expression), expression);
}

/// The end of a range over two months: 28 February to 3 March 2024, April 28-May 3. A year stands once, at the end.
std::size_t WesternGrammar::day_of_next_month(std::size_t at, Expression& expression) const {
    std::size_t second = at;
    if (m_reader.is_mark(at, "-") || m_reader.is_mark(at, "\xE2\x80\x93")) {
        second = at + 1;
    } else if (const auto until = m_reader.find(at, Word::until)) {
        second = skip_articles(until->next);
    }
    if (second == at || expression.last_day != 0 || expression.year != 0) {
        return at;
    }
    int day = 0;
    const auto name = m_reader.find(second, Word::month); // April 28 to May 3
    const auto next = day_of(name ? name->next : second, day);
    const auto behind = next && !name ? m_reader.find(*next, Word::month) : std::nullopt;
    const auto month = name ? name : behind;
    const bool same_month = month && month->value() == expression.month;
    if (!next || !month || (same_month && day <= expression.day) || (name && m_language == Language::fr)) {
        return at;
    }
    expression.last_day = day;
    expression.last_month = same_month ? 0 : month->value();
    return year_behind(behind ? behind->next : *next, expression);
}

/// May 3, May 3rd, 2014, May 3-5.
std::optional<std::size_t> WesternGrammar::month_and_day(std::size_t at, Expression& expression) const {
    const auto month = m_reader.find(at, Word::month);
    if (!month || m_language == Language::fr) {
        return std::nullopt;
    }
    const std::size_t position = m_reader.is_mark(month->next, ".") ? month->next + 1 : month->next; // Sept. 5
    int day = 0;
    const auto article = m_reader.find(position, Word::article);
    auto next = day_of(article ? article->next : position, day);
    if (!next || m_reader.is(*next, Word::counted) || m_reader.is_mark(*next, "%")) {
        return std::nullopt;
    }
    expression.shape = Shape::calendar;
    expression.month = month->value();
    expression.day = day;
    const bool dash = m_reader.is_mark(*next, "-") || m_reader.is_mark(*next, "\xE2\x80\x93");
    int last_day = 0;
    if (const auto end = dash ? day_of(*next + 1, last_day) : std::nullopt; end && last_day > day) {
        expression.last_day = last_day;
        next = end;
    }
    return day_of_next_month(year_behind(*next, expression), expression);
}

std::optional<Expression> WesternGrammar::day_number(std::size_t at) const {
    Expression expression = Reader::start(at, m_reader.token(at).span.begin, Shape::calendar);
    auto next = day_and_month(at, expression);
    next = next ? next : day_of_related_month(at, expression);
    next = next ? next : hijri_day(at, expression);
    return next ? std::optional{m_reader.finished(expression, *next)} : std::nullopt;
}

bool WesternGrammar::month_is_cued(const Hit& hit) const {
    return !hit.entry.has(Flag::cued) || m_reader.before(hit.token, Word::in) ||
           m_reader.before(hit.token, Word::since) || m_reader.before(hit.token, Word::edge) ||
           m_reader.before(hit.token, Word::until);
}

std::optional<Expression> WesternGrammar::month(const Hit& hit) const {
    Expression expression = m_reader.start(hit, Shape::calendar);
    if (const auto next = month_and_day(hit.token, expression)) {
        m_reader.finish(expression, *next);
        return expression;
    }
    expression.month = hit.value();
    std::size_t end = hit.next;
    const auto until = m_reader.find(end, Word::until);
    const auto also =
        until || !m_reader.before(hit.token, Word::between) ? std::nullopt : m_reader.find(end, Word::conjunction);
    const auto last = until || also ? m_reader.find(until ? until->next : also->next, Word::month) : std::nullopt;
    if (last) {
        expression.last_month = last->value();
        end = last->next;
    }
    const std::size_t behind = year_behind(end, expression);
    const bool tail = behind != end;
    if (!tail && !last && !month_is_cued(hit)) {
        return std::nullopt;
    }
    m_reader.finish(expression, behind);
    return expression;
}

} // namespace yaqut::dates
