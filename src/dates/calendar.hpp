// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <utility>

#include "core/date.hpp"

namespace yaqut::dates {

/// First and last day of something, both inclusive.
using Days = std::pair<Date, Date>;

/// The day, when it is real and lies in years 1 to 9999.
[[nodiscard]] std::optional<Date> make_date(int year, int month, int day);

/// 28 to 31. `month` is 1 to 12.
[[nodiscard]] int days_in_month(int year, int month);

/// A month of a year, counted on so that it may leave 1 to 12 and be brought back.
struct YearMonth {
    int year = 0;
    int month = 1;

    friend bool operator==(const YearMonth&, const YearMonth&) = default;
    friend auto operator<=>(const YearMonth&, const YearMonth&) = default;
};

[[nodiscard]] YearMonth month_of(Date date);
[[nodiscard]] YearMonth add_months(YearMonth month, int months);
/// nullopt outside years 1 to 9999, here and below.
[[nodiscard]] std::optional<Days> days_of(YearMonth month);
[[nodiscard]] std::optional<Days> days_of_year(int first_year, int last_year);

/// The same day of another month; the last day there when it is shorter.
[[nodiscard]] std::optional<Date> add_months(Date date, int months);

/// A week as ISO 8601 counts it: Monday to Sunday, week 1 holds the year's first Thursday.
struct IsoWeek {
    int year = 0;
    int week = 1;

    friend bool operator==(const IsoWeek&, const IsoWeek&) = default;
};

[[nodiscard]] IsoWeek iso_week_of(Date date);
[[nodiscard]] std::optional<Days> days_of(IsoWeek week);

/// The last day on or before `date` (at least `least` days back) that is this ISO weekday.
[[nodiscard]] std::optional<Date> weekday_before(Date date, int weekday, int least = 0);
/// The first day on or after `date` (at least `least` days on) that is this ISO weekday.
[[nodiscard]] std::optional<Date> weekday_after(Date date, int weekday, int least = 0);

/// The day nearest to `date` that is this ISO weekday, at most three days off.
[[nodiscard]] std::optional<Date> nearest_weekday(Date date, int weekday);

/// A day of the Islamic calendar (Umm al-Qura). Sightings of the moon may differ by a day.
struct HijriDate {
    int year = 0;
    int month = 1; ///< 1 (Muharram) to 12
    int day = 1;

    friend bool operator==(const HijriDate&, const HijriDate&) = default;
};

/// nullopt for years outside 1 to 1600, for no real month, or when the day is beyond the month's end.
[[nodiscard]] std::optional<Date> from_hijri(HijriDate date);
[[nodiscard]] std::optional<HijriDate> to_hijri(Date date);
/// First and last day of an Islamic month or, with month 0, of an Islamic year.
[[nodiscard]] std::optional<Days> days_of_hijri(int year, int month);

} // namespace yaqut::dates
