// SPDX-License-Identifier: Apache-2.0
#include "dates/western_grammar.hpp"

namespace yaqut::dates {

/// The 26th of last month, le 26 du mois dernier.
std::optional<std::size_t> WesternGrammar::day_of_related_month(std::size_t at, Expression& expression) const {
    Expression trial = expression;
    const auto day = day_of(at, trial.day);
    const auto of = day ? m_reader.find(*day, Word::of) : std::nullopt;
    if (!of) {
        return std::nullopt;
    }
    const std::size_t first = skip_articles(of->next);
    auto before = relation_at(first, trial.relation);
    if (const auto here = before ? std::nullopt : m_reader.find(first, Word::demonstrative)) { // de ce mois
        trial.relation = Relation::current;
        before = here->next;
    }
    const auto noun = m_reader.find(before.value_or(first), Word::unit);
    if (!noun || unit_of(*noun) != Unit::month) {
        return std::nullopt;
    }
    const auto behind = before ? std::nullopt : relation_at(noun->next, trial.relation);
    if (!before && !behind) {
        return std::nullopt;
    }
    trial.shape = Shape::calendar;
    trial.day_of_month = true;
    expression = trial;
    return behind.value_or(noun->next);
}

/// The year of a part of it: of 2018, 2018, of last year, de l'année dernière, of the year.
std::optional<std::size_t> WesternGrammar::year_tail(std::size_t at, Expression& expression) const {
    if (const std::size_t next = year_behind(at, expression); next != at) {
        return next;
    }
    const auto of = m_reader.find(at, Word::of);
    if (!of) {
        return std::nullopt;
    }
    Relation relation = Relation::none;
    const std::size_t first = skip_articles(of->next);
    const auto related = relation_at(first, relation);
    const auto noun = m_reader.find(related.value_or(first), Word::unit);
    if (!noun || unit_of(*noun) != Unit::year) {
        return std::nullopt;
    }
    if (const auto year = m_reader.year(noun->next)) { // de l'année 2018
        expression.year = *year;
        return noun->next + 1;
    }
    expression.year_relation = related ? relation : Relation::current;
    return noun->next;
}

/// First week of March, dernière semaine de mars.
std::optional<Expression> WesternGrammar::week_of_month(Expression expression, std::size_t at) const {
    constexpr int last_one = 5;
    const auto of = m_reader.find(at, Word::of);
    const auto month = of ? m_reader.find(of->next, Word::month) : std::nullopt;
    if (!month || expression.quarter < 0 || expression.quarter >= last_one) {
        return std::nullopt;
    }
    expression.count = expression.quarter == 0 ? last_one : expression.quarter;
    expression.quarter = 0;
    expression.month = month->value();
    return m_reader.finished(expression, year_behind(month->next, expression));
}

/// Third quarter of 2018, premier semestre 2018, last quarter of the year, first week of March.
std::optional<Expression> WesternGrammar::part_of_year(std::size_t at) const {
    constexpr int quarters = 4;
    const auto number = m_reader.number(at);
    const auto final_one = m_reader.find(at, Word::past);
    const std::size_t noun_at = number ? at + number->token_count : final_one ? final_one->next : at;
    const auto noun = noun_at != at ? m_reader.find(noun_at, Word::unit) : std::nullopt;
    if (!noun || (number && (!number->ordinal || number->value < 1 || number->value > quarters))) {
        return std::nullopt;
    }
    Expression expression = Reader::start(at, m_reader.token(at).span.begin, Shape::calendar);
    expression.unit = unit_of(*noun);
    expression.quarter = number ? static_cast<int>(number->value) : 0;
    if (expression.unit == Unit::week) {
        return week_of_month(expression, noun->next);
    }
    const int parts = expression.unit == Unit::quarter ? quarters : 2;
    if ((expression.unit != Unit::quarter && expression.unit != Unit::half_year) || expression.quarter > parts) {
        return std::nullopt;
    }
    expression.quarter = expression.quarter == 0 ? parts : expression.quarter;
    const auto end = year_tail(noun->next, expression);
    return end ? std::optional{m_reader.finished(expression, *end)} : std::nullopt;
}

/// First nine months of 2018, neuf premiers mois de 2018.
std::optional<Expression> WesternGrammar::first_months(std::size_t at) const {
    constexpr int months = 12;
    const auto one = m_reader.number(at);
    const auto two = one ? m_reader.number(at + one->token_count) : std::nullopt;
    if (!two || one->ordinal == two->ordinal) {
        return std::nullopt;
    }
    const auto& ordinal = one->ordinal ? *one : *two;
    const auto count = (one->ordinal ? *two : *one).whole();
    const auto noun = m_reader.find(at + one->token_count + two->token_count, Word::plural);
    if (!noun || unit_of(*noun) != Unit::month || ordinal.value != 1.0 || !count || *count < 2 || *count > months) {
        return std::nullopt;
    }
    Expression expression = Reader::start(at, one->source_begin, Shape::calendar);
    expression.month = 1;
    expression.last_month = static_cast<int>(*count);
    const auto end = year_tail(noun->next, expression);
    return end ? std::optional{m_reader.finished(expression, *end)} : std::nullopt;
}

/// The 19th century, le XIXe siècle.
std::optional<Expression> WesternGrammar::century(std::size_t at) const {
    constexpr int latest = 21;
    const auto roman = m_reader.find(at, Word::century);
    const auto number = roman ? std::nullopt : m_reader.number(at);
    int which = roman ? roman->value() : number && number->ordinal ? static_cast<int>(number->value) : 0;
    std::size_t behind = roman ? roman->next : number ? at + number->token_count : at;
    if (which == 0) { // 19e is a number and a mark
        behind = day_of(at, which).value_or(at);
        which = behind > at + 1 ? which : 0;
    }
    const auto noun = which != 0 ? m_reader.find(behind, Word::unit) : std::nullopt;
    if (!noun || unit_of(*noun) != Unit::century || which < 1 || which > latest) {
        return std::nullopt;
    }
    Expression expression = Reader::start(at, m_reader.token(at).span.begin, Shape::calendar);
    expression.year = (which - 1) * 100;
    expression.last_year = expression.year + 99;
    return m_reader.finished(expression, noun->next);
}

/// The end of the year, la fin du mois: of the one that runs.
std::optional<Expression> WesternGrammar::running_period(std::size_t at) const {
    const auto article = m_reader.find(at, Word::article);
    const auto merged = m_reader.find(at - 1, Word::of); // fin du mois
    const auto noun = m_reader.find(article ? article->next : at, Word::unit);
    const bool definite = (article && article->value() == 0) || (merged && m_language == Language::fr);
    if (!noun || !definite || unit_of(*noun) < Unit::week || unit_of(*noun) > Unit::year) {
        return std::nullopt;
    }
    Expression expression = m_reader.start(*noun, Shape::period);
    expression.unit = unit_of(*noun);
    expression.relation = Relation::current;
    return m_reader.finished(expression, noun->next);
}

/// An Islamic year and its era behind a month: 1446, 1446 AH.
std::size_t WesternGrammar::hijri_year(std::size_t at, Expression& expression) const {
    constexpr int latest = 1600;
    const auto year = m_reader.year(at);
    if (!year || *year >= latest) {
        return at;
    }
    expression.year = *year;
    const auto era = m_reader.find(at + 1, Word::hijri);
    return era ? era->next : at + 1;
}

/// 10 Muharram 1446 AH.
std::optional<std::size_t> WesternGrammar::hijri_day(std::size_t at, Expression& expression) const {
    int day = 0;
    const auto next = day_of(at, day);
    const auto of = next ? m_reader.find(*next, Word::of) : std::nullopt;
    const auto name = next ? m_reader.find(of ? of->next : *next, Word::hijri_month) : std::nullopt;
    if (!name) {
        return std::nullopt;
    }
    expression.shape = Shape::calendar;
    expression.hijri = true;
    expression.day = day;
    expression.month = name->value();
    return hijri_year(name->next, expression);
}

/// Ramadan, Ramadan 1445, last Ramadan; other Islamic months only with their year.
std::optional<Expression> WesternGrammar::hijri_month(const Hit& hit) const {
    Expression expression = m_reader.start(hit, Shape::calendar);
    expression.hijri = true;
    expression.month = hit.value();
    std::size_t end = hijri_year(hit.next, expression);
    if (end == hit.next && m_language == Language::fr) {
        end = relation_at(hit.next, expression.relation).value_or(end);
    }
    const bool named = !hit.entry.has(Flag::cued) && !m_reader.before(hit.token, Word::person);
    return named || end != hit.next ? std::optional{m_reader.finished(expression, end)} : std::nullopt;
}

} // namespace yaqut::dates
