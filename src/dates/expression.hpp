// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "core/span.hpp"
#include "dates/vocabulary.hpp"

namespace yaqut::dates {

/// What a time expression says, before it is placed on the calendar.
enum class Shape : std::uint8_t {
    weekday,   ///< Tuesday, last Tuesday; from one weekday's night to the next
    offset,    ///< yesterday, perhaps with its weekday
    calendar,  ///< day, month, year, season or quarter, as far as given; or a range of them
    period,    ///< last week, this year
    recent,    ///< the last three days, the coming weeks
    distance,  ///< three days ago, in two weeks
    duration,  ///< for three days
    frequency, ///< daily, every Friday
    clock,     ///< a time of day without a day
    reference, ///< now, recently
    same,      ///< the same day, this day in history
};

enum class Relation : std::uint8_t { none, past, current, future, same };
enum class Tense : std::uint8_t { unknown, past, future };

/// A time expression as read from the text. Zero stands for "not said" in all numbers.
struct Expression {
    TokenRange tokens;
    TextSpan span;
    Shape shape = Shape::calendar;
    Relation relation = Relation::none;
    Relation year_relation = Relation::none; ///< December of last year
    Tense tense = Tense::unknown;            ///< of the words around it
    bool weak_tense = false;                 ///< the cue for it is weak or far
    Unit unit = Unit::day;
    Part part = Part::none;
    Edge edge = Edge::none;
    int weekday = 0;
    int last_weekday = 0; ///< of a night between two days
    int day = 0;
    int last_day = 0;
    int month = 0;
    int last_month = 0;
    int other_month = 0; ///< second name that disagrees with the first
    int year = 0;
    int last_year = 0;
    int season = 0;  ///< 1 (spring) to 4
    int quarter = 0; ///< 1 to 4, or 1 to 2 of half years: `unit` says which
    int count = 0;   ///< of units; 0: an unknown number
    int offset = 0;  ///< days from today, or from the day that the text named last
    int hour = -1;   ///< -1: not said
    int minute = 0;
    bool day_of_month = false; ///< a day of a month that `relation` names: الـ26 من الشهر الماضي
    bool hijri = false;
    bool before_era = false;
    bool short_year = false; ///< a year of two digits
    bool half = false;       ///< and a half
    bool since = false;      ///< منذ: from then on
    bool ahead = false;      ///< distance into the future
    bool anchored = false;   ///< counted from another event: three days after the vote
    bool during = false;
    bool commemorates = false;
    bool from_today = false; ///< a date beside a word for a day counted from today, `offset` days away
    bool in_lead = false;    ///< in the article's first sentences
    bool yearly = false;     ///< of no single year or day: this day in history, in winter
    bool further = false;    ///< the one before the last
    bool eve = false;        ///< ليلة: of the day, or the one that leads to it
    bool universal = false;  ///< a clock time in GMT
    bool running = false;    ///< for the third day: the unit of that number is today's
};

} // namespace yaqut::dates
