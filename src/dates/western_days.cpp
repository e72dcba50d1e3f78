// SPDX-License-Identifier: Apache-2.0
#include "dates/western_grammar.hpp"

namespace yaqut::dates {

namespace {

constexpr int first_news_year = 1800;

} // namespace

/// What begins with digits.
std::optional<Expression> WesternGrammar::digits(std::size_t at) const {
    const std::uint32_t begin = m_reader.token(at).span.begin;
    if (const auto date = m_reader.numeric_date(at, false)) {
        const bool iso = date->next == at + 5 && m_reader.digits(at)->size == 4;
        if (iso || m_language != Language::other) {
            Expression expression = Reader::start(at, begin, Shape::calendar);
            take(*date, expression);
            m_reader.finish(expression, date->next);
            return expression;
        }
    }
    if (m_language == Language::other) {
        return std::nullopt;
    }
    auto found = day_number(at);
    found = found ? found : clock(at);
    found = found ? found : decade(at);
    found = found ? found : century(at);
    found = found ? found : part_of_year(at);
    found = found ? found : first_months(at);
    found = found ? found : counted_units(at);
    return found ? found : bare_year(at);
}

std::optional<Expression> WesternGrammar::bare_year(std::size_t at) const {
    const auto year = m_reader.year(at);
    if (!year || *year < first_news_year) {
        return std::nullopt;
    }
    const bool bracketed = m_reader.is_mark(at + 1, ")") && at > m_reader.begin() && m_reader.is_mark(at - 1, "(");
    const bool dash = m_reader.is_mark(at + 1, "-") || m_reader.is_mark(at + 1, "\xE2\x80\x93");
    const int last = dash ? m_reader.year(at + 2).value_or(0) : 0;
    const bool span = last > *year;
    const auto noun = m_reader.find(at + 1, Word::year_cue); // the 2011 uprising
    const bool names = noun && noun->value() == 1 && m_reader.before(at, Word::article);
    if (!bracketed && !span && !names && !m_reader.before(at, Word::year_cue)) {
        return std::nullopt;
    }
    if (m_reader.is(at + 1, Word::counted) || m_reader.is_mark(at + 1, "%") || unit_noun(at + 1)) {
        return std::nullopt;
    }
    Expression expression = Reader::start(at, m_reader.token(at).span.begin, Shape::calendar);
    expression.year = *year;
    expression.last_year = span ? last : 0;
    m_reader.finish(expression, span ? at + 3 : at + 1);
    return expression;
}

/// Monday morning, lundi matin, yesterday evening.
std::size_t WesternGrammar::part_behind(std::size_t at, Expression& expression) const {
    auto part = m_reader.find(at, Word::part);
    if (!part) { // mardi à l'aube, Monday in the morning
        const auto in = m_reader.find(at, Word::in);
        part = in ? m_reader.find(skip_articles(in->next), Word::part) : std::nullopt;
        part = part && m_reader.is(part->next, Word::of) ? std::nullopt : part;
    }
    if (!part || expression.part != Part::none) {
        return at;
    }
    expression.part = static_cast<Part>(part->value());
    return part->next;
}

/// Bloody Sunday, vendredi saint; Sun and Sat without a date.
bool WesternGrammar::is_no_weekday(const Hit& hit) const {
    if (hit.entry.has(Flag::cued)) {
        const bool mark = m_reader.is_mark(hit.next, ",") || m_reader.is_mark(hit.next, ".");
        const std::size_t behind = hit.next + (mark ? 1 : 0);
        Expression trial = m_reader.start(hit, Shape::calendar);
        return !month_and_day(behind, trial) && !day_and_month(behind, trial);
    }
    const auto after = m_reader.find(hit.next, Word::named);
    return (after && after->value() == 0) || m_reader.is_before(hit.token, Word::named, hit.value());
}

/// The date behind a weekday: ", 25 April 2023", "le 25 avril".
std::optional<std::size_t> WesternGrammar::date_behind(std::size_t at, Expression& expression) const {
    std::size_t position = at;
    for (int skipped = 0; skipped < 2; ++skipped) {
        if (m_reader.is_mark(position, ",") || m_reader.is_mark(position, ".")) {
            ++position;
        } else if (const auto word = m_reader.find(position, Word::article)) {
            position = word->next;
        }
    }
    const auto next = day_and_month(position, expression);
    return next ? next : month_and_day(position, expression);
}

/// Monday last week, lundi dernier. Returns the token after it.
std::size_t WesternGrammar::week_behind(std::size_t at, Expression& expression) const {
    Relation relation = Relation::none;
    const auto behind = relation_at(at, relation);
    const auto noun = behind ? unit_noun(*behind) : std::nullopt;
    if (noun && static_cast<Unit>(noun->value()) == Unit::week) {
        expression.relation = relation;
        expression.unit = Unit::week;
        expression.anchored = true;
        return noun->next;
    }
    if (behind && !noun && m_language == Language::fr) {
        expression.relation = relation;
        return *behind;
    }
    return at;
}

std::optional<Expression> WesternGrammar::weekday(const Hit& hit) const {
    if (is_no_weekday(hit)) {
        return std::nullopt;
    }
    Expression expression = m_reader.start(hit, Shape::weekday);
    expression.weekday = hit.value();
    std::size_t end = part_behind(hit.next, expression);
    if (const auto next = date_behind(end, expression)) {
        return m_reader.finished(expression, *next);
    }
    end = part_behind(week_behind(end, expression), expression);
    return m_reader.finished(expression, end);
}

std::optional<Expression> WesternGrammar::day_offset(const Hit& hit) const {
    Expression expression = m_reader.start(hit, Shape::offset);
    expression.offset = hit.value();
    std::size_t end = part_behind(hit.next, expression);
    if (const auto day = m_reader.find(m_reader.is_mark(end, ",") ? end + 1 : end, Word::weekday);
        day && !day->entry.has(Flag::cued)) {
        const auto full = weekday(*day);
        if (full && full->shape == Shape::weekday && full->relation == Relation::none) {
            expression.weekday = full->weekday;
            expression.part = expression.part == Part::none ? full->part : expression.part;
            end = full->tokens.end;
        } else if (full && full->shape == Shape::calendar) {
            Expression dated = *full;
            dated.tokens.begin = hit.token;
            dated.span.begin = hit.source_begin;
            dated.offset = hit.value();
            dated.from_today = true;
            return dated;
        }
    }
    m_reader.finish(expression, end);
    return expression;
}

/// Any expression for one day.
std::optional<Expression> WesternGrammar::any_day(std::size_t at) const {
    if (at >= m_reader.limit()) {
        return std::nullopt;
    }
    if (const auto day = m_reader.find(at, Word::weekday)) {
        return weekday(*day);
    }
    if (const auto day = m_reader.find(at, Word::day_offset)) {
        return day_offset(*day);
    }
    Expression expression = Reader::start(at, m_reader.token(at).span.begin, Shape::calendar);
    auto next = day_and_month(at, expression);
    next = next ? next : month_and_day(at, expression);
    if (!next) {
        return std::nullopt;
    }
    m_reader.finish(expression, *next);
    return expression;
}

/// A part of the day before its day, with "of", "on" or nothing between: the morning of 3 May, dawn on Saturday.
std::optional<Expression> WesternGrammar::part(const Hit& hit) const {
    const auto of = m_reader.find(hit.next, Word::of);
    const auto on = of ? std::nullopt : m_reader.find(hit.next, Word::in);
    if (of) {
        return dated_part(hit, skip_articles(of->next));
    }
    const std::size_t position = on ? on->next : hit.next;
    const bool weekday_behind = m_reader.is(position, Word::weekday);
    return weekday_behind && m_language == Language::en ? dated_part(hit, position) : std::nullopt;
}

std::optional<Expression> WesternGrammar::dated_part(const Hit& hit, std::size_t at) const {
    auto day = any_day(at);
    if (!day || day->part != Part::none) {
        return std::nullopt;
    }
    day->part = static_cast<Part>(hit.value());
    Reader::begin_at(hit, *day);
    if (day->shape == Shape::weekday && day->part == Part::night) { // la nuit de lundi à mardi
        const auto until = m_reader.find(day->tokens.end, Word::until);
        const auto next = until ? m_reader.find(skip_articles(until->next), Word::weekday) : std::nullopt;
        if (next && next->value() == day->weekday % 7 + 1) {
            day->last_weekday = next->value();
            m_reader.finish(*day, next->next);
        }
    }
    return day;
}

/// Late Monday, early on Tuesday: evening and morning.
std::optional<Expression> WesternGrammar::part_of_day_at_edge(const Hit& hit) const {
    const auto on = m_reader.find(hit.next, Word::in);
    const std::size_t position = on ? on->next : hit.next;
    const auto edge = static_cast<Edge>(hit.value());
    if ((edge != Edge::early && edge != Edge::late) || !m_reader.is(position, Word::weekday)) {
        return std::nullopt;
    }
    auto day = any_day(position);
    if (day && day->part == Part::none && day->shape == Shape::weekday) {
        day->part = edge == Edge::early ? Part::morning : Part::evening;
        Reader::begin_at(hit, *day);
        return day;
    }
    return std::nullopt;
}

} // namespace yaqut::dates
