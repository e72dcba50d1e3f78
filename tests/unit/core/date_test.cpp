// SPDX-License-Identifier: Apache-2.0
#include "core/date.hpp"

#include <doctest/doctest.h>

using namespace yaqut;
using namespace std::chrono;

TEST_CASE("ISO dates are read and written") {
    CHECK(parse_iso_date("2016-07-13") == Date{year{2016}, July, day{13}});
    CHECK(parse_iso_date("2016-07-13T21:00:00+01:00") == Date{year{2016}, July, day{13}});
    CHECK(parse_iso_date("2016-07-13 21:00") == Date{year{2016}, July, day{13}});
    CHECK(to_iso_string(Date{year{16}, July, day{3}}) == "0016-07-03");
}

TEST_CASE("what is no date is no date") {
    for (const char* text : {"", "2016", "2016-07", "2023-02-30", "2016-13-01", "0000-01-01", "2016/07/13", "2016-7-13",
                             "2016-07-1x", "-016-07-13", "2016-07-13x", "yesterday"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_iso_date(text));
    }
}

TEST_CASE("days are added and counted across months, years and leap days") {
    const Date day{year{2016}, February, std::chrono::day{28}};
    CHECK(add_days(day, 1) == Date{year{2016}, February, std::chrono::day{29}});
    CHECK(add_days(day, -59) == Date{year{2015}, December, std::chrono::day{31}});
    CHECK(days_between(day, *add_days(day, 400)) == 400);
}

TEST_CASE("arithmetic stays within years 1 to 9999") {
    CHECK_FALSE(add_days(Date{year{9999}, December, day{31}}, 1));
    CHECK_FALSE(add_days(Date{year{1}, January, day{1}}, -1));
    CHECK_FALSE(add_days(Date{year{2000}, January, day{1}}, 2'000'000'000));
}

TEST_CASE("weekdays count from Monday") {
    CHECK(iso_weekday(Date{year{2016}, July, day{11}}) == 1);
    CHECK(iso_weekday(Date{year{2014}, August, day{31}}) == 7);
}
