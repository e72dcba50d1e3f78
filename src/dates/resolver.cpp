// SPDX-License-Identifier: Apache-2.0
#include "dates/resolver.hpp"

#include <array>

namespace yaqut::dates {

namespace values {

std::string padded(int value, std::size_t width) {
    const std::string digits = std::to_string(value);
    return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

std::string month(YearMonth month) { return padded(month.year, 4) + '-' + padded(month.month, 2); }

std::string week(IsoWeek week) { return padded(week.year, 4) + "-W" + padded(week.week, 2); }

std::string part_of_year(int year, Unit unit, int which) {
    return padded(year, 4) + (unit == Unit::quarter ? "-Q" : "-H") + std::to_string(which);
}

std::optional<Days> days_of_part(int year, Unit unit, int which) {
    const int months = unit == Unit::quarter ? 3 : 6;
    const auto begin = days_of(YearMonth{year, months * (which - 1) + 1});
    const auto end = days_of(YearMonth{year, months * which});
    return begin && end ? std::optional{Days{begin->first, end->second}} : std::nullopt;
}

std::string_view part(Part part) {
    // TIMEX3 has no dawn: it is morning.
    constexpr std::array<std::string_view, 8> names{"", "TMO", "TMO", "TMI", "TAF", "TEV", "TNI", "T00:00"};
    return names[static_cast<std::size_t>(part)];
}

std::string duration(Unit unit, int count, bool half) {
    if (half && unit == Unit::year && count > 0) {
        return "P" + std::to_string(count * 12 + 6) + "M";
    }
    if (half && unit == Unit::month && count > 0) {
        constexpr int days_of_month = 30;
        return "P" + std::to_string(count * days_of_month + days_of_month / 2) + "D";
    }
    if (half && unit == Unit::hour && count > 0) {
        return "PT" + std::to_string(count * 60 + 30) + "M";
    }
    constexpr std::array<std::string_view, 12> prefixes{"PT", "PT", "PT", "P", "P", "P", "P", "P", "P", "P", "P", "P"};
    constexpr std::array<std::string_view, 12> letters{"S", "M", "H", "D", "W", "M", "Y", "DE", "C", "Q", "WE", "H"};
    const auto index = static_cast<std::size_t>(unit);
    const std::string number = count > 0 ? std::to_string(count) : "X";
    return std::string(prefixes[index]) + number + std::string(letters[index]);
}

void set_days(Timex& timex, const std::optional<Days>& days, DatePrecision precision) {
    if (!days) {
        leave_open(timex, "outside the calendar");
        return;
    }
    timex.range = DateRange{days->first, days->second, precision};
}

void set_day(Timex& timex, const std::optional<Date>& day) {
    if (!day) {
        leave_open(timex, "no such day");
        return;
    }
    timex.range = DateRange{*day, *day, DatePrecision::day};
}

void leave_open(Timex& timex, std::string_view why) {
    timex.range.reset();
    timex.basis = TimexBasis::none;
    timex.why_open = why;
}

} // namespace values

bool Resolver::is_plain_day(const Expression& expression) {
    const bool bare = expression.relation == Relation::none && !expression.anchored;
    return (expression.shape == Shape::weekday && bare) || expression.shape == Shape::offset;
}

Timex Resolver::resolve(const Expression& expression, const Context& context) const {
    Timex timex;
    timex.span = expression.span;
    timex.tokens = expression.tokens;
    timex.since = expression.since;
    timex.type = expression.part != Part::none || expression.hour >= 0 ? TimexType::time : TimexType::date;
    timex.basis = TimexBasis::dct;
    switch (expression.shape) {
    case Shape::weekday: weekday(expression, context, timex); break;
    case Shape::offset: offset(expression, context, timex); break;
    case Shape::calendar: calendar(expression, context, timex); break;
    case Shape::period: period(expression, context, timex); break;
    case Shape::recent: recent(expression, timex); break;
    case Shape::distance: distance(expression, context, timex); break;
    case Shape::duration: duration(expression, timex); break;
    case Shape::frequency: frequency(expression, timex); break;
    case Shape::clock: clock(expression, context, timex); break;
    case Shape::reference: reference(expression, timex); break;
    case Shape::same: same(expression, context, timex); break;
    }
    if (expression.part != Part::none && expression.hour < 0) {
        timex.value += values::part(expression.part);
    }
    if (!timex.range && timex.why_open.empty()) {
        values::leave_open(timex, "no publication date");
    }
    if (expression.commemorates) {
        timex.dates_events = false;
        timex.note = "commemoration";
    }
    return timex;
}

} // namespace yaqut::dates
