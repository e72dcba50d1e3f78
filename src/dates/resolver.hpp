// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "core/date.hpp"
#include "core/timex.hpp"
#include "dates/calendar.hpp"
#include "dates/expression.hpp"

namespace yaqut::dates {

/// What the article has said so far, for expressions that are counted from it.
struct Context {
    std::optional<Date> day; ///< last day that was named
    std::optional<int> year; ///< last year that was named
    bool day_in_sentence = false;
    bool day_is_near = false; ///< named in this sentence or the one before it
    bool year_in_sentence = false;
    /// Days that other expressions of the article name surely; decides "last Monday" two days after a Monday.
    bool names_two_days_ago = false;
    bool stamped_early = false; ///< the day of publication is a day before that of the writer
};

/// Places expressions on the calendar, from the day of publication when it is known.
class Resolver {
  public:
    explicit Resolver(std::optional<Date> dct) : m_dct(dct) {}

    /// Fills value, range, basis and the rest; span and tokens are taken over. Expressions in the order of the text.
    [[nodiscard]] Timex resolve(const Expression& expression, const Context& context) const;

    /// Is the value of this expression surely one day, whatever else the article says?
    [[nodiscard]] static bool is_plain_day(const Expression& expression);

  private:
    // resolve_days.cpp
    void weekday(const Expression& expression, const Context& context, Timex& timex) const;
    void place_weekday(const Expression& expression, const Context& context, Timex& timex) const;
    void bare_weekday(const Expression& expression, const Context& context, Timex& timex) const;
    void last_weekday(const Expression& expression, const Context& context, Timex& timex) const;
    void offset(const Expression& expression, const Context& context, Timex& timex) const;
    void same(const Expression& expression, const Context& context, Timex& timex) const;
    void clock(const Expression& expression, const Context& context, Timex& timex) const;
    void reference(const Expression& expression, Timex& timex) const;
    void frequency(const Expression& expression, Timex& timex) const;

    // resolve_calendar.cpp
    void calendar(const Expression& expression, const Context& context, Timex& timex) const;
    void day_of_related_month(const Expression& expression, const Context& context, Timex& timex) const;
    [[nodiscard]] bool without_year(const Expression& expression, Timex& timex) const;
    void hijri(const Expression& expression, Timex& timex) const;
    void open_calendar(const Expression& expression, Timex& timex) const;
    void years(const Expression& expression, Timex& timex) const;
    void part_of_year(const Expression& expression, int year, Timex& timex) const;
    static void months(const Expression& expression, int year, Timex& timex);
    static void part_of_month(const Expression& expression, Days month, Timex& timex);
    static void days(const Expression& expression, int year, Timex& timex);
    static void tell_conflict(const Expression& expression, Date day, Timex& timex);
    [[nodiscard]] std::optional<int> year_of(const Expression& expression, const Context& context) const;
    [[nodiscard]] std::optional<int> year_of_weekday(const Expression& expression) const;
    [[nodiscard]] int year_by_relation(const Expression& expression) const;
    [[nodiscard]] int year_by_tense(const Expression& expression, int past, int future) const;
    [[nodiscard]] int year_of_season(const Expression& expression) const;

    // resolve_periods.cpp
    void period(const Expression& expression, const Context& context, Timex& timex) const;
    static void whole_unit(const Expression& expression, Date base, Date day, Timex& timex);
    [[nodiscard]] static int step_of_period(const Expression& expression, Date base);
    void recent(const Expression& expression, Timex& timex) const;
    void distance(const Expression& expression, const Context& context, Timex& timex) const;
    void stretch(const Expression& expression, DatePrecision precision, Timex& timex) const;
    void point_in_time(const Expression& expression, Date from, Timex& timex) const;
    void duration(const Expression& expression, Timex& timex) const;

    std::optional<Date> m_dct;
};

/// Helpers of the resolver's parts.
namespace values {

[[nodiscard]] std::string padded(int value, std::size_t width);
[[nodiscard]] std::string month(YearMonth month);
[[nodiscard]] std::string week(IsoWeek week);
/// "2018-Q1", "2018-H2"; the unit is a quarter or half of a year, `which` counts from 1.
[[nodiscard]] std::string part_of_year(int year, Unit unit, int which);
[[nodiscard]] std::optional<Days> days_of_part(int year, Unit unit, int which);
/// "TEV" and the like; empty for Part::none.
[[nodiscard]] std::string_view part(Part part);
/// "P3D", "PT48H", "PXW" (count 0), "P18M" (a year and a half).
[[nodiscard]] std::string duration(Unit unit, int count, bool half);

void set_days(Timex& timex, const std::optional<Days>& days, DatePrecision precision);
void set_day(Timex& timex, const std::optional<Date>& day);
/// Nothing to put on the calendar.
void leave_open(Timex& timex, std::string_view why);

} // namespace values

} // namespace yaqut::dates
