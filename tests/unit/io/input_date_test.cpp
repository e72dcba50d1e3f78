// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "io/input_date.hpp"

using namespace yaqut;

namespace {

std::string day(std::string_view text) {
    const auto date = io::parse_input_date(text);
    return date ? to_iso_string(*date) : "none";
}

} // namespace

TEST_CASE("input date: the forms of feeds and archives") {
    CHECK(day("2021-05-09") == "2021-05-09");
    CHECK(day(" 2021-05-09T23:59:59+03:00 ") == "2021-05-09");
    CHECK(day("2021-05-09 08:00") == "2021-05-09");
    CHECK(day("2021/05/09") == "2021-05-09");
    CHECK(day("20210509") == "2021-05-09");
    CHECK(day("20210509T080000Z") == "2021-05-09");
    CHECK(day("Sun, 09 May 2021 23:30:00 -0500") == "2021-05-09");
    CHECK(day("9 May 2021") == "2021-05-09");
    CHECK(day("2021.05.09") == "2021-05-09");
    CHECK(day("2021-05-09Z") == "2021-05-09");
    CHECK(day("2021-05-09+04:00") == "2021-05-09");
    CHECK(day("May 9, 2021") == "2021-05-09");
    CHECK(day("September 13, 2018 10:30") == "2018-09-13");
    CHECK(day("13/07/2016") == "2016-07-13");
    CHECK(day("13-7-2016 10:30") == "2016-07-13");
    CHECK(day("1620518400") == "2021-05-09");
    CHECK(day("1620518400123") == "2021-05-09");
}

TEST_CASE("input date: what would have to be guessed, and what is no day") {
    for (const char* text :
         {"",          "-",           "03/04/2021", "3.4.2021",    "2021-13-01", "2021-02-29",  "2021-05",
          "2021",      "May 2021",    "yesterday",  "2021-05-09x", "2021-05/09", "99999999",    "9 Mayo",
          "09 May 21", "12/07/2016",  "13/07/16",   "13/13/2016",  "May 9",      "May 2021, 9", "12345678901",
          "2021-5-9",  "-2021-05-09", "+021-05-09", ", , ,"}) {
        CHECK_MESSAGE(day(text) == "none", text);
    }
}
