// SPDX-License-Identifier: Apache-2.0
#include "dates/arabic_grammar.hpp"

namespace yaqut::dates {

namespace {

Relation relation_of(Word word) {
    switch (word) {
    case Word::past: return Relation::past;
    case Word::current: return Relation::current;
    case Word::future: return Relation::future;
    case Word::same: return Relation::same;
    default: return Relation::none;
    }
}

} // namespace

/// الماضي, الجاري, المقبل behind a noun. The following (التالي) is counted from what the text tells of.
std::optional<Hit> ArabicGrammar::relation(std::size_t at, Expression& expression) const {
    constexpr int before_last = 3;
    for (const Word word : {Word::past, Word::current, Word::future}) {
        const auto hit = m_reader.find(at, word);
        if (hit && hit->value() == before_last) {
            expression.relation = Relation::past;
            expression.further = true;
            return hit;
        }
        if (hit && hit->entry.clitics == text::Clitic::article) {
            expression.relation = relation_of(word);
            expression.anchored = hit->value() == 1;
            return hit;
        }
    }
    return std::nullopt;
}

/// عام 2010, سنة (1967), عام 1308 هجري.
std::optional<Expression> ArabicGrammar::year_unit(const Hit& hit) const {
    Expression expression = m_reader.start(hit, Shape::calendar);
    auto next = year_phrase(hit.token, expression);
    if (!next) {
        return std::nullopt;
    }
    const std::size_t first = *next - 1;
    if (const auto span = year_span(first); span && !expression.hijri) {
        expression.last_year = span->last_year;
        next = span->tokens.end;
    }
    m_reader.finish(expression, *next);
    return expression;
}

/// شهر مايو, شهر رمضان.
std::optional<Expression> ArabicGrammar::named_month(const Hit& hit) const {
    const auto name = m_reader.find(hit.next, Word::month);
    auto found = name ? month(*name) : std::nullopt;
    const auto islamic = found ? std::nullopt : m_reader.find(hit.next, Word::hijri_month);
    found = islamic ? hijri_month(*islamic) : found;
    if (found) {
        Reader::begin_at(hit, *found);
    }
    return found;
}

/// الأسبوع الماضي, الشهر نفسه, عطلة نهاية الأسبوع.
std::optional<Expression> ArabicGrammar::related_unit(const Hit& hit) const {
    Expression expression = m_reader.start(hit, Shape::period);
    expression.unit = unit_of(hit);
    if (const auto word = relation(hit.next, expression)) {
        return m_reader.finished(expression, word->next);
    }
    if (const auto same = m_reader.find(hit.next, Word::same); same && same->value() == 1) {
        expression.relation = Relation::same;
        return m_reader.finished(expression, same->next);
    }
    const bool weekend = expression.unit == Unit::weekend;
    m_reader.finish(expression, hit.next);
    return weekend ? std::optional{expression} : std::nullopt;
}

/// A single noun of time: with a number behind it, a relation, a name.
std::optional<Expression> ArabicGrammar::unit(const Hit& hit) const {
    const Unit kind = unit_of(hit);
    Found found = kind == Unit::day ? day_word(hit) : std::nullopt;
    if (!found && hit.entry.definite()) {
        found = running_unit(hit);
    }
    if (!found && kind == Unit::year) {
        found = year_unit(hit);
    }
    if (!found && kind == Unit::month) {
        found = named_month(hit);
    }
    if (!found && (kind == Unit::quarter || kind == Unit::half_year)) {
        found = part_of_year(hit);
    }
    if (!found && kind == Unit::week) {
        found = week_of_month(hit);
    }
    if (found) {
        return found;
    }
    return hit.entry.definite() || kind == Unit::weekend ? related_unit(hit) : units(hit);
}

/// Any expression that a beginning or an end can be taken of.
std::optional<Expression> ArabicGrammar::any_period(std::size_t at) const {
    if (at >= m_reader.limit()) {
        return std::nullopt;
    }
    if (const auto hit = m_reader.find(at, Word::unit)) {
        return unit(*hit);
    }
    if (const auto hit = m_reader.find(at, Word::month)) {
        Expression expression = m_reader.start(*hit, Shape::calendar);
        if (const auto next = month_names(at, expression)) {
            m_reader.finish(expression, month_tail(*next, expression).next);
            return expression;
        }
    }
    if (const auto hit = m_reader.find(at, Word::demonstrative)) {
        return demonstrative(*hit);
    }
    if (const auto hit = m_reader.find(at, Word::decade)) {
        return decade(*hit);
    }
    if (const auto hit = m_reader.find(at, Word::season)) {
        return season(*hit);
    }
    if (const auto hit = m_reader.find(at, Word::century)) {
        return century(*hit);
    }
    return m_reader.bare_year(at);
}

/// مطلع 2018, أواخر الشهر الماضي; آخر ثلاثة أيام.
std::optional<Expression> ArabicGrammar::edge(const Hit& hit) const {
    std::size_t position = hit.next;
    if (const auto of = m_reader.find(position, Word::of)) {
        position = of->next;
    }
    if (static_cast<Edge>(hit.value()) == Edge::end) {
        const auto amount = quantity(position, false);
        if (amount && amount->counted && !amount->definite) {
            Expression expression = m_reader.start(hit, Shape::recent);
            expression.relation = Relation::past;
            take(*amount, expression);
            m_reader.finish(expression, amount->next);
            return expression;
        }
    }
    if (m_reader.find(hit.token, Word::from)) {
        return std::nullopt; // بداية من: from then on
    }
    auto period = any_period(position);
    period = period ? period : running_period(position);
    if (!period || period->shape == Shape::duration || period->shape == Shape::weekday || period->day != 0) {
        return std::nullopt;
    }
    period->edge = static_cast<Edge>(hit.value());
    period->tokens.begin = hit.token;
    period->span.begin = hit.source_begin;
    return period;
}

/// هذا المساء, هذا الصيف.
std::optional<Expression> ArabicGrammar::this_part(const Hit& hit) const {
    Expression expression = m_reader.start(hit, Shape::offset);
    if (const auto part = m_reader.find(hit.next, Word::part); part && part->entry.definite()) {
        expression.part = static_cast<Part>(part->value());
        return m_reader.finished(expression, part->next);
    }
    const auto season_word = m_reader.find(hit.next, Word::season);
    if (!season_word || !season_word->entry.definite()) {
        return std::nullopt;
    }
    expression.shape = Shape::calendar;
    expression.season = season_word->value();
    expression.relation = Relation::current;
    return m_reader.finished(expression, season_word->next);
}

/// هذا الأسبوع, نفس اليوم, مثل هذا اليوم.
std::optional<Expression> ArabicGrammar::demonstrative(const Hit& hit) const {
    const bool same = hit.entry.word == Word::same;
    Expression expression = m_reader.start(hit, Shape::period);
    if (same && hit.value() != 0) {
        expression.shape = Shape::same;
        expression.yearly = true;
        m_reader.finish(expression, hit.next);
        const bool stands_before = hit.value() == 2;
        return stands_before ? std::optional{expression} : std::nullopt;
    }
    const auto noun = m_reader.find(hit.next, Word::unit);
    if (!noun || !noun->entry.definite() || unit_of(*noun) < Unit::day) {
        return same ? std::nullopt : this_part(hit);
    }
    expression.unit = unit_of(*noun);
    expression.relation = same ? Relation::same : Relation::current;
    std::size_t end = noun->next;
    if (expression.unit == Unit::day) {
        expression.shape = same ? Shape::same : Shape::offset;
        const auto of_year = same ? year_phrase(end, expression) : std::nullopt; // نفس اليوم من عام 2017
        end = of_year.value_or(end);
    }
    return m_reader.finished(expression, end);
}

std::optional<Expression> ArabicGrammar::season(const Hit& hit) const {
    Expression expression = m_reader.start(hit, Shape::calendar);
    expression.season = hit.value();
    const auto tail = year_tail(hit.next, expression);
    if (!tail && hit.entry.definite() && m_reader.before(hit.token, Word::season_noun)) { // في فصل الشتاء
        expression.yearly = true;
        m_reader.finish(expression, hit.next);
        return expression;
    }
    return tail && !expression.hijri ? std::optional{m_reader.finished(expression, *tail)} : std::nullopt;
}

/// التسعينيات, ثمانينيات القرن الماضي, مطلع التسعينيات.
std::optional<Expression> ArabicGrammar::decade(const Hit& hit) const {
    constexpr int this_century = 1900; // of "the nineties" in today's news
    Expression expression = m_reader.start(hit, Shape::calendar);
    expression.unit = Unit::decade;
    expression.year = this_century + hit.value();
    expression.last_year = expression.year + 9;
    std::size_t end = hit.next;
    const auto of = m_reader.find(end, Word::of);
    const auto century_noun = m_reader.find(of ? of->next : end, Word::century);
    if (century_noun && century_noun->entry.definite()) {
        Expression which = expression;
        const auto word = relation(century_noun->next, which);
        const auto number = word ? std::nullopt : m_reader.number(century_noun->next);
        if (word) {
            end = word->next;
        } else if (number && number->value >= 10 && number->value <= 21) {
            expression.year = (static_cast<int>(number->value) - 1) * 100 + hit.value();
            expression.last_year = expression.year + 9;
            end = century_noun->next + number->token_count;
        }
    }
    m_reader.finish(expression, end);
    return expression;
}

/// القرن الماضي, القرن التاسع عشر.
std::optional<Expression> ArabicGrammar::century(const Hit& hit) const {
    if (!hit.entry.definite()) {
        return std::nullopt;
    }
    Expression expression = m_reader.start(hit, Shape::period);
    expression.unit = Unit::century;
    if (const auto word = relation(hit.next, expression)) {
        m_reader.finish(expression, word->next);
        return expression;
    }
    const auto number = m_reader.number(hit.next);
    const bool numbered = number && (number->ordinal || number->digits); // وحيد القرن أثناء الليل: no second century
    if (!numbered || number->value < 1 || number->value > 21) {
        return std::nullopt;
    }
    expression.shape = Shape::calendar;
    expression.year = (static_cast<int>(number->value) - 1) * 100;
    expression.last_year = expression.year + 99;
    m_reader.finish(expression, hit.next + number->token_count);
    return expression;
}

} // namespace yaqut::dates
