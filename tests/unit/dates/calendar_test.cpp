// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "dates/calendar.hpp"
#include "dates/dct.hpp"

using namespace yaqut;
using namespace yaqut::dates;

namespace {

Date date(const char* text) { return *parse_iso_date(text); }

std::string from_url(std::string_view url) {
    const auto found = dct_from_url(url);
    return found ? to_iso_string(found->first) + ' ' + found->second : "";
}

} // namespace

TEST_CASE("real days only") {
    CHECK(make_date(2024, 2, 29) == date("2024-02-29"));
    CHECK_FALSE(make_date(2023, 2, 29));
    CHECK_FALSE(make_date(2023, 13, 1));
    CHECK_FALSE(make_date(2023, 0, 1));
    CHECK_FALSE(make_date(0, 1, 1));
    CHECK_FALSE(make_date(10000, 1, 1));
    CHECK(days_in_month(2024, 2) == 29);
    CHECK(days_in_month(1900, 2) == 28);
    CHECK(days_in_month(2000, 2) == 29);
}

TEST_CASE("months are counted across years") {
    CHECK(add_months(YearMonth{2024, 1}, -1) == YearMonth{2023, 12});
    CHECK(add_months(YearMonth{2024, 12}, 1) == YearMonth{2025, 1});
    CHECK(add_months(YearMonth{2024, 4}, -28) == YearMonth{2021, 12});
    CHECK(add_months(date("2024-03-31"), -1) == date("2024-02-29"));
    CHECK(add_months(date("2023-12-31"), 2) == date("2024-02-29"));
    CHECK_FALSE(add_months(date("0001-01-31"), -1));
    CHECK_FALSE(add_months(date("9999-12-31"), 1'000'000'000));
}

TEST_CASE("ISO weeks at the turn of the year") {
    CHECK(iso_week_of(date("2021-01-03")) == IsoWeek{2020, 53});
    CHECK(iso_week_of(date("2018-12-31")) == IsoWeek{2019, 1});
    CHECK(iso_week_of(date("2014-09-03")) == IsoWeek{2014, 36});
    CHECK(days_of(IsoWeek{2014, 35}) == Days{date("2014-08-25"), date("2014-08-31")});
    CHECK(days_of(IsoWeek{2020, 53}) == Days{date("2020-12-28"), date("2021-01-03")});
    CHECK_FALSE(days_of(IsoWeek{2021, 53}));
    CHECK_FALSE(days_of(IsoWeek{2021, 0}));
}

TEST_CASE("weekdays before and after a day") {
    const Date wednesday = date("2016-07-13");
    CHECK(weekday_before(wednesday, 1) == date("2016-07-11"));
    CHECK(weekday_before(wednesday, 3) == wednesday);
    CHECK(weekday_before(wednesday, 3, 1) == date("2016-07-06"));
    CHECK(weekday_after(wednesday, 3) == wednesday);
    CHECK(weekday_after(wednesday, 3, 1) == date("2016-07-20"));
    CHECK(weekday_after(wednesday, 7) == date("2016-07-17"));
    CHECK_FALSE(weekday_before(date("0001-01-01"), 7));
}

TEST_CASE("the Islamic calendar") {
    CHECK(from_hijri({1436, 10, 25}) == date("2015-08-10"));
    CHECK(from_hijri({1445, 1, 1}) == date("2023-07-19"));
    CHECK(to_hijri(date("2015-08-10")) == HijriDate{1436, 10, 25});
    CHECK_FALSE(from_hijri({1436, 13, 1}));
    CHECK_FALSE(from_hijri({0, 1, 1}));
    CHECK_FALSE(from_hijri({1436, 1, 31}));
    const auto ramadan = days_of_hijri(1439, 9);
    REQUIRE(ramadan);
    CHECK(days_between(ramadan->first, ramadan->second) >= 28);
    CHECK(days_between(ramadan->first, ramadan->second) <= 29);
    for (int year = 1300; year <= 1500; year += 7) { // there and back
        for (int month = 1; month <= 12; ++month) {
            const auto day = from_hijri({year, month, 29});
            REQUIRE(day);
            CHECK(to_hijri(*day) == HijriDate{year, month, 29});
        }
    }
}

TEST_CASE("publication date in a web address") {
    CHECK(from_url("https://news.example/2016/7/13/title") == "2016-07-13 url");
    CHECK(from_url("https://news.example/a/2016-07-13-title") == "2016-07-13 url");
    CHECK(from_url("https://news.example/a/20160713/title") == "2016-07-13 url");
    CHECK(from_url("https://news.example/middle-east/article/2024/04/13/title") == "2024-04-13 url");
    CHECK(from_url("https://news.example/2016/07/13/2016-07-13-title") == "2016-07-13 url");
    CHECK(from_url("/2016/07/13") == "2016-07-13 url");
    CHECK(from_url("https://news.example/world/2016/jul/13/title") == "2016-07-13 url");
    CHECK(from_url("https://news.example/2016/July/13/title") == "2016-07-13 url");
    CHECK(from_url("https://news.example/title-13-07-2016.html") == "2016-07-13 url");
    CHECK(from_url("https://news.example/title_20160713.html") == "2016-07-13 url");
    CHECK(from_url("https://news.example/13-july-2016/title") == "2016-07-13 url");
    CHECK(from_url("https://news.example/title-03-07-2016.html").empty());
    CHECK(from_url("https://news.example/2016/junk/13/title").empty());
    CHECK(from_url("https://news.example/2016/13/45/title").empty());
    CHECK(from_url("https://news.example/2016/07/").empty());
    CHECK(from_url("https://news.example/13/7/2016/").empty());
    CHECK(from_url("https://news.example/?date=2016-07-13").empty());
    CHECK(from_url("https://2016-07-13.example/").empty());
    CHECK(from_url("https://news.example/12016/07/13").empty());
    CHECK(from_url("https://news.example/1216/07/13").empty());
    CHECK(from_url("https://news.example/201607131/x").empty());
    CHECK(from_url("https://news.example/2016/07/13/and-2015-01-01").empty());
    CHECK(from_url("").empty());
}
