// SPDX-License-Identifier: Apache-2.0
#include "dates/resolver.hpp"

#include <algorithm>

namespace yaqut::dates {

namespace {

constexpr int days_per_week = 7;
constexpr int some_days = 7;   ///< "the last days"
constexpr int vague_days = 30; ///< "days ago", "recently"
constexpr int some_weeks = 8;
constexpr int some_months = 12;
constexpr int some_years = 10;

int step_of(Relation relation) { return relation == Relation::past ? -1 : relation == Relation::future ? 1 : 0; }

/// The day `count` units before or after; hours and minutes stay within a day of it.
std::optional<Date> moved(Date day, Unit unit, int count) {
    constexpr int months_per_year = 12;
    switch (unit) {
    case Unit::second:
    case Unit::minute: return day;
    case Unit::hour: return add_days(day, count / 24);
    case Unit::day: return add_days(day, count);
    case Unit::week: return add_days(day, count * days_per_week);
    case Unit::month: return add_months(day, count);
    case Unit::quarter: return add_months(day, count * 3);
    case Unit::half_year: return add_months(day, count * 6);
    case Unit::year: return add_months(day, count * months_per_year);
    case Unit::decade: return add_months(day, std::clamp(count, -1000, 1000) * months_per_year * 10);
    case Unit::century: return add_months(day, std::clamp(count, -100, 100) * months_per_year * 100);
    case Unit::weekend: return add_days(day, count * days_per_week);
    }
    return std::nullopt;
}

/// How far "some days", "recent years" reach, when the text does not say.
int usual_count(Unit unit) {
    switch (unit) {
    case Unit::hour: return 24;
    case Unit::day: return some_days;
    case Unit::week: return some_weeks;
    case Unit::month: return some_months;
    case Unit::year: return some_years;
    default: return 1;
    }
}

std::string open_period(Unit unit) {
    switch (unit) {
    case Unit::week: return "XXXX-WXX";
    case Unit::weekend: return "XXXX-WXX-WE";
    case Unit::month: return "XXXX-XX";
    case Unit::quarter: return "XXXX-QX";
    case Unit::half_year: return "XXXX-HX";
    case Unit::decade: return "XXXX";
    case Unit::century: return "XX";
    case Unit::year: return "XXXX";
    default: return "XXXX-XX-XX";
    }
}

void edge_of_month(const Expression& expression, Timex& timex) {
    if (expression.edge == Edge::none || !timex.range) {
        return;
    }
    const Date first = *timex.range->first;
    constexpr int third = 10;
    timex.range->precision = DatePrecision::range;
    if (expression.edge == Edge::start || expression.edge == Edge::early) {
        timex.range->last = add_days(first, third - 1);
    } else if (expression.edge == Edge::middle) {
        timex.range = DateRange{add_days(first, third), add_days(first, 2 * third - 1), DatePrecision::range};
    } else {
        timex.range->first = add_days(first, 2 * third);
    }
}

void edge_of_year(const Expression& expression, int year, Timex& timex) {
    if (expression.edge == Edge::none) {
        return;
    }
    const bool start = expression.edge == Edge::start || expression.edge == Edge::early;
    const bool middle = expression.edge == Edge::middle;
    const auto first = make_date(year, start ? 1 : middle ? 5 : 10, 1);
    const auto last = days_of(YearMonth{year, start ? 3 : middle ? 8 : 12});
    if (first && last) {
        timex.range = DateRange{*first, last->second, DatePrecision::range};
    }
    if (expression.edge == Edge::start) {
        timex.value += "-01";
    }
}

void whole_month(const Expression& expression, YearMonth month, Timex& timex) {
    timex.value = values::month(month);
    values::set_days(timex, days_of(month), DatePrecision::month);
    edge_of_month(expression, timex);
}

void whole_week(Date day, Timex& timex) {
    const IsoWeek week = iso_week_of(day);
    timex.value = values::week(week);
    values::set_days(timex, days_of(week), DatePrecision::week);
}

void whole_weekend(Date day, Timex& timex) {
    const IsoWeek week = iso_week_of(day);
    const auto days = days_of(week);
    timex.value = values::week(week) + "-WE";
    const auto friday = days ? add_days(days->second, -2) : std::nullopt; // in Arab countries it begins on Friday
    values::set_days(timex, friday ? std::optional{Days{*friday, days->second}} : std::nullopt, DatePrecision::range);
}

/// The quarter or half of a year around a day.
void whole_part_of_year(Date day, Unit unit, Timex& timex) {
    const YearMonth month = month_of(day);
    const int months = unit == Unit::quarter ? 3 : 6;
    const int which = (month.month - 1) / months + 1;
    timex.value = values::part_of_year(month.year, unit, which);
    values::set_days(timex, values::days_of_part(month.year, unit, which), DatePrecision::range);
}

void whole_years(const Expression& expression, int year, Timex& timex) {
    timex.value = values::padded(year, 4);
    values::set_days(timex, days_of_year(year, year), DatePrecision::year);
    edge_of_year(expression, year, timex);
}

void round_years(int first, int size, Timex& timex) {
    timex.value = values::padded(first, 4).substr(0, size == 10 ? 3 : 2) + (size == 10 ? "X" : "");
    values::set_days(timex, days_of_year(first, first + size - 1), DatePrecision::range);
}

} // namespace

/// How many units from the day that a period is counted from.
int Resolver::step_of_period(const Expression& expression, Date base) {
    constexpr int thursday = 4;
    const bool weekend = expression.unit == Unit::weekend && iso_weekday(base) <= thursday;
    const bool bare = expression.relation == Relation::none && expression.tense != Tense::future;
    const bool reported = expression.relation == Relation::current && expression.tense == Tense::past;
    if (weekend && (bare || reported)) {
        return -1; // "at the weekend", said in the week after it
    }
    return step_of(expression.relation) - (expression.further ? 1 : 0);
}

void Resolver::period(const Expression& expression, const Context& context, Timex& timex) const {
    // "The following year", "the same month" are counted from what the text tells of.
    const bool from_text = expression.relation == Relation::same || expression.anchored;
    auto base = from_text ? context.day : m_dct;
    if (from_text && expression.unit == Unit::year && context.year) {
        base = make_date(*context.year, 1, 1);
    }
    timex.basis = from_text ? TimexBasis::expression : TimexBasis::dct;
    timex.value = open_period(expression.unit);
    if (!base) {
        if (from_text) {
            values::leave_open(timex, "no date named before");
        }
        return;
    }
    const int step = step_of_period(expression, *base);
    if (const auto day = moved(*base, expression.unit, step)) {
        whole_unit(expression, *base, *day, timex);
    } else {
        values::leave_open(timex, "outside the calendar");
    }
}

/// The unit around `day`, which is `step` units from `base`.
void Resolver::whole_unit(const Expression& expression, Date base, Date day, Timex& timex) {
    const int year = static_cast<int>(day.year());
    const YearMonth month = add_months(month_of(base), step_of_period(expression, base));
    switch (expression.unit) {
    case Unit::week: whole_week(day, timex); break;
    case Unit::weekend: whole_weekend(day, timex); break;
    case Unit::month: whole_month(expression, month, timex); break;
    case Unit::year: whole_years(expression, year, timex); break;
    case Unit::decade: round_years(year - year % 10, 10, timex); break;
    case Unit::century: round_years(year - year % 100, 100, timex); break;
    case Unit::quarter:
    case Unit::half_year: whole_part_of_year(day, expression.unit, timex); break;
    case Unit::day:
        timex.value = to_iso_string(day);
        values::set_day(timex, day);
        break;
    default:
        timex.type = TimexType::duration;
        timex.value = values::duration(expression.unit, 1, false);
        values::set_days(timex, Days{std::min(base, day), std::max(base, day)}, DatePrecision::vague);
        break;
    }
}

void Resolver::recent(const Expression& expression, Timex& timex) const {
    const bool known = expression.count > 0;
    const int step = expression.relation == Relation::future ? 1 : -1;
    const int count = known ? expression.count : usual_count(expression.unit);
    timex.value = values::duration(expression.unit, expression.count, false);
    timex.type = known ? TimexType::date : TimexType::duration;
    if (expression.anchored) { // the following five years
        timex.type = TimexType::duration;
        timex.dates_events = false;
        values::leave_open(timex, "counted from another event");
        return;
    }
    if (!m_dct) {
        return;
    }
    const bool hours = expression.unit <= Unit::hour;
    const int length = hours ? std::max(1, expression.unit == Unit::hour ? (count + 23) / 24 : 1) : count;
    const auto far = moved(*m_dct, hours ? Unit::day : expression.unit, step * length);
    if (!far) {
        values::leave_open(timex, "outside the calendar");
        return;
    }
    const Days days{std::min(*far, *m_dct), std::max(*far, *m_dct)};
    values::set_days(timex, days, known ? DatePrecision::range : DatePrecision::vague);
    if (known && !hours) {
        timex.value = to_iso_string(days.first) + '/' + to_iso_string(days.second);
    } else if (hours) {
        timex.type = TimexType::duration;
    }
}

/// "Three days ago" is a day, "two years ago" is a year.
void Resolver::point_in_time(const Expression& expression, Date from, Timex& timex) const {
    const int count = expression.ahead ? expression.count : -expression.count;
    auto day = moved(from, expression.unit, count);
    if (day && expression.half && expression.unit == Unit::year) {
        day = add_months(*day, expression.ahead ? 6 : -6);
    }
    if (!day) {
        timex.value = values::duration(expression.unit, expression.count, expression.half);
        values::leave_open(timex, "outside the calendar");
        return;
    }
    const YearMonth month = month_of(*day);
    switch (expression.unit) {
    case Unit::month:
        timex.value = values::month(month);
        values::set_days(timex, days_of(month), DatePrecision::month);
        break;
    case Unit::year:
        timex.value = values::padded(month.year, 4);
        values::set_days(timex, days_of_year(month.year, month.year), DatePrecision::year);
        break;
    case Unit::decade:
    case Unit::century:
    case Unit::half_year:
    case Unit::quarter: {
        timex.value = values::padded(month.year, 4);
        values::set_days(timex, days_of_year(month.year, month.year), DatePrecision::vague);
        break;
    }
    default:
        timex.value = to_iso_string(*day);
        values::set_day(timex, day);
        timex.range->precision = expression.unit == Unit::week ? DatePrecision::week : DatePrecision::day;
    }
}

void Resolver::distance(const Expression& expression, const Context& context, Timex& timex) const {
    const bool hours = expression.unit <= Unit::hour;
    const bool known = expression.count > 0;
    timex.value = values::duration(expression.unit, expression.count, expression.half);
    const bool from_year = context.year_in_sentence && context.year && !expression.anchored;
    if (expression.ahead && expression.unit == Unit::year && known && from_year) {
        const int year = *context.year + expression.count; // "in 2006 ... two years later"
        timex.basis = TimexBasis::expression;
        timex.value = values::padded(year, 4);
        values::set_days(timex, days_of_year(year, year), DatePrecision::year);
        return;
    }
    const bool to_come = expression.ahead && expression.tense == Tense::future;
    if (expression.anchored || (expression.ahead && !to_come)) {
        timex.type = TimexType::duration;
        timex.dates_events = false;
        values::leave_open(timex, "counted from another event");
        return;
    }
    const bool lasts = expression.since && expression.tense != Tense::past;
    if (hours || !known || lasts) {
        timex.type = TimexType::duration;
    }
    if (!m_dct) {
        return;
    }
    if (known && !hours && !lasts) {
        point_in_time(expression, *m_dct, timex);
        return;
    }
    stretch(expression, lasts && known ? DatePrecision::ongoing : DatePrecision::vague, timex);
}

/// From the far end of the distance to the day of publication, or the other way round.
void Resolver::stretch(const Expression& expression, DatePrecision precision, Timex& timex) const {
    const bool known = expression.count > 0;
    const bool many_days = !known && expression.unit == Unit::day;
    const int count = known ? expression.count : many_days ? vague_days : usual_count(expression.unit);
    const int direction = expression.ahead ? 1 : -1;
    const auto far =
        expression.unit <= Unit::hour ? add_days(*m_dct, direction) : moved(*m_dct, expression.unit, direction * count);
    if (!far) {
        values::leave_open(timex, "outside the calendar");
        return;
    }
    values::set_days(timex, Days{std::min(*far, *m_dct), std::max(*far, *m_dct)}, precision);
}

void Resolver::duration(const Expression& expression, Timex& timex) const {
    timex.type = TimexType::duration;
    timex.dates_events = false;
    timex.value = values::duration(expression.unit, expression.count, expression.half);
    const bool in_days = expression.unit == Unit::day || expression.unit == Unit::week;
    const auto first =
        expression.running && in_days && m_dct ? moved(*m_dct, expression.unit, 1 - expression.count) : std::nullopt;
    if (first) { // for the third day: of the two days before this one, too
        values::set_days(timex, Days{*first, *m_dct}, DatePrecision::ongoing);
    } else {
        values::leave_open(timex, "a duration");
    }
}

} // namespace yaqut::dates
