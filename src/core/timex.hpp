// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/date.hpp"
#include "core/span.hpp"

namespace yaqut {

/// TIMEX3 type.
enum class TimexType : std::uint8_t { date, time, duration, set };

/// How exactly a date range is known.
enum class DatePrecision : std::uint8_t { day, week, month, year, range, vague, ongoing, unknown };

/// What a value rests on.
enum class TimexBasis : std::uint8_t {
    explicit_date, ///< the text gives it in full
    dct,           ///< relative to the day of publication
    expression,    ///< relative to another expression of the article
    inherited,     ///< taken over from another event
    none,          ///< open: no range
};

[[nodiscard]] std::string_view to_string(TimexType type);          ///< "DATE", "TIME", "DURATION", "SET"
[[nodiscard]] std::string_view to_string(DatePrecision precision); ///< "day" ...
[[nodiscard]] std::string_view to_string(TimexBasis basis);        ///< "explicit", "dct", ...

/// Days from first to last, both inclusive; an open end is nullopt. first <= last when both are there.
struct DateRange {
    std::optional<Date> first;
    std::optional<Date> last;
    DatePrecision precision = DatePrecision::unknown;

    friend bool operator==(const DateRange&, const DateRange&) = default;
};

/// A time expression, resolved as far as the text and the day of publication allow.
struct Timex {
    TextSpan span;
    TokenRange tokens;
    TimexType type = TimexType::date;
    std::string value;              ///< TIMEX3 value: "2014-09-03", "2014-W35", "XXXX-WXX-1", "P2D", "PXD" ...
    std::optional<DateRange> range; ///< nullopt: open, `why_open` says why
    TimexBasis basis = TimexBasis::none;
    std::string_view why_open;           ///< static string: "no publication date", "a duration", "vague" ...
    std::vector<std::string> candidates; ///< other values that fit, most likely first; empty when there is one reading
    std::string_view note; ///< static string: what makes the value less sure, "weekday and date disagree"; else empty
    bool dates_events = true; ///< false for durations, commemorations and the like: never an event's date
    bool since = false;       ///< منذ / since: an open beginning that lasts to the day of publication

    friend bool operator==(const Timex&, const Timex&) = default;
};

} // namespace yaqut
