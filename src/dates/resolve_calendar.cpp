// SPDX-License-Identifier: Apache-2.0
#include "dates/resolver.hpp"

#include <algorithm>
#include <cstdlib>

namespace yaqut::dates {

namespace {

constexpr int months_per_year = 12;
// Days that "beginning", "middle" and "end" of a month mean.
constexpr int end_of_beginning = 10;
constexpr int end_of_middle = 20;
// A year between these, named without an era, is an Islamic one in the news of today.
constexpr int first_islamic_year = 1400;
constexpr int last_islamic_year = 1460;

bool is_at_start(Edge edge) { return edge == Edge::start || edge == Edge::early; }
bool is_at_end(Edge edge) { return edge == Edge::end || edge == Edge::late; }

/// The part of the days that an edge takes; `precision` becomes range when it takes any.
Days cut(Days days, Edge edge, DatePrecision& precision) {
    if (edge == Edge::none) {
        return days;
    }
    const int size = days_between(days.first, days.second) + 1;
    const bool is_month = size <= 31 && size >= 28;
    const int first_cut = is_month ? end_of_beginning : size / 4;
    const int second_cut = is_month ? end_of_middle : size - size / 4;
    precision = DatePrecision::range;
    if (is_at_start(edge)) {
        return {days.first, *add_days(days.first, std::max(first_cut - 1, 0))};
    }
    if (is_at_end(edge)) {
        return {*add_days(days.first, std::min(second_cut, size - 1)), days.second};
    }
    return {*add_days(days.first, std::min(first_cut, size - 1)), *add_days(days.first, std::max(second_cut - 1, 0))};
}

std::string season_value(int year, int season) {
    constexpr std::string_view names[] = {"", "SP", "SU", "FA", "WI"};
    return values::padded(year, 4) + '-' + std::string(names[season]);
}

/// Spring is March to May, winter December to February of the next year.
std::optional<Days> days_of_season(int year, int season) {
    const YearMonth first{year, season * 3};
    const auto begin = days_of(first);
    const auto end = days_of(add_months(first, 2));
    return begin && end ? std::optional{Days{begin->first, end->second}} : std::nullopt;
}

} // namespace

int Resolver::year_by_relation(const Expression& expression) const {
    const int year = static_cast<int>(m_dct->year());
    const int month = static_cast<int>(static_cast<unsigned>(m_dct->month()));
    const int day = static_cast<int>(static_cast<unsigned>(m_dct->day()));
    const bool has_day = expression.day != 0;
    // Of the expression to today: negative when it lies before today within this year.
    const int months = expression.month - month;
    const bool before = months < 0 || (months == 0 && has_day && expression.day < day);
    const bool after = months > 0 || (months == 0 && has_day && expression.day > day);
    switch (expression.relation) {
    case Relation::past: return before ? year : year - 1;
    case Relation::future: return after ? year : year + 1;
    case Relation::current: {
        constexpr int half = months_per_year / 2;
        return months > half ? year - 1 : months < -half ? year + 1 : year;
    }
    default: break;
    }
    if (expression.since) {
        return after ? year - 1 : year;
    }
    return before  ? year_by_tense(expression, year, year + 1)
           : after ? year_by_tense(expression, year - 1, year)
                   : year;
}

/// One of two years, the first of which puts the expression into the past and the second into the future. The verb
/// decides, unless that leads far away while the other side is near: news speaks of what is close.
int Resolver::year_by_tense(const Expression& expression, int past, int future) const {
    constexpr int any_day = 15;
    constexpr int very_near = 31;
    constexpr int near = 60;
    constexpr int rather_near = 90;
    const int day = expression.day != 0 ? std::min(expression.day, 28) : any_day;
    const auto earlier = make_date(past, expression.month, day);
    const auto later = make_date(future, expression.month, day);
    if (!earlier || !later) {
        return earlier ? past : future;
    }
    const int back = days_between(*earlier, *m_dct);
    const int ahead = days_between(*m_dct, *later);
    switch (expression.tense) {
    case Tense::future: return back <= near ? past : future;
    case Tense::past: return ahead <= very_near ? future : past;
    default: return ahead <= rather_near ? future : past;
    }
}

/// The year around publication in which the day falls on the stated weekday, the nearest one.
std::optional<int> Resolver::year_of_weekday(const Expression& expression) const {
    std::optional<int> best;
    int best_distance = 0;
    const int year = static_cast<int>(m_dct->year());
    for (int candidate = year - 1; candidate <= year + 1; ++candidate) {
        const auto day = make_date(candidate, expression.month, expression.day);
        if (!day || iso_weekday(*day) != expression.weekday) {
            continue;
        }
        const int distance = std::abs(days_between(*day, *m_dct));
        if (!best || distance < best_distance) {
            best = candidate;
            best_distance = distance;
        }
    }
    return best;
}

int Resolver::year_of_season(const Expression& expression) const {
    const int year = static_cast<int>(m_dct->year());
    const auto days = expression.season != 0 ? days_of_season(year, expression.season)
                                             : values::days_of_part(year, expression.unit, expression.quarter);
    switch (expression.relation) {
    case Relation::past: return days && days->second < *m_dct ? year : year - 1;
    case Relation::future: return days && days->first > *m_dct ? year : year + 1;
    default: return year;
    }
}

std::optional<int> Resolver::year_of(const Expression& expression, const Context& context) const {
    if (expression.year != 0) {
        return expression.year;
    }
    if (expression.year_relation == Relation::same && context.year) {
        return context.year;
    }
    if (!m_dct) {
        return std::nullopt;
    }
    const int year = static_cast<int>(m_dct->year());
    switch (expression.year_relation) {
    case Relation::past: return year - 1;
    case Relation::current: return year;
    case Relation::future: return year + 1;
    default: break;
    }
    if (expression.season != 0 || expression.quarter != 0) {
        return year_of_season(expression);
    }
    if (expression.weekday != 0 && expression.day != 0) {
        if (const auto by_weekday = year_of_weekday(expression)) {
            return by_weekday;
        }
    }
    return year_by_relation(expression);
}

/// Two names of a month, or a weekday beside a date, that disagree: the date stands, the other reading is told.
void Resolver::tell_conflict(const Expression& expression, Date day, Timex& timex) {
    if (expression.other_month > 0) {
        timex.note = "two month names disagree";
        if (const auto other = make_date(static_cast<int>(day.year()), expression.other_month, expression.day)) {
            timex.candidates = {timex.value, to_iso_string(*other)};
        }
        return;
    }
    if (expression.weekday == 0 || iso_weekday(day) == expression.weekday) {
        return;
    }
    timex.note = "weekday and date disagree";
    if (const auto other = nearest_weekday(day, expression.weekday)) {
        timex.candidates = {timex.value, to_iso_string(*other)};
    }
}

void Resolver::days(const Expression& expression, int year, Timex& timex) {
    // In "28 December to 3 January 2024" the year is that of the end.
    const bool over_new_year = expression.last_month != 0 && expression.last_month < expression.month;
    const int first_year = over_new_year && expression.year != 0 ? year - 1 : year;
    const auto first = make_date(first_year, expression.month, expression.day);
    if (!first) {
        timex.value = values::month({first_year, expression.month});
        values::leave_open(timex, "no such day");
        return;
    }
    const int last_month = expression.last_month != 0 ? expression.last_month : expression.month;
    const auto last = expression.last_day != 0
                          ? make_date(first_year + (over_new_year ? 1 : 0), last_month, expression.last_day)
                          : std::nullopt;
    if (last && *last > *first) {
        timex.value = to_iso_string(*first) + '/' + to_iso_string(*last);
        values::set_days(timex, Days{*first, *last}, DatePrecision::range);
        return;
    }
    timex.value = to_iso_string(*first);
    values::set_day(timex, first);
    tell_conflict(expression, *first, timex);
}

/// The first to fourth seven days of a month, or its last seven; or one of its halves.
void Resolver::part_of_month(const Expression& expression, Days month, Timex& timex) {
    constexpr int week = 7;
    constexpr int last_one = 5;
    constexpr int half = 15;
    if (expression.unit == Unit::half_year) {
        const bool second = expression.count == 2;
        const Days days{second ? *add_days(month.first, half) : month.first,
                        second ? month.second : *add_days(month.first, half - 1)};
        timex.value = to_iso_string(days.first) + '/' + to_iso_string(days.second);
        values::set_days(timex, days, DatePrecision::range);
        return;
    }
    const auto first = expression.count == last_one ? add_days(month.second, 1 - week)
                                                    : add_days(month.first, week * (expression.count - 1));
    const auto last = first ? add_days(*first, week - 1) : std::nullopt;
    if (!first || !last) {
        values::leave_open(timex, "outside the calendar");
        return;
    }
    timex.value = to_iso_string(*first) + '/' + to_iso_string(*last);
    values::set_days(timex, Days{*first, *last}, DatePrecision::week);
}

void Resolver::months(const Expression& expression, int year, Timex& timex) {
    const YearMonth first{year, expression.month};
    timex.value = values::month(first);
    auto days = days_of(first);
    DatePrecision precision = DatePrecision::month;
    if (expression.count > 0 && days) {
        part_of_month(expression, *days, timex);
        return;
    }
    if (expression.last_month != 0 && days) {
        const YearMonth last{expression.last_month < expression.month ? year + 1 : year, expression.last_month};
        const auto end = days_of(last);
        timex.value += '/' + values::month(last);
        days = end ? std::optional{Days{days->first, end->second}} : std::nullopt;
        precision = DatePrecision::range;
    } else if (days) {
        days = cut(*days, expression.edge, precision);
    }
    values::set_days(timex, days, precision);
    if (expression.other_month > 0) {
        timex.note = "two month names disagree";
        timex.candidates = {timex.value, values::month({year, expression.other_month})};
    }
}

void Resolver::years(const Expression& expression, Timex& timex) const {
    DatePrecision precision = DatePrecision::year;
    const int last = expression.last_year != 0 ? expression.last_year : expression.year;
    auto days = days_of_year(expression.year, last);
    timex.value = values::padded(expression.year, 4);
    if (expression.last_year != 0) {
        precision = DatePrecision::range;
        const int size = last - expression.year;
        const std::string decade = timex.value.substr(0, 3) + 'X';
        timex.value = size == 9 && expression.unit == Unit::decade ? decade
                      : size == 99                                 ? timex.value.substr(0, 2)
                                                                   : timex.value + '/' + values::padded(last, 4);
    }
    if (days) {
        days = cut(*days, expression.edge, precision);
    }
    if (expression.last_year == 0 && expression.edge == Edge::start) {
        timex.value += "-01";
    }
    values::set_days(timex, days, precision);
}

void Resolver::part_of_year(const Expression& expression, int year, Timex& timex) const {
    if (expression.season != 0) {
        timex.value = season_value(year, expression.season);
        values::set_days(timex, days_of_season(year, expression.season), DatePrecision::range);
        return;
    }
    timex.value = values::part_of_year(year, expression.unit, expression.quarter);
    values::set_days(timex, values::days_of_part(year, expression.unit, expression.quarter), DatePrecision::range);
}

/// الـ26 من الشهر الماضي.
void Resolver::day_of_related_month(const Expression& expression, const Context& context, Timex& timex) const {
    const bool same = expression.relation == Relation::same;
    const auto base = same ? context.day : m_dct;
    timex.basis = same ? TimexBasis::expression : TimexBasis::dct;
    if (!base) {
        if (same) {
            values::leave_open(timex, "no date named before");
        }
        timex.value = expression.day != 0 ? "XXXX-XX-" + values::padded(expression.day, 2) : "XXXX-XX";
        return;
    }
    const int step = expression.relation == Relation::past ? -1 : expression.relation == Relation::future ? 1 : 0;
    const YearMonth month = add_months(month_of(*base), step);
    Expression dated = expression;
    dated.month = month.month;
    dated.other_month = 0;
    dated.day != 0 ? days(dated, month.year, timex) : months(dated, month.year, timex);
}

/// A date without its year and without a day of publication.
void Resolver::open_calendar(const Expression& expression, Timex& timex) const {
    timex.value = "XXXX";
    if (expression.season != 0) {
        timex.value += season_value(0, expression.season).substr(4);
    } else if (expression.quarter != 0) {
        timex.value += values::part_of_year(0, expression.unit, expression.quarter).substr(4);
    } else {
        timex.value += '-' + values::padded(expression.month, 2);
        if (expression.day != 0) {
            timex.value += '-' + values::padded(expression.day, 2);
        } else if (expression.last_month != 0) {
            timex.value += "/XXXX-" + values::padded(expression.last_month, 2);
        }
    }
}

/// What no single year can be found for; false: it has one.
bool Resolver::without_year(const Expression& expression, Timex& timex) const {
    constexpr int last_islamic = 1600;
    const bool islamic_year = expression.year >= first_islamic_year && expression.year <= last_islamic_year;
    if ((expression.hijri && expression.year < last_islamic) || (islamic_year && expression.month == 0)) {
        hijri(expression, timex);
        return true;
    }
    if (expression.before_era) {
        timex.value = "BC" + values::padded(expression.year, 4);
        timex.dates_events = false;
        values::leave_open(timex, "before the common era");
        return true;
    }
    if (expression.yearly) {
        open_calendar(expression, timex);
        timex.dates_events = false;
        values::leave_open(timex, "a time of every year");
    }
    return expression.yearly;
}

void Resolver::calendar(const Expression& expression, const Context& context, Timex& timex) const {
    if (expression.day_of_month) {
        day_of_related_month(expression, context, timex);
        return;
    }
    if (without_year(expression, timex)) {
        return;
    }
    const auto year = year_of(expression, context);
    if (!year) {
        open_calendar(expression, timex);
        return;
    }
    timex.basis = expression.year_relation == Relation::same ? TimexBasis::expression
                  : expression.year != 0                     ? TimexBasis::explicit_date
                                                             : TimexBasis::dct;
    if (expression.season != 0 || expression.quarter != 0) {
        part_of_year(expression, *year, timex);
    } else if (expression.month == 0) {
        years(expression, timex);
    } else if (expression.day == 0) {
        months(expression, *year, timex);
    } else {
        days(expression, *year, timex);
    }
}

} // namespace yaqut::dates
