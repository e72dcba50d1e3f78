// SPDX-License-Identifier: Apache-2.0
// Dates counted from what else the text tells: "two days after the raid".
#include <algorithm>
#include <charconv>
#include <string_view>

#include "events/dates.hpp"
#include "events/twins.hpp"

namespace yaqut::events {

namespace {

constexpr int week = 7;        ///< days
constexpr int few_days = 7;    ///< "days after": at most as many
constexpr int year = 12;       ///< months
constexpr int some_years = 16; ///< months from which on only the year is known

bool is_day(const std::optional<DateRange>& range) { return range && range->precision == DatePrecision::day; }

/// A number written in digits; 0 when it is none or too great.
int number_in(std::string_view digits) {
    constexpr int most = 100;
    int count = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), count);
    return error == std::errc() && end == digits.data() + digits.size() && count <= most ? count : 0;
}

/// "After ten days of the protests": these are told as what lasts.
bool is_struggle(const Draft& draft) {
    const bool lasts = draft.type == EventType::armed_clash || draft.type == EventType::protest ||
                       draft.type == EventType::riot || draft.type == EventType::siege;
    return lasts && !draft.verb && has_flag(draft.flags, FormFlag::definite);
}

} // namespace

/// "P2D", "P1W", "P3M", "P1Y", "PT5H", "PTXH", "PXD".
std::optional<DateLinker::Count> DateLinker::count_in(std::string_view value) {
    constexpr int day = 24; ///< hours
    Count count;
    if (value == "PTXH") {
        return count; // hours later: the same day
    }
    if (value == "PXD") {
        count.days = few_days;
        count.vague = true;
        return count;
    }
    const bool clock = value.starts_with("PT");
    const std::size_t front = clock ? 2 : 1;
    const int number = value.size() > front + 1 ? number_in(value.substr(front, value.size() - front - 1)) : 0;
    if (number == 0) {
        return std::nullopt;
    }
    switch (value.back()) {
    case 'D': count.days = number; break;
    case 'W': count.days = number * week; break;
    case 'M': count.months = number; break;
    case 'Y': count.months = number * year; break;
    case 'H': count.days = number / day; break;
    default: return std::nullopt;
    }
    const bool whole = clock == (value.back() == 'H');
    return whole ? std::optional(count) : std::nullopt;
}

/// As exactly as the length lets it be known; of what has lasted so long, all of it.
std::optional<DateRange> DateLinker::counted(const Draft& draft, const Count& count, Date from) {
    const int sign = count.ahead ? 1 : -1;
    if (!count.ahead && is_struggle(draft) && count.days + count.months > 1) {
        const std::chrono::year_month month = from.year() / from.month() - std::chrono::months(count.months);
        const std::optional<Date> first =
            count.months != 0 ? std::optional(Date(month / 1)) : add_days(from, -count.days);
        return first ? std::optional(DateRange{first, from, DatePrecision::range}) : std::nullopt;
    }
    if (count.months != 0) {
        const std::chrono::year_month far = from.year() / from.month() + std::chrono::months(sign * count.months);
        if (count.months > some_years) {
            return DateRange{far.year() / std::chrono::January / 1, far.year() / std::chrono::December / 31,
                             DatePrecision::year};
        }
        return DateRange{far / 1, Date(far / std::chrono::last), DatePrecision::month};
    }
    const std::optional<Date> far = add_days(from, sign * count.days);
    const std::optional<Date> near = count.vague ? add_days(from, sign) : far;
    if (!far || !near) {
        return std::nullopt;
    }
    return DateRange{std::min(*far, *near), std::max(*far, *near),
                     count.vague ? DatePrecision::vague : DatePrecision::day};
}

/// "Two days after the raid", "the day after the raid", "hours after", "a year after", "a week before the election".
std::optional<DateLinker::Count> DateLinker::count_of(const Draft& draft) const {
    constexpr std::uint32_t reach = 4; ///< tokens between the two
    const std::uint32_t first = draft.extent.begin;
    const std::uint32_t begin = m_text.document().sentences()[draft.sentence].tokens.begin;
    for (std::uint32_t t = first; t > begin && first - t < reach; --t) {
        const std::uint32_t before = t - 1;
        if (m_text.has(before, Cue::day_after)) {
            return Count{1};
        }
        if (m_text.timex(before) >= 0) {
            const Timex& timex = m_text.timexes()[static_cast<std::size_t>(m_text.timex(before))];
            const bool hours_later = m_text.has(timex.tokens.begin, Cue::same_day);
            const bool after = hours_later || m_text.has(timex.tokens.begin, Cue::following) ||
                               m_text.has(timex.tokens.end - 1, Cue::amid);
            const bool ahead = m_text.has(timex.tokens.begin, Cue::before);
            std::optional<Count> count;
            if (timex.type == TimexType::duration && !timex.range && after != ahead) {
                count = count_in(timex.value);
            }
            if (count) {
                count->ahead = ahead;
                count->timex = m_text.timex(before);
            }
            return count;
        }
        if (m_text[before].punct || m_text[before].event_word) {
            return std::nullopt;
        }
    }
    return std::nullopt;
}

/// The day that the sentence names before the event, else that of what was told before, else that of publication.
std::optional<Date> DateLinker::counted_from(const std::vector<Draft>& drafts, std::size_t index) const {
    const Draft& draft = drafts[index];
    const Mark* named = nullptr;
    for (const Mark& mark : marks_near(draft)) {
        const bool fits = mark.tokens.end <= draft.extent.begin && is_day(mark.range) && !timex_of(mark).since;
        named = fits ? &mark : named;
    }
    if (named != nullptr) {
        return named->range->first;
    }
    for (std::size_t back = 1; back <= std::min(index, twin_reach); ++back) {
        const Draft& told = drafts[index - back];
        if (told.date.link == Link::stated && is_day(told.date.range) && !told.pluperfect) {
            return told.date.range->first;
        }
    }
    return m_dct;
}

void DateLinker::add_counted(Options& options, const std::vector<Draft>& drafts, std::size_t index) const {
    const Draft& draft = drafts[index];
    const std::optional<Count> count = count_of(draft);
    const std::optional<Date> from = count ? counted_from(drafts, index) : std::nullopt;
    const std::optional<DateRange> range = from ? counted(draft, *count, *from) : std::nullopt;
    if (!range) {
        return;
    }
    const DateLink date{count->timex, Link::context, range, false, false};
    InheritanceScore& score = option_for(options, draft, date);
    score.add(InheritanceFeature::counted);
    score.add_if(from == m_dct, InheritanceFeature::counted_now);
}

} // namespace yaqut::events
