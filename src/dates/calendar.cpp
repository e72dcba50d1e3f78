// SPDX-License-Identifier: Apache-2.0
#include "dates/calendar.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>

#include <unicode/calendar.h>
#include <unicode/gregocal.h>

namespace yaqut::dates {

namespace {

constexpr int first_year = 1;
constexpr int last_year = 9999;
constexpr int last_hijri_year = 1600;
constexpr double milliseconds_per_day = 86'400'000.0;

int floor_divide(int value, int divisor) {
    const int quotient = value / divisor;
    return value % divisor < 0 ? quotient - 1 : quotient;
}

/// A calendar of one's own: ICU calendars are mutable, and making one is dear.
icu::Calendar* hijri_calendar() {
    thread_local const std::unique_ptr<icu::Calendar> calendar = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::Calendar> made(icu::Calendar::createInstance(
            icu::TimeZone::getGMT()->clone(), icu::Locale("ar@calendar=islamic-umalqura"), status));
        if (U_FAILURE(status) != 0) {
            made.reset();
        }
        return made;
    }();
    return calendar.get();
}

/// Results of a slow function for the days that a worker asked for last: news name few days of the Islamic calendar,
/// and are published on few.
template <typename Day, typename Result> class Recent {
  public:
    template <typename Make> const Result& of(const Day& day, std::int64_t place, Make&& make) {
        Entry& entry = m_entries[static_cast<std::size_t>(place) % m_entries.size()];
        if (entry.day != day) {
            entry.result = make();
            entry.day = day;
        }
        return entry.result;
    }

  private:
    struct Entry {
        std::optional<Day> day;
        Result result;
    };
    std::array<Entry, 128> m_entries;
};

std::optional<Date> work_out_from_hijri(HijriDate date) {
    icu::Calendar* calendar = hijri_calendar();
    if (calendar == nullptr) {
        return std::nullopt;
    }
    UErrorCode status = U_ZERO_ERROR;
    calendar->clear();
    calendar->set(UCAL_EXTENDED_YEAR, date.year);
    calendar->set(UCAL_MONTH, date.month - 1);
    calendar->set(UCAL_DATE, date.day);
    const UDate time = calendar->getTime(status);
    if (U_FAILURE(status) != 0) {
        return std::nullopt;
    }
    if (calendar->get(UCAL_DATE, status) != date.day) { // a month of 29 days has no 30th
        return std::nullopt;
    }
    const Date unix_epoch{std::chrono::year{1970}, std::chrono::January, std::chrono::day{1}};
    return add_days(unix_epoch, static_cast<int>(time / milliseconds_per_day));
}

std::optional<HijriDate> work_out_hijri(std::chrono::sys_days day) {
    icu::Calendar* calendar = hijri_calendar();
    if (calendar == nullptr) {
        return std::nullopt;
    }
    UErrorCode status = U_ZERO_ERROR;
    calendar->setTime(static_cast<double>(day.time_since_epoch().count()) * milliseconds_per_day, status);
    const HijriDate result{calendar->get(UCAL_EXTENDED_YEAR, status), calendar->get(UCAL_MONTH, status) + 1,
                           calendar->get(UCAL_DATE, status)};
    if (U_FAILURE(status) != 0 || result.year < 1 || result.year > last_hijri_year) {
        return std::nullopt;
    }
    return result;
}

} // namespace

std::optional<Date> make_date(int year, int month, int day) {
    if (year < first_year || year > last_year || month < 1 || month > 12 || day < 1 || day > 31) {
        return std::nullopt;
    }
    const Date date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                    std::chrono::day{static_cast<unsigned>(day)}};
    return date.ok() ? std::optional{date} : std::nullopt;
}

int days_in_month(int year, int month) {
    const std::chrono::year_month_day_last last{
        std::chrono::year{year}, std::chrono::month_day_last{std::chrono::month{static_cast<unsigned>(month)}}};
    return static_cast<int>(static_cast<unsigned>(last.day()));
}

YearMonth month_of(Date date) {
    return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month()))};
}

