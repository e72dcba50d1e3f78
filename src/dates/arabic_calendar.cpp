// SPDX-License-Identifier: Apache-2.0
#include "dates/arabic_grammar.hpp"

#include <algorithm>

namespace yaqut::dates {

namespace {

bool is_day(int value) { return value >= 1 && value <= 31; }

} // namespace

/// The day that a token names as a figure or ordinal: 5, الخامس.
std::optional<std::size_t> ArabicGrammar::plain_day(std::size_t at, int& day) const {
    if (const auto figure = m_reader.digits(at)) {
        day = figure->value;
        return figure->size <= 2 && is_day(day) ? std::optional{at + 1} : std::nullopt;
    }
    const auto number = m_reader.number(at);
    day = number && number->ordinal && number->value <= 31 ? static_cast<int>(number->value) : 0;
    return is_day(day) ? std::optional{at + number->token_count} : std::nullopt;
}

/// The next day of a range or list: -5, /5, إلى 5, و5, والخامس. Returns the token after it.
std::optional<std::size_t> ArabicGrammar::further_day(std::size_t at, int& day) const {
    std::size_t second = at;
    const auto number = m_reader.number(at);
    bool added = number && number->ordinal && text::has_clitic(number->clitics, text::Clitic::waw);
    if (m_reader.is_mark(at, "-") || m_reader.is_mark(at, "/")) {
        second = at + 1;
        added = true;
    } else if (const auto until = m_reader.find(at, Word::until)) {
        second = until->next;
        added = true;
    } else if (const auto also = m_reader.find(at, Word::conjunction)) {
        second = also->next;
        added = true;
    }
    return added ? plain_day(second, day) : std::nullopt;
}

/// Further days behind the first, before the same month: 3-5 مايو, 3/4 مايو, 2 و3 و4 مايو, الثالث والخامس من مايو.
std::size_t ArabicGrammar::last_of_days(std::size_t at, Expression& expression) const {
    constexpr int most = 6;
    int last = expression.day;
    std::size_t behind = at;
    for (int further = 0; further < most; ++further) {
        int day = 0;
        const auto next = further_day(behind, day);
        if (!next || day <= last) {
            break;
        }
        last = day;
        behind = *next;
    }
    if (behind == at) {
        return at;
    }
    const std::size_t end = behind;
    if (const auto of = m_reader.find(behind, Word::of)) {
        behind = of->next;
    }
    Expression trial = expression;
    const auto demonstrated = m_reader.find(behind, Word::demonstrative);
    const auto noun = unit_noun(demonstrated ? demonstrated->next : behind);
    if (!month_names(behind, trial) && !(noun && noun->unit == Unit::month && noun->definite)) {
        return at;
    }
    expression.last_day = last;
    return end;
}

/// A day of a month, or several: 17, الـ26, السادس والعشرين, 3-5.
std::optional<std::size_t> ArabicGrammar::days(std::size_t at, Expression& expression) const {
    const auto article = m_reader.find(at, Word::article);
    const bool joined = article && article->next < m_reader.limit() && !m_reader.token(article->next).space_before;
    const std::size_t first = joined ? article->next : at;
    const auto number = m_reader.number(first);
    const auto value = number ? number->whole() : std::nullopt;
    if (!value || !is_day(static_cast<int>(std::min<std::int64_t>(*value, 99)))) {
        return std::nullopt;
    }
    const bool long_digits = number->digits && m_reader.document().strict(m_reader.token(first)).size() > 2;
    const bool tens = !number->digits && (*value == 20 || *value == 30) && // العشرين من مايو
                      text::has_clitic(number->clitics, text::Clitic::article);
    if (long_digits || (!number->digits && !number->ordinal && !tens)) {
        return std::nullopt;
    }
    expression.day = static_cast<int>(*value);
    return last_of_days(first + number->token_count, expression);
}

/// The second name of a month named twice: يونيو/حزيران, يونيو (حزيران), اب أغسطس.
std::optional<std::size_t> ArabicGrammar::second_month_name(std::size_t at, Expression& expression) const {
    std::size_t position = at;
    const bool bracket = m_reader.is_mark(at, "(");
    const bool joined = m_reader.is_mark(at, "/") || m_reader.is_mark(at, "-") || m_reader.is_mark(at, "\\");
    if (bracket || joined) {
        ++position;
    }
    const auto second = m_reader.find(position, Word::month);
    if (!second || second->entry.clitics != text::Clitic::none) {
        return std::nullopt;
    }
    if (bracket && !m_reader.is_mark(second->next, ")")) {
        return std::nullopt;
    }
    if (!bracket && !joined && second->value() != expression.month) {
        return std::nullopt;
    }
    if (second->value() != expression.month) {
        const bool first_is_levant = expression.other_month != 0;
        expression.other_month = first_is_levant ? expression.month : second->value();
        expression.month = first_is_levant ? second->value() : expression.month;
    } else {
        expression.other_month = 0;
    }
    return second->next + (bracket ? 1 : 0);
}

/// A month under one or both of its names. Where they disagree, the eastern one gives way.
std::optional<std::size_t> ArabicGrammar::month_names(std::size_t at, Expression& expression) const {
    std::size_t position = at;
    if (const auto unit = m_reader.find(at, Word::unit); unit && static_cast<Unit>(unit->value()) == Unit::month) {
        position = unit->next; // شهر يوليو
    }
    if (const auto hijri = m_reader.find(position, Word::hijri_month)) {
        expression.hijri = true;
        expression.month = hijri->value();
        return hijri->next;
    }
    const auto first = m_reader.find(position, Word::month);
    if (!first) {
        return std::nullopt;
    }
    expression.month = first->value();
    expression.other_month = first->entry.has(Flag::levant) ? -1 : 0;
    const auto second = second_month_name(first->next, expression);
    if (!second) {
        expression.other_month = 0;
    }
    return second.value_or(first->next);
}

/// What follows a month.
ArabicGrammar::Tail ArabicGrammar::month_tail(std::size_t at, Expression& expression) const {
    if (const auto next = year_phrase(at, expression)) {
        return {*next, true};
    }
    if (const auto word = relation(at, expression)) {
        return {word->next, true};
    }
    std::size_t position = at;
    if (const auto of = m_reader.find(at, Word::of)) {
        position = of->next;
    } else if (m_reader.is_mark(at, ",")) { // في ديسمبر، العام الماضي
        ++position;
    }
    const auto demonstrated = m_reader.find(position, Word::demonstrative);
    const auto same_before = m_reader.find(position, Word::same); // من نفس العام
    if (demonstrated || same_before) {
        position = same_before ? same_before->next : demonstrated->next;
    }
    if (!m_reader.is(position, Word::unit)) {
        return {at, false};
    }
    const auto noun = unit_noun(position);
    if (!noun || noun->unit != Unit::year || !noun->definite) {
        return {at, false};
    }
    Expression year = expression;
    const auto word = relation(noun->next, year);
    if (word) { // 22 مارس العام الماضي
        expression.year_relation = year.relation;
        return {word->next, true};
    }
    if (position == at) {
        return {at, false};
    }
    if (demonstrated || same_before) {
        expression.year_relation = same_before ? Relation::same : Relation::current;
        return {noun->next, true};
    }
    if (const auto same = m_reader.find(noun->next, Word::same)) {
        expression.year_relation = Relation::same;
        return {same->next, true};
    }
    return {at, false};
}

/// الشهر الماضي, هذا الشهر, الشهر نفسه behind a day.
std::optional<std::size_t> ArabicGrammar::related_month(std::size_t at, Expression& expression) const {
    const auto demonstrated = m_reader.find(at, Word::demonstrative);
    const auto same_before = m_reader.find(at, Word::same);
    const std::size_t position = same_before ? same_before->next : demonstrated ? demonstrated->next : at;
    const auto noun = unit_noun(position);
    if (!noun || noun->unit != Unit::month || !noun->definite) {
        return std::nullopt;
    }
    expression.shape = Shape::calendar;
    expression.day_of_month = true;
    expression.relation = same_before ? Relation::same : Relation::current;
    if (const auto word = relation(noun->next, expression)) {
        return word->next;
    }
    if (const auto same = m_reader.find(noun->next, Word::same)) {
        expression.relation = Relation::same;
        return same->next;
    }
    return demonstrated || same_before ? std::optional{noun->next} : std::nullopt;
}

/// The end of a range over two months: 28 فبراير إلى 3 مارس 2024. A year stands once, behind the second.
std::size_t ArabicGrammar::day_of_next_month(std::size_t at, Expression& expression) const {
    auto until = m_reader.find(at, Word::until);
    if (!until && m_reader.before(expression.tokens.begin, Word::between)) { // بين 28 فبراير و3 مارس
        until = m_reader.find(at, Word::conjunction);
    }
    if (!until || expression.last_day != 0 || expression.year != 0 || expression.hijri) {
        return at;
    }
    Expression last = Reader::start(at, 0, Shape::calendar);
    const auto next = days(until->next, last);
    const auto of = next ? m_reader.find(*next, Word::of) : std::nullopt;
    const auto end = next ? month_names(of ? of->next : *next, last) : std::nullopt;
    if (!end || last.last_day != 0 || last.hijri || last.month == expression.month) {
        return at;
    }
    const Tail tail = month_tail(*end, last);
    expression.last_day = last.day;
    expression.last_month = last.month;
    expression.year = last.year;
    expression.relation = last.relation;
    expression.year_relation = last.year_relation;
    return tail.next;
}

/// 17 تموز/يوليو 2014, السادس والعشرين من الشهر الماضي. Returns the token after it.
std::optional<std::size_t> ArabicGrammar::day_of_month(std::size_t at, Expression& expression) const {
    if (at >= m_reader.limit()) {
        return std::nullopt;
    }
    Expression trial = expression;
    auto position = days(at, trial);
    if (!position) {
        return std::nullopt;
    }
    if (const auto of = m_reader.find(*position, Word::of)) {
        position = of->next;
    } else if (m_reader.is_mark(*position, "/") || m_reader.is_mark(*position, "-")) {
        ++*position;
    }
    if (const auto next = month_names(*position, trial)) {
        trial.shape = Shape::calendar;
        const Tail tail = month_tail(*next, trial);
        const auto name = m_reader.find(*position, Word::hijri_month);
        if (name && name->entry.has(Flag::figure) && !tail.any) {
            return std::nullopt; // 2-صفر is a score
        }
        expression = trial;
        return day_of_next_month(tail.next, expression);
    }
    auto next = related_month(*position, trial);
    next = next ? next : month_by_relation(at, *position, trial);
    if (next) {
        expression = trial;
    }
    return next;
}

/// 23 الجاري, الـ15 من الجاري: the month is not named. Of past and coming ones only behind في or a weekday.
std::optional<std::size_t> ArabicGrammar::month_by_relation(std::size_t day, std::size_t at,
                                                            Expression& expression) const {
    Expression trial = expression;
    const auto word = m_reader.digits(day) || m_reader.is(day, Word::article) ? relation(at, trial) : std::nullopt;
    const bool introduced = m_reader.before(day, Word::in) || expression.weekday != 0;
    if (!word || trial.anchored || (trial.relation != Relation::current && !introduced)) {
        return std::nullopt;
    }
    expression = trial;
    expression.shape = Shape::calendar;
    expression.day_of_month = true;
    return word->next;
}

std::optional<Expression> ArabicGrammar::day_number(std::size_t at) const {
    const auto number = m_reader.number(at);
    if (!number) {
        return std::nullopt;
    }
    Expression expression = Reader::start(at, number->source_begin, Shape::calendar);
    const auto next = day_of_month(at, expression);
    if (!next) {
        return std::nullopt;
    }
    m_reader.finish(expression, *next);
    return expression;
}

bool ArabicGrammar::month_is_cued(const Hit& hit, bool tail) const {
    if (!hit.entry.has(Flag::cued) || tail) {
        return true;
    }
    const auto unit = m_reader.before(hit.token, Word::unit);
    if ((unit && static_cast<Unit>(unit->value()) == Unit::month) || m_reader.before(hit.token, Word::edge)) {
        return true;
    }
    // Behind في the spelling decides between آب and the town of إب.
    const std::string_view key = m_reader.document().strict(m_reader.token(hit.token));
    return m_reader.before(hit.token, Word::in) && !key.starts_with("\xD8\xA5");
}

/// A month without a day, or a range of months.
std::optional<Expression> ArabicGrammar::month(const Hit& hit) const {
    Expression expression = m_reader.start(hit, Shape::calendar);
    auto next = month_names(hit.token, expression);
    if (!next || hit.entry.definite()) {
        return std::nullopt;
    }
    const bool twice = *next != hit.next;
    if (const auto until = m_reader.find(*next, Word::until)) {
        Expression last = expression;
        if (const auto end = month_names(until->next, last)) {
            expression.last_month = last.month;
            next = end;
        }
    } else if (m_reader.before(hit.token, Word::between)) {
        const auto end = m_reader.find(*next, Word::month);
        if (end && end->entry.added()) { // بين يناير ومارس
            expression.last_month = end->value();
            next = end->next;
        }
    }
    if (const auto date = m_reader.is_mark(*next, "(") ? m_reader.numeric_date(*next + 1, false) : std::nullopt;
        date && m_reader.is_mark(date->next, ")")) { // شباط (28 / 2 / 1945)
        take(*date, expression);
        m_reader.finish(expression, date->next + 1);
        return expression;
    }
    const Tail tail = month_tail(*next, expression);
    if (!month_is_cued(hit, tail.any || twice || expression.last_month != 0)) {
        return std::nullopt;
    }
    m_reader.finish(expression, tail.next);
    return expression;
}

/// Islamic months are names and words as well: only behind شهر, or with an Islamic year or a relation.
std::optional<Expression> ArabicGrammar::hijri_month(const Hit& hit) const {
    if (m_reader.before(hit.token, Word::person)) {
        return std::nullopt;
    }
    Expression expression = m_reader.start(hit, Shape::calendar);
    expression.month = hit.value();
    const Tail tail = month_tail(hit.next, expression);
    const auto unit = m_reader.before(hit.token, Word::unit);
    const bool after_month = unit && static_cast<Unit>(unit->value()) == Unit::month;
    const bool year = expression.year != 0 && (expression.hijri || expression.year < 1500);
    const bool related = expression.relation != Relation::none && hit.value() == 9;
    expression.hijri = true;
    const bool fasting = hit.value() == 9 && m_reader.before(hit.token, Word::in); // في رمضان
    if (!after_month && !year && !related && !fasting) {
        return std::nullopt;
    }
    m_reader.finish(expression, tail.next);
    return expression;
}

} // namespace yaqut::dates
