// SPDX-License-Identifier: Apache-2.0
#include "dates/arabic_grammar.hpp"

namespace yaqut::dates {

namespace {

bool ends_with(std::string_view word, std::string_view ending) { return word.ends_with(ending); }

constexpr std::string_view dual_ending = "\xD8\xA7\xD9\x86"; // ان
constexpr std::string_view imperfect_ya = "\xD9\x8A";        // ي
constexpr std::string_view imperfect_ta = "\xD8\xAA";        // ت

} // namespace

/// Friday sermon, Bloody Sunday: the day is part of a name.
bool ArabicGrammar::weekday_is_named(const Hit& hit) const {
    if (m_reader.is_before(hit.token, Word::named, hit.value())) {
        return true;
    }
    const auto after = m_reader.find(hit.next, Word::named);
    return after && after->value() == 0;
}

/// الاثنين is "the two" as often as Monday in some texts: before a dual verb, behind words that ask for a pair.
bool ArabicGrammar::means_the_two(const Hit& hit) const {
    if (!hit.entry.has(Flag::cued)) {
        return false;
    }
    if (const auto both = m_reader.before(hit.token, Word::both); both && !both->entry.definite()) {
        return true;
    }
    if (hit.next >= m_reader.limit() || m_reader.token(hit.next).kind != text::TokenKind::word) {
        return false;
    }
    const std::string_view next = m_reader.document().strict(m_reader.token(hit.next));
    const bool imperfect = next.starts_with(imperfect_ya) || next.starts_with(imperfect_ta);
    return imperfect && ends_with(next, dual_ending);
}

/// The date that a weekday introduces: "، 7 جوان 2017", "الموافق 9 أغسطس", "في 6 مارس", "13/7/2016".
std::size_t ArabicGrammar::date_after_weekday(std::size_t at, Expression& expression) const {
    std::size_t position = at;
    for (int skipped = 0; skipped < 2; ++skipped) {
        if (m_reader.is_mark(position, ",") || m_reader.is_mark(position, "(")) {
            ++position;
        } else if (const auto word = m_reader.find(position, Word::dated)) {
            position = word->next;
        } else if (const auto in = m_reader.find(position, Word::in)) {
            position = in->next;
        }
    }
    if (const auto date = m_reader.numeric_date(position, true)) {
        take(*date, expression);
        return date->next;
    }
    Expression dated = expression;
    const auto next = day_of_month(position, dated);
    if (!next) {
        return at;
    }
    expression = dated;
    return *next;
}

std::optional<Expression> ArabicGrammar::weekday(const Hit& hit) const {
    if (weekday_is_named(hit) || means_the_two(hit)) {
        return std::nullopt;
    }
    Expression expression = m_reader.start(hit, Shape::weekday);
    expression.weekday = hit.value();
    std::size_t end = date_after_weekday(hit.next, expression);
    if (end != hit.next) {
        expression.shape = Shape::calendar;
    } else if (const auto related = relation(end, expression)) {
        end = related->next;
    } else if (const auto of = m_reader.find(end, Word::of)) {
        Expression week = m_reader.start(hit, Shape::period);
        const auto noun = unit_noun(of->next);
        const auto which =
            noun && noun->unit == Unit::week && noun->definite ? relation(noun->next, week) : std::nullopt;
        if (which) { // الاثنين من الأسبوع الماضي
            expression.relation = week.relation;
            expression.unit = Unit::week;
            expression.anchored = true;
            end = which->next;
        }
    }
    if (expression.shape == Shape::weekday && expression.relation == Relation::none) {
        end = bracketed_day(end, expression);
    }
    m_reader.finish(expression, end);
    return expression;
}

/// أمس الثلاثاء، اليوم الجمعة 17 فيفري 2017.
std::size_t ArabicGrammar::weekday_after_offset(std::size_t at, Expression& expression) const {
    const std::size_t position = m_reader.is_mark(at, ",") ? at + 1 : at;
    const auto day = m_reader.find(position, Word::weekday);
    if (!day || day->entry.added() || weekday_is_named(*day)) {
        return at;
    }
    // Behind a comma only a full date continues the expression: "أمس، السبت" may begin a list.
    Expression dated = expression;
    dated.weekday = day->value();
    const std::size_t end = date_after_weekday(day->next, dated);
    if (end != day->next) {
        dated.shape = Shape::calendar;
        dated.from_today = true;
    }
    expression = dated;
    return end;
}

/// An editor's correction in brackets wins: اليوم (أمس), أمس (الجمعة).
std::size_t ArabicGrammar::bracketed_day(std::size_t at, Expression& expression) const {
    if (!m_reader.is_mark(at, "(")) {
        return at;
    }
    if (const auto offset = m_reader.find(at + 1, Word::day_offset); offset && m_reader.is_mark(offset->next, ")")) {
        expression.offset = offset->value();
        expression.shape = Shape::offset;
        return offset->next + 1;
    }
    const auto day = m_reader.find(at + 1, Word::weekday);
    if (day && expression.weekday == 0 && m_reader.is_mark(day->next, ")")) {
        expression.weekday = day->value();
        return day->next + 1;
    }
    return at;
}

/// "روسيا اليوم", المصري اليوم: the name of a paper or channel, quoted or behind its kind.
bool ArabicGrammar::names_outlet(std::size_t at) const {
    constexpr std::size_t reach = 3;
    const bool quoted = m_reader.is_mark(at + 1, "\"");
    for (std::size_t back = 1; back <= reach && at >= m_reader.begin() + back; ++back) {
        if (m_reader.find(at - back, Word::outlet) || (quoted && m_reader.is_mark(at - back, "\""))) {
            return true;
        }
    }
    return false;
}

/// اليوم with what makes it no "today": ذلك, ذاته, التالي, السابع, الواحد, العالمي. False: it is today.
bool ArabicGrammar::other_today(const Hit& hit, Found& found) const {
    Expression expression = m_reader.start(hit, Shape::same);
    if (m_reader.before(hit.token, Word::that)) {
        found = m_reader.finished(expression, hit.next);
        return true;
    }
    if (m_reader.before(hit.token, Word::nowadays) || m_reader.before(hit.token, Word::until)) {
        expression.shape = Shape::reference; // the world of today, to this day
        expression.anchored = true;
        found = m_reader.finished(expression, hit.next);
        return !m_reader.is(hit.next, Word::weekday);
    }
    if (const auto same = m_reader.find(hit.next, Word::same)) {
        found = m_reader.finished(expression, same->next);
        return true;
    }
    if (const auto next = m_reader.find(hit.next, Word::future)) {
        expression.offset = 1;
        found = m_reader.finished(expression, next->next);
        return true;
    }
    if (const auto past = m_reader.find(hit.next, Word::past); past && past->value() == 1) { // اليوم السابق
        expression.offset = -1;
        found = m_reader.finished(expression, past->next);
        return true;
    }
    if (const auto unit = m_reader.find(hit.token, Word::unit)) {
        found = running_unit(*unit); // لليوم السابع
    }
    if (found || m_reader.is(hit.next, Word::no_day)) {
        return true;
    }
    const auto number = m_reader.is(hit.next, Word::weekday) ? std::nullopt : m_reader.number(hit.next); // الاثنين
    if (number && number->value == 1.0 && !number->ordinal && !number->digits) {
        expression.shape = Shape::frequency;
        expression.count = 1;
        found = m_reader.finished(expression, hit.next + number->token_count);
        return true;
    }
    return number && (number->ordinal || number->clitics == text::Clitic::article);
}

std::optional<Expression> ArabicGrammar::day_offset(const Hit& hit) const {
    Found other;
    if (hit.value() >= 0 && names_outlet(hit.token)) {
        return std::nullopt;
    }
    if (hit.value() == 0 && other_today(hit, other)) {
        return other;
    }
    Expression expression = m_reader.start(hit, Shape::offset);
    expression.offset = hit.value();
    std::size_t end = weekday_after_offset(hit.next, expression);
    if (end == hit.next && hit.value() == 0 && m_reader.before(hit.token, Word::in)) { // مرتين في اليوم: a day
        expression.shape = Shape::frequency;
        expression.count = 1;
        return m_reader.finished(expression, end);
    }
    if (expression.shape == Shape::offset && expression.weekday == 0) {
        const std::size_t dated = date_after_weekday(end, expression);
        expression.from_today = dated != end;
        expression.shape = expression.from_today ? Shape::calendar : Shape::offset;
        end = dated;
    }
    if (expression.shape == Shape::offset) {
        end = bracketed_day(end, expression);
    }
    return m_reader.finished(expression, end);
}

/// Any expression for one day, as it may stand behind a part of the day.
std::optional<Expression> ArabicGrammar::any_day(std::size_t at) const {
    if (at >= m_reader.limit()) {
        return std::nullopt;
    }
    std::size_t position = at;
    const auto unit = m_reader.is(at, Word::day_offset) ? std::nullopt : m_reader.find(at, Word::unit);
    if (unit && static_cast<Unit>(unit->value()) == Unit::day) {
        position = unit->next; // يوم الخميس
    }
    if (const auto day = m_reader.find(position, Word::day_offset)) {
        return day_offset(*day);
    }
    if (const auto day = m_reader.find(position, Word::weekday)) {
        return weekday(*day);
    }
    Expression expression = Reader::start(at, m_reader.token(at).span.begin, Shape::calendar);
    if (const auto next = day_of_month(position, expression)) {
        m_reader.finish(expression, *next);
        return expression;
    }
    return std::nullopt;
}

/// The second day of a night between two: ليل الجمعة السبت, ليل الخميس - الجمعة.
std::size_t ArabicGrammar::second_night(std::size_t at, Expression& expression) const {
    if (expression.shape != Shape::weekday || expression.relation != Relation::none) {
        return at;
    }
    std::size_t position = at;
    if (m_reader.is_mark(at, "-") || m_reader.is_mark(at, "/") || m_reader.is_mark(at, "\xD9\x80")) {
        ++position;
    } else if (const auto until = m_reader.find(at, Word::until)) {
        position = until->next;
    }
    const auto day = m_reader.find(position, Word::weekday);
    if (!day || day->value() != expression.weekday % 7 + 1) {
        return at;
    }
    expression.last_weekday = day->value();
    return day->next;
}

/// صباح اليوم الأحد 12 مارس: what is dated in full stands by itself, and the day word before it keeps the morning.
std::optional<Expression> ArabicGrammar::before_full_date(const Hit& hit) const {
    auto day = m_reader.find(hit.next, Word::day_offset);
    if (const auto unit = day ? std::nullopt : m_reader.find(hit.next, Word::unit)) { // صباح يوم غد
        day = m_reader.find(unit->next, Word::day_offset);
    }
    if (!day) {
        return std::nullopt;
    }
    Expression expression = m_reader.start(hit, Shape::offset);
    expression.offset = day->value();
    expression.part = static_cast<Part>(hit.value());
    m_reader.finish(expression, day->next);
    return expression;
}

std::optional<Expression> ArabicGrammar::part(const Hit& hit) const {
    auto day = any_day(hit.next);
    if (!day) {
        return part_alone(hit);
    }
    if (day->shape == Shape::calendar && day->weekday != 0) {
        return before_full_date(hit);
    }
    day->part = static_cast<Part>(hit.value());
    day->tokens.begin = hit.token;
    day->span.begin = hit.source_begin;
    day->eve = hit.entry.has(Flag::cued) && day->shape == Shape::weekday;
    if (day->part == Part::night || day->part == Part::midnight) {
        const std::size_t end = second_night(day->tokens.end, *day);
        if (end != day->tokens.end) {
            m_reader.finish(*day, end);
        }
    }
    return day;
}

std::optional<Expression> ArabicGrammar::part_alone(const Hit& hit) const {
    if (!hit.entry.has(Flag::adverb)) {
        return std::nullopt;
    }
    Expression expression = m_reader.start(hit, Shape::offset);
    expression.part = static_cast<Part>(hit.value());
    expression.anchored = true; // of a day that the text has named
    m_reader.finish(expression, hit.next);
    return expression;
}

/// يوم الخميس، يوم 17 تموز، يوم أمس.
std::optional<Expression> ArabicGrammar::day_word(const Hit& hit) const {
    auto day = any_day(hit.next);
    if (!day) {
        return std::nullopt;
    }
    day->tokens.begin = hit.token;
    day->span.begin = hit.source_begin;
    return day;
}

} // namespace yaqut::dates