YearMonth add_months(YearMonth month, int months) {
    constexpr int more_than_all = 240'000;
    if (months > more_than_all || months < -more_than_all) {
        return {0, 1}; // no month of the years 1 to 9999 is that far: days_of() gives nullopt
    }
    const int count = month.year * 12 + (month.month - 1) + months;
    const int year = floor_divide(count, 12);
    return {year, count - year * 12 + 1};
}

std::optional<Days> days_of(YearMonth month) {
    const auto first = make_date(month.year, month.month, 1);
    if (!first) {
        return std::nullopt;
    }
    return Days{*first, *make_date(month.year, month.month, days_in_month(month.year, month.month))};
}

std::optional<Days> days_of_year(int first, int last) {
    const auto begin = make_date(first, 1, 1);
    const auto end = make_date(last, 12, 31);
    if (!begin || !end || first > last) {
        return std::nullopt;
    }
    return Days{*begin, *end};
}

std::optional<Date> add_months(Date date, int months) {
    const YearMonth target = add_months(month_of(date), months);
    const auto days = days_of(target);
    if (!days) {
        return std::nullopt;
    }
    const int day = static_cast<int>(static_cast<unsigned>(date.day()));
    return make_date(target.year, target.month, std::min(day, days_in_month(target.year, target.month)));
}

IsoWeek iso_week_of(Date date) {
    // The Thursday of a week decides which year the week belongs to.
    const std::chrono::sys_days thursday = std::chrono::sys_days{date} + std::chrono::days{4 - iso_weekday(date)};
    const Date in_year{thursday};
    const std::chrono::sys_days january{Date{in_year.year(), std::chrono::January, std::chrono::day{1}}};
    return {static_cast<int>(in_year.year()), static_cast<int>((thursday - january).count() / 7) + 1};
}

std::optional<Days> days_of(IsoWeek week) {
    const auto fourth = make_date(week.year, 1, 4); // always in week 1
    if (!fourth || week.week < 1 || week.week > 53) {
        return std::nullopt;
    }
    const auto monday = add_days(*fourth, 1 - iso_weekday(*fourth) + 7 * (week.week - 1));
    const auto sunday = monday ? add_days(*monday, 6) : std::nullopt;
    if (!sunday || iso_week_of(*monday) != week) {
        return std::nullopt;
    }
    return Days{*monday, *sunday};
}

std::optional<Date> weekday_before(Date date, int weekday, int least) {
    const auto start = add_days(date, -least);
    return start ? add_days(*start, -((iso_weekday(*start) - weekday + 7) % 7)) : std::nullopt;
}

std::optional<Date> weekday_after(Date date, int weekday, int least) {
    const auto start = add_days(date, least);
    return start ? add_days(*start, (weekday - iso_weekday(*start) + 7) % 7) : std::nullopt;
}

std::optional<Date> nearest_weekday(Date date, int weekday) {
    const auto back = weekday_before(date, weekday);
    const auto on = weekday_after(date, weekday);
    if (!back || !on) {
        return back ? back : on;
    }
    return days_between(*back, date) <= days_between(date, *on) ? back : on;
}

std::optional<Date> from_hijri(HijriDate date) {
    if (date.year < 1 || date.year > last_hijri_year || date.month < 1 || date.month > 12 || date.day < 1 ||
        date.day > 30) {
        return std::nullopt;
    }
    thread_local Recent<HijriDate, std::optional<Date>> recent;
    const int place = (date.year * 12 + date.month) * 30 + date.day;
    return recent.of(date, place, [&] { return work_out_from_hijri(date); });
}

std::optional<HijriDate> to_hijri(Date date) {
    thread_local Recent<std::chrono::sys_days, std::optional<HijriDate>> recent;
    const std::chrono::sys_days day{date};
    return recent.of(day, day.time_since_epoch().count(), [&] { return work_out_hijri(day); });
}

std::optional<Days> days_of_hijri(int year, int month) {
    const auto first = from_hijri({year, month == 0 ? 1 : month, 1});
    const bool into_next_year = month == 0 || month == 12;
    const auto next = into_next_year ? from_hijri({year + 1, 1, 1}) : from_hijri({year, month + 1, 1});
    const auto last = next ? add_days(*next, -1) : std::nullopt;
    if (!first || !last) {
        return std::nullopt;
    }
    return Days{*first, *last};
}

} // namespace yaqut::dates
