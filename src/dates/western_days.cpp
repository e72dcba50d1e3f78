// SPDX-License-Identifier: Apache-2.0
#include "dates/western_grammar.hpp"

namespace yaqut::dates {

namespace {

constexpr int first_news_year = 1800;
constexpr int noon = 12;

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
    if (auto found = day_number(at)) {
        return found;
    }
    if (auto found = clock(at)) {
        return found;
    }
    if (auto found = decade(at)) {
        return found;
    }
    if (auto found = counted_units(at)) {
        return found;
    }
    return bare_year(at);
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
    if (!bracketed && !span && !m_reader.before(at, Word::year_cue)) {
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
        sure = !m_reader.token(mark->token).space_before;
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
    return year_behind(month->next, expression);
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
    return year_behind(*next, expression);
}

std::optional<Expression> WesternGrammar::day_number(std::size_t at) const {
    Expression expression = Reader::start(at, m_reader.token(at).span.begin, Shape::calendar);
    const auto next = day_and_month(at, expression);
    if (!next) {
        return std::nullopt;
    }
    m_reader.finish(expression, *next);
    return expression;
}

/// Monday morning, lundi matin, yesterday evening.
std::size_t WesternGrammar::part_behind(std::size_t at, Expression& expression) const {
    const auto part = m_reader.find(at, Word::part);
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

/// The morning of 3 May, la nuit de lundi à mardi.
std::optional<Expression> WesternGrammar::part(const Hit& hit) const {
    std::size_t position = hit.next;
    const auto of = m_reader.find(position, Word::of);
    if (!of) {
        return std::nullopt;
    }
    position = skip_articles(of->next);
    auto day = any_day(position);
    if (!day || day->part != Part::none) {
        return std::nullopt;
    }
    day->part = static_cast<Part>(hit.value());
    day->tokens.begin = hit.token;
    day->span.begin = hit.source_begin;
    if (day->shape == Shape::weekday && day->part == Part::night) {
        const auto until = m_reader.find(day->tokens.end, Word::until);
        const auto next = until ? m_reader.find(skip_articles(until->next), Word::weekday) : std::nullopt;
        if (next && next->value() == day->weekday % 7 + 1) {
            day->last_weekday = next->value();
            m_reader.finish(*day, next->next);
        }
    }
    return day;
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
