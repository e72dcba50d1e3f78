// SPDX-License-Identifier: Apache-2.0
#include "dates/arabic_grammar.hpp"

#include <algorithm>

namespace yaqut::dates {

namespace {

/// Nothing is counted in these.
bool is_no_measure(Unit unit) { return unit == Unit::weekend || unit == Unit::quarter || unit == Unit::half_year; }

} // namespace

/// One noun of time: its unit and number, without what counts it.
std::optional<Quantity> ArabicGrammar::unit_noun(std::size_t at) const {
    for (const Word word : {Word::unit, Word::dual, Word::plural}) {
        const auto hit = m_reader.find(at, word);
        if (!hit || hit->entry.added() || is_no_measure(unit_of(*hit))) {
            continue;
        }
        Quantity quantity;
        quantity.unit = unit_of(*hit);
        quantity.count = word == Word::unit ? 1 : word == Word::dual ? 2 : 0;
        quantity.dual = word == Word::dual;
        quantity.definite = hit->entry.definite();
        quantity.begin = at;
        quantity.next = hit->next;
        return quantity;
    }
    return std::nullopt;
}

/// What may stand behind a counted noun: واحد, قليلة, ونصف العام.
void ArabicGrammar::extend(Quantity& quantity) const {
    const auto one = quantity.counted ? std::nullopt : m_reader.number(quantity.next);
    if (one && quantity.count == 1 && one->value == 1.0 && !one->ordinal) {
        quantity.next += one->token_count;
        quantity.counted = true;
    }
    if (const auto few = m_reader.find(quantity.next, Word::few)) {
        quantity.next = few->next;
        quantity.counted = true;
    }
    const auto half = m_reader.number(quantity.next);
    if (!half || half->value != 0.5 || !text::has_clitic(half->clitics, text::Clitic::waw)) {
        return;
    }
    quantity.half = true;
    quantity.next += half->token_count;
    if (const auto again = unit_noun(quantity.next); again && again->definite && again->unit == quantity.unit) {
        quantity.next = again->next;
    }
}

/// The noun behind a number: a count is no year of a law (القانون 106 لسنة 2011), no ordinal, no fraction.
bool ArabicGrammar::count_by(const lexicon::Number& number, Quantity& quantity) const {
    const auto whole = number.whole();
    const auto noun = m_reader.find(quantity.begin, Word::unit);
    const bool joined = noun && text::has_clitic(noun->entry.clitics, text::Clitic::lam);
    if (!whole || *whole < 1 || *whole > largest_count || number.ordinal || joined) {
        return false;
    }
    quantity.count = static_cast<int>(*whole);
    quantity.counted = true;
    return true;
}

/// ثلاثة أيام, بضع ساعات, عامين, أيام قليلة; when governed by a preposition also a bare أسبوع or أيام.
std::optional<Quantity> ArabicGrammar::quantity(std::size_t at, bool governed) const {
    if (at >= m_reader.limit()) {
        return std::nullopt;
    }
    const auto more = m_reader.find(at, Word::more_than);
    const std::size_t first = more ? more->next : at;
    const auto some = m_reader.find(first, Word::some);
    const auto number = some ? std::nullopt : m_reader.number(first);
    auto quantity = unit_noun(some ? some->next : number ? first + number->token_count : first);
    if (!quantity || (more && quantity->definite)) { // حوالي الساعة الخامسة
        return std::nullopt;
    }
    if (number && !count_by(*number, *quantity)) {
        return std::nullopt;
    }
    constexpr double few = 10; // ثلاثة الأيام الماضية; but "25 thousand last year" (ألف العام الماضي) counts no years
    if (number && quantity->definite && !number->digits && number->value > few &&
        !text::has_clitic(number->clitics, text::Clitic::article)) {
        return std::nullopt;
    }
    if (some) {
        quantity->count = 0;
        quantity->counted = true;
    }
    quantity->begin = at;
    extend(*quantity);
    const bool counted_from = m_reader.is(quantity->next, Word::of);
    // عقد is "decade" and "concluding": alone it is counted from something, بعد عقد من, or is more than one.
    const bool decade = quantity->unit == Unit::decade && quantity->count == 1 && !quantity->counted;
    if (decade && !counted_from && !(more && governed)) {
        return std::nullopt;
    }
    const bool some_of = quantity->count == 0 && !quantity->definite && counted_from;
    const bool stands_alone = some_of || quantity->counted || quantity->half || quantity->dual || more.has_value();
    return stands_alone || governed ? quantity : std::nullopt;
}

/// The last three days, recent weeks: الأيام الثلاثة الماضية, اليومين الأخيرين.
std::optional<Expression> ArabicGrammar::recent_units(const Hit& hit) const {
    if (!hit.entry.definite()) {
        return std::nullopt;
    }
    Expression expression = m_reader.start(hit, Shape::recent);
    expression.unit = unit_of(hit);
    expression.count = hit.entry.word == Word::dual ? 2 : 0;
    std::size_t position = hit.next;
    const auto article = m_reader.find(position, Word::article); // الأيام الـ3 الماضية
    position = article ? article->next : position;
    if (const auto number = m_reader.number(position);
        number && !number->ordinal && number->digits == article.has_value()) {
        const auto whole = number->whole();
        if (whole && *whole >= 1 && *whole <= largest_count) {
            expression.count = static_cast<int>(*whole);
            position += number->token_count;
        }
    }
    const auto few = m_reader.find(position, Word::few);
    if (few) {
        position = few->next;
    }
    const auto word = relation(position, expression);
    if (word) {
        position = word->next;
        if (const auto behind = m_reader.find(position, Word::few); behind && behind->entry.definite()) {
            position = behind->next;
        }
    } else if (!few) {
        return std::nullopt;
    } else {
        expression.shape = Shape::duration;
    }
    m_reader.finish(expression, position);
    return expression;
}

/// A dual or plural noun of time without a number before it.
std::optional<Expression> ArabicGrammar::units(const Hit& hit) const {
    if (auto recent = recent_units(hit)) {
        return recent;
    }
    if (auto months = first_months(hit)) {
        return months;
    }
    const bool after_lam = text::has_clitic(hit.entry.clitics, text::Clitic::lam);
    const auto amount = quantity(hit.token, after_lam || m_reader.before(hit.token, Word::lasting));
    if (!amount || hit.entry.definite() || is_age(*amount)) {
        return std::nullopt;
    }
    // يومي السبت والأحد: the pair only introduces the days.
    if (m_reader.is(amount->next, Word::weekday) || m_reader.digits(amount->next)) {
        return std::nullopt;
    }
    Expression expression = m_reader.start(hit, Shape::duration);
    take(*amount, expression);
    m_reader.finish(expression, amount->next);
    return expression;
}

/// البالغ من العمر 75 عاما, (75 عاما), تحت 20 سنة: no time that anything took.
bool ArabicGrammar::is_age(const Quantity& amount) const {
    constexpr std::size_t reach = 5; // أعمارهم بين 11 إلى 25 عاما
    if (amount.unit != Unit::year) {
        return false;
    }
    for (std::size_t back = 1; back <= reach && amount.begin >= m_reader.begin() + back; ++back) {
        const auto word = m_reader.find(amount.begin - back, Word::aged);
        if (word && (word->value() == 0 || back == 1)) { // تحت means an age only right before the number
            return true;
        }
    }
    if (amount.begin <= m_reader.begin()) {
        return false;
    }
    const bool bracketed = m_reader.is_mark(amount.begin - 1, "(") && m_reader.is_mark(amount.next, ")");
    const bool between_commas = m_reader.is_mark(amount.begin - 1, ",") && m_reader.is_mark(amount.next, ",");
    return bracketed || (between_commas && amount.count > 0); // الضحية، 29 عاما، قتلت
}

/// A counted span of time that stands by itself, or counts back from now: الـ48 ساعة الماضية.
std::optional<Expression> ArabicGrammar::counted_units(std::size_t at, std::uint32_t source_begin) const {
    const auto amount = quantity(at, false);
    if (!amount || is_age(*amount)) {
        return std::nullopt;
    }
    Expression expression = Reader::start(at, source_begin, Shape::duration);
    take(*amount, expression);
    std::size_t end = amount->next;
    if (const auto word = relation(end, expression)) {
        expression.shape = Shape::recent;
        end = word->next;
    }
    m_reader.finish(expression, end);
    return expression;
}

/// لليوم السابع على التوالي: seven days by now.
std::optional<Expression> ArabicGrammar::running_unit(const Hit& hit) const {
    constexpr int longest = 100;
    const auto number =
        text::has_clitic(hit.entry.clitics, text::Clitic::lam) ? m_reader.number(hit.next) : std::nullopt;
    if (!number || !number->ordinal || number->value < 2 || number->value > longest) {
        return std::nullopt;
    }
    Expression expression = m_reader.start(hit, Shape::duration);
    expression.unit = unit_of(hit);
    expression.count = static_cast<int>(number->value);
    expression.running = true;
    m_reader.finish(expression, hit.next + number->token_count);
    return expression;
}

/// منذ 2011, منذ الجمعة: the span excludes the preposition.
std::optional<Expression> ArabicGrammar::since_point(const Hit& hit) const {
    const bool another = m_reader.is(hit.next, Word::since) || m_reader.is(hit.next, Word::ago);
    if (hit.next >= m_reader.limit() || another) { // a chain of prepositions must not make a chain of calls
        return std::nullopt;
    }
    auto point = at(hit.next);
    if (point) {
        point->since = true;
    }
    return point;
}

/// تمكنوا قبل يومين من السيطرة على: the verb asks for من.
bool ArabicGrammar::takes_of(std::size_t at) const {
    constexpr std::size_t reach = 7;
    for (std::size_t back = 1; back <= reach && at >= m_reader.begin() + back; ++back) {
        if (m_reader.token(at - back).kind == text::TokenKind::punct) {
            return false;
        }
        if (m_reader.is(at - back, Word::takes_of)) {
            return true;
        }
    }
    return false;
}

/// منذ أسبوع, قبل ثلاث سنوات. قبل ثلاثة أيام من الحادث is counted from the event, not from today.
std::optional<Expression> ArabicGrammar::distance(const Hit& hit, bool ago, bool since) const {
    const auto amount = quantity(hit.next, true);
    if (!amount || amount->definite || m_reader.year(amount->next)) {
        return since ? since_point(hit) : std::nullopt;
    }
    if (amount->count == 1 && (any_day(hit.next) || m_reader.is(amount->next, Word::month))) {
        return since ? since_point(hit) : std::nullopt; // منذ يوم الجمعة، منذ شهر مايو
    }
    Expression expression = m_reader.start(hit, Shape::distance);
    expression.ahead = !ago;
    expression.since = since;
    take(*amount, expression);
    expression.anchored = !since && m_reader.is(amount->next, Word::of) && !(ago && takes_of(hit.token));
    m_reader.finish(expression, amount->next);
    return expression;
}

/// بعد ساعات, بعد أسبوع من الهجوم.
std::optional<Expression> ArabicGrammar::after(const Hit& hit) const {
    const auto amount = quantity(hit.next, true);
    const auto noun = m_reader.before(hit.token, Word::unit);
    if (!amount || amount->definite || any_day(hit.next) || m_reader.year(amount->next) ||
        (amount->unit == Unit::month && amount->count == 1 && m_reader.is(amount->next, Word::month))) {
        return std::nullopt;
    }
    if (noun && unit_of(*noun) == amount->unit && amount->count == 1) {
        return std::nullopt; // يوما بعد يوم
    }
    Expression expression = m_reader.start(hit, Shape::distance);
    expression.ahead = true;
    take(*amount, expression);
    expression.anchored = m_reader.is(amount->next, Word::of) || m_reader.is(amount->next, Word::after);
    m_reader.finish(expression, amount->next);
    return expression;
}

/// خلال أسبوع, في غضون 48 ساعة. خلال الأسبوع الماضي is the week itself.
std::optional<Expression> ArabicGrammar::during(const Hit& hit) const {
    const auto amount = quantity(hit.next, true);
    if (!amount || amount->definite || m_reader.year(amount->next)) {
        return std::nullopt;
    }
    Expression relative = m_reader.start(hit, Shape::duration);
    if (relation(amount->next, relative) || any_day(hit.next) || m_reader.is(amount->next, Word::month)) {
        return std::nullopt;
    }
    take(*amount, relative);
    relative.during = true;
    m_reader.finish(relative, amount->next);
    return relative;
}

/// لمدة شهر: the span excludes the preposition.
std::optional<Expression> ArabicGrammar::lasting(const Hit& hit) const {
    const auto amount = any_day(hit.next) ? std::nullopt : quantity(hit.next, true);
    if (!amount || amount->definite || m_reader.year(amount->next) || amount->next == hit.next) {
        return std::nullopt;
    }
    const std::uint32_t begin = m_reader.token(hit.next).span.begin;
    Expression expression = Reader::start(hit.next, begin, Shape::duration);
    take(*amount, expression);
    if (relation(amount->next, expression)) {
        return std::nullopt;
    }
    m_reader.finish(expression, amount->next);
    return expression;
}

/// كل يوم, كل جمعة, كل ثلاثة أشهر.
std::optional<Expression> ArabicGrammar::every(const Hit& hit) const {
    Expression expression = m_reader.start(hit, Shape::frequency);
    std::size_t position = hit.next;
    const auto noun = m_reader.find(position, Word::unit);
    const std::size_t name = noun ? noun->next : position;
    auto day = m_reader.find(name, Word::each_weekday);
    day = day ? day : m_reader.find(name, Word::weekday);
    if (day) {
        expression.weekday = day->value();
        m_reader.finish(expression, day->next);
        return expression;
    }
    if (const auto part = m_reader.find(position, Word::part)) { // كل ليلة
        expression.unit = Unit::day;
        expression.count = 1;
        return m_reader.finished(expression, part->next);
    }
    const auto amount = quantity(position, true);
    if (!amount || amount->definite) {
        return std::nullopt;
    }
    expression.unit = amount->unit;
    expression.count = std::max(amount->count, 1);
    m_reader.finish(expression, amount->next);
    return expression;
}

} // namespace yaqut::dates
