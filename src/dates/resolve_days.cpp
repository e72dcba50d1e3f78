// SPDX-License-Identifier: Apache-2.0
#include "dates/resolver.hpp"

#include <cstdlib>

namespace yaqut::dates {

namespace {

constexpr int days_per_week = 7;

std::string unknown_weekday(int weekday) { return "XXXX-WXX-" + std::to_string(weekday); }

void settle(Timex& timex, const std::optional<Date>& day) {
    values::set_day(timex, day);
    timex.value = day ? to_iso_string(*day) : "XXXX-XX-XX";
}

} // namespace

/// "Last Monday": the Monday three or more days back, or a week back on a Monday; a day after a Monday it is the one
/// before, since that Monday would be "yesterday"; two days after, both are meant.
void Resolver::last_weekday(const Expression& expression, const Context& context, Timex& timex) const {
    const auto recent = weekday_before(*m_dct, expression.weekday);
    const int back = recent ? days_between(*recent, *m_dct) : 0;
    const auto earlier = recent ? add_days(*recent, -days_per_week) : std::nullopt;
    if (!recent || !earlier) {
        settle(timex, std::nullopt);
        return;
    }
    if (back <= 1) {
        settle(timex, earlier);
        if (back == 1) {
            timex.candidates = {to_iso_string(*earlier), to_iso_string(*recent)};
        }
        return;
    }
    if (back > 2 || context.names_two_days_ago || expression.part != Part::none) {
        settle(timex, recent);
        if (back == 2) {
            timex.candidates = {to_iso_string(*recent), to_iso_string(*earlier)};
        }
        return;
    }
    timex.range = DateRange{*earlier, *recent, DatePrecision::range};
    timex.value = to_iso_string(*earlier) + '/' + to_iso_string(*recent);
    timex.candidates = {to_iso_string(*recent), to_iso_string(*earlier)};
}

/// A weekday without a relation: the tense decides, where it is sure enough.
void Resolver::bare_weekday(const Expression& expression, const Context& context, Timex& timex) const {
    const auto past = weekday_before(*m_dct, expression.weekday);
    const auto next = weekday_after(*m_dct, expression.weekday);
    if (!past || !next) {
        settle(timex, past ? past : next);
        return;
    }
    // Nearly all bare weekdays are of the last days: a weak cue does not move one by five days or more.
    constexpr int far = 5;
    const int ahead = days_between(*m_dct, *next);
    if (expression.tense == Tense::future && !(expression.weak_tense && ahead >= far)) {
        settle(timex, next);
        return;
    }
    // News is rarely six days old, but a day of publication in GMT is often a day early for those who write.
    const bool tomorrow = ahead == 1 && context.stamped_early;
    settle(timex, tomorrow ? next : past);
    constexpr int soon = 2;
    if (tomorrow) {
        timex.candidates = {to_iso_string(*next), to_iso_string(*past)};
    } else if (ahead <= soon && expression.tense != Tense::past) { // a meeting on Saturday, written on Friday
        timex.candidates = {to_iso_string(*past), to_iso_string(*next)};
    }
}

void Resolver::weekday(const Expression& expression, const Context& context, Timex& timex) const {
    if (!m_dct) {
        timex.value = unknown_weekday(expression.weekday);
        return;
    }
    if (expression.anchored && expression.unit == Unit::week) { // Monday of last week
        const int weeks = expression.relation == Relation::past ? -1 : expression.relation == Relation::future ? 1 : 0;
        settle(timex, add_days(*m_dct, weeks * days_per_week + expression.weekday - iso_weekday(*m_dct)));
        return;
    }
    place_weekday(expression, context, timex);
    const auto day = expression.eve && expression.last_weekday == 0 && timex.range ? timex.range->first : std::nullopt;
    const auto eve = day ? add_days(*day, -1) : std::nullopt;
    if (eve && day == timex.range->last) {
        timex.note = "the night of the day, or the one before it";
        timex.candidates = {to_iso_string(*day), to_iso_string(*eve)};
    }
}

void Resolver::place_weekday(const Expression& expression, const Context& context, Timex& timex) const {
    switch (expression.relation) {
    case Relation::past:
        if (expression.further) {
            settle(timex, weekday_before(*m_dct, expression.weekday, days_per_week + 1));
        } else {
            last_weekday(expression, context, timex);
        }
        break;
    case Relation::future: settle(timex, weekday_after(*m_dct, expression.weekday, 1)); break;
    case Relation::current: // of this week
        expression.tense == Tense::unknown ? settle(timex, nearest_weekday(*m_dct, expression.weekday))
                                           : bare_weekday(expression, context, timex);
        break;
    default: bare_weekday(expression, context, timex); break;
    }
}

void Resolver::offset(const Expression& expression, const Context& context, Timex& timex) const {
    if (expression.anchored) { // ليلا: of the day that the text has named last
        const auto day = context.day ? context.day : m_dct;
        if (day) {
            settle(timex, day);
            timex.basis = context.day ? TimexBasis::expression : TimexBasis::dct;
        } else {
            timex.value = "XXXX-XX-XX";
        }
        return;
    }
    const auto day = m_dct ? add_days(*m_dct, expression.offset) : std::nullopt;
    if (!m_dct) {
        timex.value = expression.weekday != 0 ? unknown_weekday(expression.weekday) : "XXXX-XX-XX";
        return;
    }
    if (day && expression.weekday != 0 && iso_weekday(*day) != expression.weekday) {
        // Copy is reprinted a day late: the weekday is the surer of the two.
        const auto by_weekday = nearest_weekday(*day, expression.weekday);
        settle(timex, by_weekday);
        if (by_weekday) {
            timex.note = "weekday and day disagree";
            timex.candidates = {to_iso_string(*by_weekday), to_iso_string(*day)};
        }
        return;
    }
    settle(timex, day);
}

void Resolver::same(const Expression& expression, const Context& context, Timex& timex) const {
    const auto day = context.day || expression.offset != 0 ? context.day : m_dct;
    if (!day) {
        timex.value = "XXXX-XX-XX";
        values::leave_open(timex, "no day named before");
        return;
    }
    timex.basis = context.day ? TimexBasis::expression : TimexBasis::dct;
    if (expression.yearly) {
        timex.value = "XXXX" + to_iso_string(*day).substr(4);
        timex.dates_events = false;
        values::leave_open(timex, "a day of every year");
        return;
    }
    if (expression.year != 0) {
        const YearMonth month = month_of(*day);
        settle(timex, make_date(expression.year, month.month, static_cast<int>(static_cast<unsigned>(day->day()))));
        return;
    }
    settle(timex, add_days(*day, expression.offset));
}

void Resolver::clock(const Expression& expression, const Context& context, Timex& timex) const {
    const std::string time = "T" + values::padded(expression.hour, 2) + ':' + values::padded(expression.minute, 2) +
                             (expression.universal ? "Z" : "");
    timex.dates_events = false; // the day is said elsewhere, or is a guess
    // The report of a day goes on in the next sentence; farther days are only mentioned.
    constexpr int recent = 3;
    const int back = context.day && m_dct ? days_between(*context.day, *m_dct) : -1;
    const bool of_text =
        context.day && (context.day_in_sentence || (context.day_is_near && back >= 0 && back <= recent));
    const auto day = of_text ? context.day : m_dct;
    if (!day || expression.yearly) {
        timex.value = time;
        values::leave_open(timex, m_dct ? "a time of any day" : "no publication date");
        return;
    }
    timex.value = to_iso_string(*day) + time;
    timex.basis = of_text ? TimexBasis::expression : TimexBasis::dct;
    values::set_day(timex, day);
}

void Resolver::reference(const Expression& expression, Timex& timex) const {
    constexpr int vague_days = 30;
    timex.value = expression.offset < 0 ? "PAST_REF" : expression.offset > 0 ? "FUTURE_REF" : "PRESENT_REF";
    timex.dates_events = !expression.anchored;
    if (!m_dct) {
        return;
    }
    const auto first = expression.offset < 0 ? add_days(*m_dct, -vague_days) : m_dct;
    const auto last = expression.offset > 0 ? add_days(*m_dct, vague_days) : m_dct;
    if (first && last) {
        timex.range = DateRange{*first, *last, expression.offset == 0 ? DatePrecision::ongoing : DatePrecision::vague};
    }
}

void Resolver::frequency(const Expression& expression, Timex& timex) const {
    timex.type = TimexType::set;
    timex.dates_events = false;
    timex.value = expression.weekday != 0 ? unknown_weekday(expression.weekday)
                                          : values::duration(expression.unit, expression.count, false);
    values::leave_open(timex, "a repeated time");
}

} // namespace yaqut::dates
