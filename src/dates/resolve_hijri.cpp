// SPDX-License-Identifier: Apache-2.0
#include "dates/resolver.hpp"

namespace yaqut::dates {

/// Islamic dates give the Gregorian days; their year may have to be found as well.
void Resolver::hijri(const Expression& expression, Timex& timex) const {
    int year = expression.year;
    if (year == 0) {
        const auto today = m_dct ? to_hijri(*m_dct) : std::nullopt;
        if (!today) {
            timex.value = "XXXX-XX-XX";
            return;
        }
        const int months = expression.month - today->month;
        constexpr int half = 6;
        year = today->year + (months > half ? -1 : months < -half ? 1 : 0);
        year = expression.relation == Relation::past && months >= 0     ? today->year - 1
               : expression.relation == Relation::future && months <= 0 ? today->year + 1
                                                                        : year;
    } else {
        timex.basis = TimexBasis::explicit_date;
    }
    timex.note = "Umm al-Qura calendar: a day more or less";
    if (expression.day != 0) {
        const auto day = from_hijri({year, expression.month, expression.day});
        values::set_day(timex, day);
        timex.value = day ? to_iso_string(*day) : "XXXX-XX-XX";
        return;
    }
    const auto days = days_of_hijri(year, expression.month);
    values::set_days(timex, days, DatePrecision::range);
    timex.value = days ? to_iso_string(days->first) + '/' + to_iso_string(days->second) : "XXXX";
}

} // namespace yaqut::dates
