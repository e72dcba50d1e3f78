// SPDX-License-Identifier: Apache-2.0
#include "events/dates.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>

#include "events/triggers.hpp"

namespace yaqut::events {

namespace {

constexpr std::uint32_t date_reach = 60;     ///< tokens between a trigger and its date
constexpr std::uint32_t speech_reach = 10;   ///< tokens from a verb of saying to the date of the saying
constexpr std::uint32_t beginning_reach = 4; ///< tokens from "broke out" to what did
constexpr std::uint32_t bound_reach = 4;     ///< tokens between an event and a date that is bound to it
constexpr std::uint32_t ago_reach = 9;       ///< tokens from a verb to how long ago that was
constexpr int week = 7;                      ///< days

/// "For days" tells no date, "since days" at least an end: of what lasts. "In the past days", "in the past 48 hours"
/// are stretches of days like others.
bool may_date_events(const Timex& timex) {
    const bool duration = timex.type == TimexType::duration;
    const bool span = duration && (timex.since || (timex.range && timex.range->first && timex.range->last));
    return span || (timex.dates_events && timex.type != TimexType::duration && timex.type != TimexType::set);
}

const LinkWeights& date_weights() {
    static const LinkWeights weights("event_date_weights", date_feature_names);
    return weights;
}

const WordWeights& date_words() {
    static const WordWeights weights(lexicon::load("event_date_words"));
    return weights;
}

const WordWeights& inheritance_words() {
    static const WordWeights weights(lexicon::load("event_inheritance_words"));
    return weights;
}

const LinkWeights& inheritance_weights() {
    static const LinkWeights weights("event_inheritance_weights", inheritance_feature_names);
    return weights;
}

} // namespace

DateLinker::DateLinker(const TaggedText& text, std::optional<Date> dct, LinkTrace* trace)
    : m_text(text), m_dct(dct), m_trace(trace), m_weights(date_weights()), m_inheritance_weights(inheritance_weights()),
      m_words(text, date_words()), m_own_words(text, inheritance_words()) {
    for (std::size_t i = 0; i < text.timexes().size(); ++i) {
        const Timex& timex = text.timexes()[i];
        if (!may_date_events(timex) || timex.tokens.empty() || timex.tokens.end > text.size() || is_age(timex) ||
            is_amount(timex)) {
            continue;
        }
        Mark mark{static_cast<std::int32_t>(i),
                  timex.tokens,
                  text.document().sentence_of(timex.tokens.begin),
                  -1,
                  false,
                  false,
                  range_of(timex),
                  coming_of(timex)};
        mark.speech = speech_of(mark);
        mark.bound = is_bound(mark);
        m_marks.push_back(mark);
    }
    std::sort(m_marks.begin(), m_marks.end(),
              [](const Mark& a, const Mark& b) { return a.tokens.begin < b.tokens.begin; });
    join_pairs();
}

/// "More than 1900 mines": no year.
bool DateLinker::is_amount(const Timex& timex) const {
    const std::uint32_t begin = timex.tokens.begin;
    if (!timex.range || timex.range->precision != DatePrecision::year || begin < 2 || timex.tokens.size() > 1) {
        return false;
    }
    return m_text.has(begin - 1, Cue::about) || m_text.has(begin - 1, Cue::more_than) ||
           (m_text.has(begin - 2, Cue::more_than) && m_text[begin - 2].length == 2);
}

namespace {

/// "PT3H": three; 0 when it is no number of hours.
int hours_of(std::string_view value) {
    int hours = 0;
    if (!value.starts_with("PT") || !value.ends_with('H')) {
        return 0;
    }
    const auto [end, error] = std::from_chars(value.data() + 2, value.data() + value.size() - 1, hours);
    return error == std::errc() && end == value.data() + value.size() - 1 ? hours : 0;
}

/// "Last week", written on a Sunday: read as the calendar week before, but meant is the one that has just ended.
bool is_week_before(const Timex& timex, Date dct) {
    const bool one = timex.basis == TimexBasis::dct && timex.range && timex.range->precision == DatePrecision::week;
    return one && iso_weekday(dct) == week && timex.range->last == add_days(dct, -week) &&
           timex.range->first == add_days(dct, 1 - 2 * week);
}

} // namespace

/// "Hours ago", "in the past hours" are said of the day of publication, "days ago" of less than two weeks, "in the past
/// weeks" of some four.
std::optional<DateRange> DateLinker::range_of(const Timex& timex) const {
    constexpr int few_weeks = 28; ///< days
    constexpr int few_days = 10;
    constexpr int few_hours = 9;
    if (timex.type == TimexType::date && timex.range && timex.range->precision == DatePrecision::range &&
        timex.candidates.size() == 2) {
        const std::optional<Date> day = parse_iso_date(timex.candidates.front()); // "last Tuesday", on a Thursday
        return day ? DateRange{day, day, DatePrecision::day} : *timex.range;
    }
    if (m_dct && is_week_before(timex, *m_dct)) {
        return DateRange{add_days(*m_dct, -week), add_days(*m_dct, -1), DatePrecision::week};
    }
    if (!m_dct || timex.type != TimexType::duration || !timex.range || timex.range->last != m_dct) {
        return timex.range;
    }
    if (timex.value == "PXD" && timex.range->first && days_between(*timex.range->first, *m_dct) > few_days) {
        return DateRange{add_days(*m_dct, -few_days), m_dct, timex.range->precision};
    }
    if (timex.since) {
        return timex.range;
    }
    const int hours = hours_of(timex.value);
    if (timex.value.starts_with("PTX") || (hours > 0 && hours <= few_hours)) {
        return DateRange{m_dct, m_dct, DatePrecision::day};
    }
    if (timex.value == "PXW") {
        return DateRange{add_days(*m_dct, -few_weeks), m_dct, timex.range->precision};
    }
    return timex.range;
}

/// "Saturday", written on a Friday: the day to come that it may mean, too.
std::optional<Date> DateLinker::coming_of(const Timex& timex) const {
    if (!m_dct || timex.candidates.size() != 2 || !timex.range || timex.range->last >= m_dct) {
        return std::nullopt;
    }
    const std::optional<Date> day = parse_iso_date(timex.candidates.back());
    return day > m_dct ? day : std::nullopt;
}

/// What is planned or arranged takes the day to come of a weekday that may mean it.
std::optional<DateRange> DateLinker::range_for(const Draft& draft, const Mark& mark) {
    const bool done = draft.verb && has_flag(draft.flags, FormFlag::past);
    const bool arranged = sphere_of(draft.type) == Sphere::politics && !done;
    if (!mark.coming || (draft.status != EventStatus::planned && !arranged)) {
        return mark.range;
    }
    if (mark.paired) { // on Wednesday and Thursday
        return DateRange{add_days(*mark.range->first, week), add_days(*mark.range->last, week), DatePrecision::range};
    }
    return DateRange{mark.coming, mark.coming, DatePrecision::day};
}

/// "In the late fifties of his age" (من عمره).
bool DateLinker::is_age(const Timex& timex) const {
    const std::uint32_t end = timex.tokens.end;
    return end + 1 < m_text.size() && m_text.has(end, Cue::from) && m_text.has(end + 1, Cue::age);
}

/// "The ministry said on Sunday that ...": the verb of saying before a day; -1 when there is none.
std::int32_t DateLinker::speech_of(const Mark& mark) const {
    const Timex& timex = m_text.timexes()[static_cast<std::size_t>(mark.timex)];
    if (timex.range && timex.range->precision != DatePrecision::day) {
        return -1; // "announced last year that it had killed ...": loosely the year of both
    }
    const TokenRange sentence = m_text.document().sentences()[mark.sentence].tokens;
    const std::uint32_t begin = mark.tokens.begin;
    for (std::uint32_t token = begin; token > sentence.begin && begin - token < speech_reach; --token) {
        const std::uint32_t before = token - 1;
        if (m_text.has(before, Cue::say) || m_text.has(before, Cue::react)) {
            return static_cast<std::int32_t>(before);
        }
        if (m_text.has(before, Cue::that) || tells_act(before)) {
            return -1;
        }
    }
    return -1;
}

/// A verb that is no verb of saying: the day after it is the day of that act.
bool DateLinker::tells_act(std::uint32_t token) const {
    const bool verb = m_text.has_form(token, FormFlag::verb) && !m_text.has_form(token, FormFlag::noun);
    return verb && (m_text.has(token, Cue::light) || m_text[token].event_word || m_text[token].casualty_word);
}

bool DateLinker::is_bound(const Mark& mark) const {
    const TokenRange sentence = m_text.document().sentences()[mark.sentence].tokens;
    const std::uint32_t begin = mark.tokens.begin;
    for (std::uint32_t token = begin; token > sentence.begin && begin - token < bound_reach; --token) {
        if (m_text[token].break_before || m_text[token - 1].punct) {
            return false;
        }
        if (m_text[token - 1].event_word) {
            return true;
        }
    }
    return false;
}

/// "Since the 18th", days before the day of publication: the beginning of a stretch. "Since a week" may mean "ago".
bool DateLinker::is_start(const Draft& draft, const Mark& mark) const {
    const Timex& timex = timex_of(mark);
    return goes_on_for_days(draft.type) && !begins(draft) && timex.since && timex.type != TimexType::duration &&
           timex.range && timex.range->first && !m_text.has(mark.tokens.begin, Cue::since) && m_dct &&
           days_between(*timex.range->first, *m_dct) > 1;
}

/// "Clashes broke out": the event itself is what began on the day.
bool DateLinker::begins(const Draft& draft) const {
    const std::uint32_t begin = m_text.document().sentences()[draft.sentence].tokens.begin;
    const std::uint32_t first = draft.trigger.begin;
    for (std::uint32_t token = first + 1; token > begin && first + 1 - token < beginning_reach; --token) {
        if (m_text.has(token - 1, Cue::beginning)) {
            return true;
        }
    }
    return false;
}

/// "The fighting since two weeks ago": what a noun tells of such types goes on.
bool DateLinker::lasts_since(const Draft& draft, const Mark& mark) const {
    const Timex& timex = timex_of(mark);
    return timex.since && timex.type == TimexType::duration && !draft.verb && goes_on_for_days(draft.type) &&
           mark.tokens.begin >= draft.trigger.begin;
}

/// "Kidnapped four years since" (منذ): what is done at one time is so long ago.
bool DateLinker::is_ago(const Draft& draft, const Mark& mark) const {
    const Timex& timex = timex_of(mark);
    const bool distance = timex.since && timex.type == TimexType::duration && timex.range && timex.range->first;
    return distance && draft.verb && has_flag(draft.flags, FormFlag::past) && !goes_on_for_days(draft.type) &&
           !lasts(draft) && mark.tokens.begin >= draft.trigger.begin &&
           mark.tokens.begin - draft.trigger.begin <= ago_reach && !m_text[mark.tokens.begin].break_before;
}

namespace {

/// The far end of a stretch, as exactly as its length lets it be known.
DateRange point_of(const DateRange& stretch) {
    constexpr int long_ago = 500; ///< days
    constexpr int some_time = 25;
    const Date far = *stretch.first;
    const int days = stretch.last ? days_between(far, *stretch.last) : 0;
    const std::chrono::year year = far.year();
    if (days > long_ago) {
        return {year / std::chrono::January / 1, year / std::chrono::December / 31, DatePrecision::year};
    }
    if (days > some_time) {
        return {year / far.month() / 1, Date(year / far.month() / std::chrono::last), DatePrecision::month};
    }
    return {far, stretch.precision == DatePrecision::vague ? stretch.last : far,
            stretch.precision == DatePrecision::vague ? DatePrecision::vague : DatePrecision::day};
}

} // namespace

void DateLinker::take(Draft& draft, const Mark& mark) const {
    const Timex& timex = m_text.timexes()[static_cast<std::size_t>(mark.timex)];
    draft.date.timex = mark.timex;
    draft.date.link = Link::stated;
    draft.date.range = range_for(draft, mark);
    draft.date.telling = tells(draft, mark);
    if (mark.paired) {
        return;
    }
    if (is_ago(draft, mark)) {
        draft.date.range = point_of(*timex.range);
        return;
    }
    if (draft.ended && mark.tokens.begin < draft.trigger.begin && timex.range) {
        draft.date.range =
            DateRange{std::nullopt, timex.range->last, DatePrecision::range}; // "after the clashes ended"
        return;
    }
    if (is_start(draft, mark)) {
        draft.date.range = DateRange{timex.range->first, m_dct, DatePrecision::range};
        return;
    }
    if (draft.ongoing && timex.range && (timex.since || !timex.range->last)) {
        draft.date.range = DateRange{timex.range->first, m_dct, DatePrecision::ongoing};
        draft.date.ongoing = true;
    } else if (timex.since && (lasts(draft) || lasts_since(draft, mark))) {
        const std::optional<Date> first = timex.range ? timex.range->first : std::nullopt;
        draft.date.range = m_dct || first ? std::optional(DateRange{first, m_dct, DatePrecision::range}) : std::nullopt;
    }
}

void DateLinker::share(std::vector<Draft>& drafts) const {
    for (std::size_t i = 1; i < drafts.size(); ++i) {
        Draft& draft = drafts[i];
        const Draft& before = drafts[i - 1];
        if (draft.date.known() || !before.date.range || draft.trigger.begin - before.trigger.begin > date_reach) {
            continue;
        }
        for (std::uint32_t token = before.trigger.end; token < draft.trigger.begin; ++token) {
            if (m_text.has(token, Cue::at_which)) {
                draft.date = before.date;
                draft.date.link = Link::context;
            }
        }
    }
}

bool goes_on_for_days(EventType type) {
    switch (type) {
    case EventType::armed_clash:
    case EventType::airstrike:
    case EventType::shelling:
    case EventType::attack:
    case EventType::raid:
    case EventType::killing:
    case EventType::siege:
    case EventType::protest:
    case EventType::riot:
    case EventType::displacement:
    case EventType::flood_storm: return true;
    default: return false;
    }
}

bool dates_overlap(const DateRange& a, const DateRange& b, int slack) {
    const auto before = [slack](const std::optional<Date>& end, const std::optional<Date>& start) {
        return end && start && days_between(*end, *start) > slack;
    };
    return !before(a.last, b.first) && !before(b.last, a.first);
}

} // namespace yaqut::events
