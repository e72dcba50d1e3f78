// SPDX-License-Identifier: Apache-2.0
#include "events/calendar.hpp"

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace yaqut::events {

namespace {

constexpr int news_days = 31;

using Key = std::tuple<int, int, DatePrecision>;

int number_of(const std::optional<Date>& day) {
    return day ? static_cast<int>(std::chrono::sys_days(*day).time_since_epoch().count())
               : std::numeric_limits<int>::min();
}

Key key_of(const DateRange& range) { return {number_of(range.first), number_of(range.last), range.precision}; }

bool is_own(const Draft& draft) { return draft.date.link == Link::stated && draft.date.range; }

bool is_before(const Calendar::Day& day, const Key& key) { return day.key < key; }

} // namespace

Calendar::Calendar(std::optional<Date> dct, std::span<const DateRange> named, const std::vector<Draft>& drafts) {
    ScratchVector<Key> keys;
    keys.reserve(named.size() + drafts.size());
    for (const DateRange& range : named) {
        keys.push_back(key_of(range));
    }
    for (const Draft& draft : drafts) {
        if (is_own(draft)) {
            keys.push_back(key_of(*draft.date.range));
        }
    }
    std::sort(keys.begin(), keys.end());
    const int today = dct ? number_of(dct) : 0;
    for (const Key& key : keys) {
        if (m_all.empty() || m_all.back().key != key) {
            m_all.emplace_back().key = key;
            const bool day = std::get<DatePrecision>(key) == DatePrecision::day;
            m_days += day && dct && std::abs(std::get<1>(key) - today) <= news_days ? 1 : 0;
        }
    }
    for (const Draft& draft : drafts) {
        if (is_own(draft)) {
            tell(draft);
        }
    }
}

void Calendar::tell(const Draft& draft) {
    const auto sphere = static_cast<std::size_t>(sphere_of(draft.type));
    Day& day = *find(*draft.date.range);
    if (!day.date.known()) {
        day.date = draft.date;
    }
    ++day.events[sphere];
    day.lead |= draft.headline || draft.first_block;
    std::ptrdiff_t& best = m_fullest[sphere];
    if (best < 0 || day.events[sphere] > m_all[static_cast<std::size_t>(best)].events[sphere]) {
        best = &day - m_all.data();
    }
}

Calendar::Day* Calendar::find(const DateRange& range) {
    const Key key = key_of(range);
    const auto found = std::lower_bound(m_all.begin(), m_all.end(), key, is_before);
    return found != m_all.end() && found->key == key ? &*found : nullptr;
}

const Calendar::Day& Calendar::of(const DateRange& range) const {
    static const Day nothing;
    const Key key = key_of(range);
    const auto found = std::lower_bound(m_all.begin(), m_all.end(), key, is_before);
    return found != m_all.end() && found->key == key ? *found : nothing;
}

const Calendar::Day* Calendar::fullest(Sphere sphere) const {
    const std::ptrdiff_t best = m_fullest[static_cast<std::size_t>(sphere)];
    return best < 0 ? nullptr : &m_all[static_cast<std::size_t>(best)];
}

} // namespace yaqut::events
