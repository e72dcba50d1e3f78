// SPDX-License-Identifier: Apache-2.0
#include "dates/arabic_grammar.hpp"

#include <utility>

namespace yaqut::dates {

namespace {

constexpr std::string_view definite = "\xD8\xA7\xD9\x84"; // ال

} // namespace

/// Which of several: الأول, الثالث, الأخير. `parts` is the number of the last one.
std::optional<std::size_t> ArabicGrammar::nth(std::size_t at, int parts, int& which) const {
    constexpr int final_one = 2; // what الأخير says besides "last"
    if (const auto last = m_reader.find(at, Word::past); last && last->value() == final_one) {
        which = parts;
        return last->next;
    }
    const auto number = m_reader.number(at);
    if (!number || !number->ordinal || number->value < 1 || number->value > parts) {
        return std::nullopt;
    }
    which = static_cast<int>(number->value);
    return at + number->token_count;
}

/// العام, الشهر, الأسبوع for the one that runs; an adjective makes it another: العام الدراسي.
std::optional<Quantity> ArabicGrammar::running(std::size_t at) const {
    const auto noun = unit_noun(at);
    if (!noun || !noun->definite || noun->count != 1 || noun->unit < Unit::week || noun->unit > Unit::year) {
        return std::nullopt;
    }
    const bool word_behind = noun->next < m_reader.limit() && m_reader.token(noun->next).kind == text::TokenKind::word;
    const bool described = word_behind && m_reader.document().strict(m_reader.token(noun->next)).starts_with(definite);
    return described || m_reader.number(noun->next) ? std::nullopt : noun;
}

/// What a beginning or an end is taken of: نهاية العام, مطلع الأسبوع.
std::optional<Expression> ArabicGrammar::running_period(std::size_t at) const {
    const auto noun = running(at);
    if (!noun) {
        return std::nullopt;
    }
    Expression expression = Reader::start(at, m_reader.token(at).span.begin, Shape::period);
    expression.unit = noun->unit;
    expression.relation = Relation::current;
    return m_reader.finished(expression, noun->next);
}

/// The year of a part of it: من عام 2018, من العام الماضي, من العام.
std::optional<std::size_t> ArabicGrammar::year_tail(std::size_t at, Expression& expression) const {
    if (const Tail tail = month_tail(at, expression); tail.any) {
        return tail.next;
    }
    Expression year = expression;
    const auto bare = unit_noun(at); // خريف العام الماضي
    const auto related = bare && bare->unit == Unit::year && bare->definite ? relation(bare->next, year) : std::nullopt;
    if (related) {
        expression.year_relation = year.relation;
        return related->next;
    }
    const auto of = m_reader.find(at, Word::of);
    const auto noun = of ? running(of->next) : std::nullopt;
    if (!noun || noun->unit != Unit::year) {
        return std::nullopt;
    }
    expression.year_relation = Relation::current;
    return noun->next;
}

/// The month that a part is taken of: من شهر مايو الماضي, من الشهر الجاري. `expression` says which part.
std::optional<Expression> ArabicGrammar::of_month(std::size_t at, Expression expression) const {
    const auto of = m_reader.find(at, Word::of);
    if (!of) {
        return std::nullopt;
    }
    if (const auto month = month_names(of->next, expression)) {
        return m_reader.finished(expression, month_tail(*month, expression).next);
    }
    const auto related = related_month(of->next, expression);
    return related ? std::optional{m_reader.finished(expression, *related)} : std::nullopt;
}

/// الربع الأول من 2018, النصف الثاني من العام الماضي, الربع الأخير من العام.
std::optional<Expression> ArabicGrammar::part_of_year(const Hit& hit) const {
    constexpr int quarters = 4;
    if (!hit.entry.definite()) {
        return std::nullopt;
    }
    Expression expression = m_reader.start(hit, Shape::calendar);
    expression.unit = unit_of(hit);
    const auto next = nth(hit.next, expression.unit == Unit::quarter ? quarters : 2, expression.quarter);
    if (next && expression.unit == Unit::half_year) { // النصف الثاني من مايو
        Expression half = expression;
        std::swap(half.count, half.quarter);
        if (auto found = of_month(*next, half)) {
            return found;
        }
    }
    const auto end = next ? year_tail(*next, expression) : std::nullopt;
    return end ? std::optional{m_reader.finished(expression, *end)} : std::nullopt;
}

/// الأسبوع الأول من أبريل, الأسبوع الأخير من الشهر الجاري.
std::optional<Expression> ArabicGrammar::week_of_month(const Hit& hit) const {
    constexpr int weeks = 5;
    Expression expression = m_reader.start(hit, Shape::calendar);
    const auto next = hit.entry.definite() ? nth(hit.next, weeks, expression.count) : std::nullopt;
    expression.unit = Unit::week;
    return next ? of_month(*next, expression) : std::nullopt;
}

/// الأشهر التسعة الأولى من العام: the first months of a year.
std::optional<Expression> ArabicGrammar::first_months(const Hit& hit) const {
    constexpr int months = 12;
    const auto number = hit.entry.definite() ? m_reader.number(hit.next) : std::nullopt;
    if (!number || number->ordinal || number->value < 2 || number->value > months || unit_of(hit) != Unit::month) {
        return std::nullopt;
    }
    int first = 0;
    Expression expression = m_reader.start(hit, Shape::calendar);
    expression.month = 1;
    expression.last_month = static_cast<int>(number->value);
    const auto next = nth(hit.next + number->token_count, 1, first);
    const auto end = next ? year_tail(*next, expression) : std::nullopt;
    return end ? std::optional{m_reader.finished(expression, *end)} : std::nullopt;
}

} // namespace yaqut::dates
