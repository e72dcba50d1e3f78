// SPDX-License-Identifier: Apache-2.0
// "From Monday to Wednesday", "on Thursday 17 and Friday 18 November", "between 9 October and 15 October 2016": days
// that are the ends of one stretch.
#include <algorithm>

#include "events/dates.hpp"

namespace yaqut::events {

namespace {

constexpr std::uint32_t most_between = 3; ///< tokens between the two
constexpr int longest_pair = 45;          ///< days
constexpr int week = 7;

bool is_one_day(const std::optional<DateRange>& range) {
    return range && range->precision == DatePrecision::day && range->first && range->first == range->last;
}

bool has_digit(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

/// Nothing but "to", "and", a dash and the number of the day stands between the two.
bool DateLinker::are_joined(const Mark& first, const Mark& last) const {
    if (first.sentence != last.sentence || last.tokens.begin > first.tokens.end + most_between ||
        last.tokens.begin < first.tokens.end || !is_one_day(first.range) || !is_one_day(last.range)) {
        return false;
    }
    const text::Document& document = m_text.document();
    // و stands before the expression, in its first word.
    const TextSpan word = document.token(last.tokens.begin).span;
    bool joined = timex_of(last).span.begin > word.begin && document.source(word).starts_with("و");
    bool until = false;
    for (std::uint32_t t = first.tokens.end; t < last.tokens.begin; ++t) {
        const std::string_view text = document.source(document.token(t).span);
        const bool number = t == first.tokens.end && document.token(t).kind == text::TokenKind::number;
        const bool joins = text == "-" || text == "\u2013" || m_text.has(t, Cue::until);
        if (!joins && !number) {
            return false;
        }
        joined |= joins;
        until |= joins && text != "و";
    }
    // "Hearings on 16 April and 7 May": two days, no stretch.
    return joined && (until || days_between(*first.range->first, *last.range->last) <= week);
}

/// The days from one to the other. The first is read from the second when the two do not fit: a weekday of the same
/// week, a day of the same year.
std::optional<DateRange> DateLinker::stretch_of(const Mark& first, const Mark& last) const {
    Date begin = *first.range->first;
    Date end = *last.range->last;
    const bool numbered = has_digit(m_text.document().source(timex_of(first).span));
    const bool weekday = !has_digit(m_text.document().source(timex_of(last).span));
    const int ahead = m_dct ? days_between(*m_dct, end) : 0;
    if (timex_of(first).since && weekday && ahead > 0 && ahead <= week) {
        end = add_days(end, -week).value_or(end); // since Wednesday until Friday: past
    }
    if (numbered && begin > end) {
        begin = end.year() / begin.month() / begin.day();
    } else if (!numbered && (begin > end || days_between(begin, end) > week)) {
        const int back = (iso_weekday(end) - iso_weekday(begin) + week) % week;
        begin = add_days(end, -back).value_or(begin);
    }
    if (!begin.ok() || begin >= end || days_between(begin, end) > longest_pair) {
        return std::nullopt;
    }
    return DateRange{begin, end, DatePrecision::range};
}

void DateLinker::join_pairs() {
    for (std::size_t i = 0; i + 1 < m_marks.size(); ++i) {
        std::size_t last = i;
        while (last + 1 < m_marks.size() && are_joined(m_marks[last], m_marks[last + 1])) {
            ++last;
        }
        const std::optional<DateRange> stretch = last > i ? stretch_of(m_marks[i], m_marks[last]) : std::nullopt;
        for (std::size_t j = i; stretch && j <= last; ++j) {
            m_marks[j].range = stretch;
            m_marks[j].paired = true;
        }
        i = last;
    }
}

} // namespace yaqut::events
