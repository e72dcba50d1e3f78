// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace yaqut {

/// A calendar day, proleptic Gregorian, without a time zone: the day as the article counts it.
using Date = std::chrono::year_month_day;

/// "2016-07-13". Years 1 to 9999 only.
[[nodiscard]] std::string to_iso_string(Date date);

/// Accepts YYYY-MM-DD, optionally followed by 'T' or ' ' and a time, which is ignored.
/// nullopt when it is anything else or no real day (2023-02-30) or outside years 1 to 9999.
[[nodiscard]] std::optional<Date> parse_iso_date(std::string_view text);

/// The day `days` later (earlier when negative); nullopt when that leaves years 1 to 9999.
[[nodiscard]] std::optional<Date> add_days(Date date, int days);

/// Whole days from `first` to `last`.
[[nodiscard]] int days_between(Date first, Date last);

/// ISO weekday, Monday 1 to Sunday 7.
[[nodiscard]] int iso_weekday(Date date);

} // namespace yaqut
