// SPDX-License-Identifier: Apache-2.0
#include "dates/western_grammar.hpp"

namespace yaqut::dates {

namespace {

constexpr int last_century = 1900; // of "the nineties"

} // namespace

std::size_t WesternGrammar::skip_articles(std::size_t at) const {
    const auto word = m_reader.find(at, Word::article);
    return word && word->value() == 0 ? word->next : at;
}

std::optional<Hit> WesternGrammar::unit_noun(std::size_t at) const {
    const auto one = m_reader.find(at, Word::unit);
    return one ? one : m_reader.find(at, Word::plural);
}

/// last, past, this, next, dernier, prochain: returns the token after it.
std::optional<std::size_t> WesternGrammar::relation_at(std::size_t at, Relation& relation) const {
    if (const auto hit = m_reader.find(at, Word::past)) {
        relation = Relation::past;
        return hit->next;
    }
    if (const auto hit = m_reader.find(at, Word::future)) {
        relation = Relation::future;
        return hit->next;
    }
    auto hit = m_reader.find(at, Word::current);
    hit = hit ? hit : m_language == Language::fr ? std::nullopt : m_reader.find(at, Word::demonstrative);
    if (hit) {
        relation = Relation::current;
        return hit->next;
    }
    return std::nullopt;
}

/// The last three days, les prochaines semaines, ces derniers jours.
std::optional<Expression> WesternGrammar::related_plural(std::size_t at, const Hit& first, Relation relation) const {
    std::size_t position = at;
    int count = 0;
    if (const auto some = m_reader.find(position, Word::some)) {
        position = some->next;
    } else if (const auto number = m_reader.number(position); number && !number->ordinal) {
        const auto whole = number->whole();
        if (!whole || *whole < 1 || *whole > largest_count) {
            return std::nullopt;
        }
        count = static_cast<int>(*whole);
        position += number->token_count;
    }
    Relation inner = relation;
    if (const auto next = relation_at(position, inner)) { // trois derniers jours
        relation = inner;
        position = *next;
    }
    const auto noun = m_reader.find(position, Word::plural);
    if (!noun || relation == Relation::none || relation == Relation::current) {
        return std::nullopt;
    }
    Expression expression = m_reader.start(first, Shape::recent);
    expression.relation = relation;
    expression.unit = unit_of(*noun);
    expression.count = count;
    m_reader.finish(expression, noun->next);
    return expression;
}

/// Last week, this year, cette semaine, la prochaine année.
std::optional<Expression> WesternGrammar::related_unit(const Hit& hit, const Hit& noun, Relation relation) const {
    Expression expression = m_reader.start(hit, Shape::period);
    expression.unit = unit_of(noun);
    const bool day = expression.unit == Unit::day;
    if (expression.unit < Unit::day || (day && relation != Relation::current)) {
        return std::nullopt;
    }
    expression.shape = day ? Shape::offset : Shape::period;
    Relation behind = Relation::none;
    const auto further = m_language == Language::fr ? relation_at(noun.next, behind) : std::nullopt;
    expression.relation = further ? behind : relation;
    return m_reader.finished(expression, further ? *further : noun.next);
}

/// Last June, next summer, this morning.
std::optional<Expression> WesternGrammar::related_name(const Hit& hit, Relation relation) const {
    Expression expression = m_reader.start(hit, Shape::calendar);
    expression.relation = relation;
    if (const auto name = m_reader.find(hit.next, Word::month)) {
        expression.month = name->value();
        return m_reader.finished(expression, name->next);
    }
    if (const auto name = m_reader.find(hit.next, Word::season)) {
        expression.season = name->value();
        return m_reader.finished(expression, name->next);
    }
    const auto part_hit = m_reader.find(hit.next, Word::part);
    if (!part_hit || relation == Relation::future) {
        return std::nullopt;
    }
    expression.shape = Shape::offset;
    expression.relation = Relation::none;
    expression.offset = relation == Relation::past ? -1 : 0;
    expression.part = static_cast<Part>(part_hit->value());
    return m_reader.finished(expression, part_hit->next);
}

/// Behind last, this, next: a weekday, a month, a unit, a part of the day.
std::optional<Expression> WesternGrammar::related(const Hit& hit) const {
    Relation relation = Relation::none;
    if (!relation_at(hit.token, relation)) { // French ce, cette
        relation = Relation::current;
    }
    if (hit.next >= m_reader.limit()) {
        return std::nullopt;
    }
    if (auto plural = related_plural(hit.next, hit, relation)) {
        return plural;
    }
    if (const auto noun = m_reader.find(hit.next, Word::unit)) {
        return related_unit(hit, *noun, relation);
    }
    const auto day = m_reader.find(hit.next, Word::weekday);
    auto found = day && !day->entry.has(Flag::cued) ? weekday(*day) : std::nullopt;
    if (found && found->relation == Relation::none) {
        found->relation = found->shape == Shape::weekday ? relation : Relation::none;
        Reader::begin_at(hit, *found);
        return found;
    }
    return related_name(hit, relation);
}

/// La semaine dernière, the year 2014, l'année 2014.
std::optional<Expression> WesternGrammar::unit(const Hit& hit) const {
    Expression expression = m_reader.start(hit, Shape::period);
    expression.unit = unit_of(hit);
    if (expression.unit == Unit::year) {
        if (const auto year = m_reader.year(hit.next)) {
            expression.shape = Shape::calendar;
            expression.year = *year;
            m_reader.finish(expression, hit.next + 1);
            return expression;
        }
    }
    if (expression.unit == Unit::weekend) {
        Relation relation = Relation::none;
        const auto next = m_language == Language::fr ? relation_at(hit.next, relation) : std::nullopt;
        expression.relation = relation;
        m_reader.finish(expression, next.value_or(hit.next));
        return expression;
    }
    if (m_language != Language::fr || expression.unit < Unit::week) {
        return std::nullopt;
    }
    if (!relation_at(hit.next, expression.relation)) {
        return std::nullopt;
    }
    m_reader.finish(expression, *relation_at(hit.next, expression.relation));
    return expression;
}

/// Whatever a beginning or an end can be taken of.
std::optional<Expression> WesternGrammar::any_period(std::size_t at) const {
    if (at >= m_reader.limit()) {
        return std::nullopt;
    }
    if (const auto month_hit = m_reader.find(at, Word::month)) {
        Expression expression = m_reader.start(*month_hit, Shape::calendar);
        expression.month = month_hit->value();
        m_reader.finish(expression, year_behind(month_hit->next, expression));
        return expression;
    }
    for (const Word word : {Word::past, Word::future, Word::current, Word::demonstrative}) {
        if (const auto hit = m_reader.find(at, word)) {
            return related(*hit);
        }
    }
    if (const auto hit = m_reader.find(at, Word::unit)) {
        return unit(*hit);
    }
    if (const auto hit = m_reader.find(at, Word::season)) {
        return season(*hit);
    }
    if (auto found = decade(at)) {
        return found;
    }
    return m_reader.bare_year(at);
}

/// Early 2014, mid-May, the end of last year, début mai, fin 2014.
std::optional<Expression> WesternGrammar::edge(const Hit& hit) const {
    std::size_t position = hit.next;
    if (m_reader.is_mark(position, "-")) {
        ++position;
    }
    const auto of = m_reader.find(position, Word::of);
    position = skip_articles(of ? of->next : position);
    auto period = part_of_day_at_edge(hit);
    if (period) {
        return period;
    }
    period = any_period(position);
    period = period ? period : running_period(of ? of->next : position);
    if (!period || period->shape == Shape::weekday || period->shape == Shape::offset || period->day != 0) {
        return std::nullopt;
    }
    period->edge = static_cast<Edge>(hit.value());
    period->tokens.begin = hit.token;
    period->span.begin = hit.source_begin;
    return period;
}

std::optional<Expression> WesternGrammar::season(const Hit& hit) const {
    Expression expression = m_reader.start(hit, Shape::calendar);
    expression.season = hit.value();
    const std::size_t end = year_behind(hit.next, expression);
    if (end == hit.next) {
        return std::nullopt;
    }
    m_reader.finish(expression, end);
    return expression;
}

/// 1990s; les années 1990 begins with its own word.
std::optional<Expression> WesternGrammar::decade(std::size_t at) const {
    const auto word = m_reader.find(at, Word::decade);
    if (word && word->value() != 0) { // the nineties
        Expression named = m_reader.start(*word, Shape::calendar);
        named.unit = Unit::decade;
        named.year = last_century + word->value();
        named.last_year = named.year + 9;
        return m_reader.finished(named, word->next);
    }
    const std::size_t position = word ? word->next : at;
    const auto number = m_reader.digits(position);
    const bool ten = number && (number->size == 4 || number->size == 2) && number->value % 10 == 0;
    const auto mark = ten && !word ? m_reader.find(position + 1, Word::decade_mark) : std::nullopt;
    const bool marked = mark && !m_reader.token(mark->token).space_before;
    if (!ten || (!word && !marked)) {
        return std::nullopt;
    }
    const std::uint32_t begin = word ? word->source_begin : m_reader.token(at).span.begin;
    Expression expression = Reader::start(at, begin, Shape::calendar);
    expression.unit = Unit::decade;
    expression.year = number->size == 4 ? number->value : last_century + number->value;
    expression.last_year = expression.year + 9;
    m_reader.finish(expression, marked ? mark->next : position + 1);
    return expression;
}

} // namespace yaqut::dates
