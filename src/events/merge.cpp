// SPDX-License-Identifier: Apache-2.0
#include "events/merge.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <unordered_map>

#include "core/error.hpp"
#include "events/dates.hpp"
#include "events/quantities.hpp"
#include "events/report_order.hpp"
#include "lexicon/table.hpp"
#include "spatial/geodesic.hpp"

namespace yaqut::events {

namespace {

constexpr double reach_km = 10.0;
constexpr double cell_degrees = 0.25; ///< wider than reach_km up to 65 degrees of latitude
constexpr int date_slack = 1;
constexpr int longest_span_days = 14;  ///< longer ranges (a war since 2011) are never merged
constexpr std::int64_t toll_slack = 3; ///< a toll may double and grow by this many more
constexpr std::size_t most_actors = 6;
constexpr std::size_t bucket_limit = 64; ///< comparisons per bucket, against pathological input
constexpr int never = std::numeric_limits<int>::min();

/// Family of every type, from the table of types.
std::array<std::uint32_t, event_type_count> read_families() {
    std::array<std::uint32_t, event_type_count> families{};
    std::unordered_map<std::string_view, std::uint32_t> numbers;
    const lexicon::Table table = lexicon::load("event_types");
    for (const lexicon::Row& row : table.rows()) {
        const std::optional<EventType> type = parse_event_type(row["type"]);
        if (!type) {
            throw TableError("event_types", "unknown type " + std::string(row["type"]));
        }
        const auto next = static_cast<std::uint32_t>(numbers.size());
        families[static_cast<std::size_t>(*type)] = numbers.try_emplace(row["family"], next).first->second;
    }
    return families;
}

std::uint32_t family_of(EventType type) {
    static const std::array<std::uint32_t, event_type_count> families = read_families();
    return families[static_cast<std::size_t>(type)];
}

bool can_merge(const Event& event) {
    if (!event.place || !event.place->location || !event.when || !event.when->first || !event.when->last) {
        return false;
    }
    return days_between(*event.when->first, *event.when->last) <= longest_span_days;
}

struct Cell {
    std::uint32_t family = 0;
    int x = 0;
    int y = 0;
    int day = 0;

    /// Names the place and the family, on all days.
    [[nodiscard]] std::uint64_t area() const { return mixed(mixed(family, x), y); }
    [[nodiscard]] static std::uint64_t key(std::uint64_t area, int day) { return mixed(area, day); }

  private:
    [[nodiscard]] static std::uint64_t mixed(std::uint64_t h, int part) {
        h = (h ^ static_cast<std::uint32_t>(part)) * 0x9e3779b97f4a7c15ULL;
        return h ^ (h >> 29U);
    }
};

Cell cell_of(const Event& event) {
    const Location at = *event.place->location;
    return {family_of(event.type), static_cast<int>(std::floor(at.lon / cell_degrees)),
            static_cast<int>(std::floor(at.lat / cell_degrees)), order_day(event)};
}

bool same_country_level(const Event& a, const Event& b) {
    const bool country = a.geo_precision == GeoPrecision::country || b.geo_precision == GeoPrecision::country;
    return !country || (a.geo_precision == b.geo_precision && a.place->country == b.place->country);
}

/// What the press may call now one, now the other: a generic attack, a blast and a suicide blast, fire from afar.
bool same_kind(EventType a, EventType b) {
    if (a == b) {
        return true;
    }
    if (family_of(a) != family_of(b)) {
        return false;
    }
    const auto pair = [a, b](EventType one, EventType other) {
        return (a == one && b == other) || (a == other && b == one);
    };
    const bool assault = family_of(a) == family_of(EventType::attack);
    return !assault || a == EventType::attack || b == EventType::attack ||
           pair(EventType::bombing, EventType::suicide_bombing) || pair(EventType::shelling, EventType::airstrike);
}

/// Two events of one article were kept apart there for a reason.
bool share_article(const Event& a, const Event& b) {
    return std::any_of(a.sources.begin(), a.sources.end(), [&](const EventSource& s) {
        return std::any_of(b.sources.begin(), b.sources.end(),
                           [&](const EventSource& t) { return t.article_id == s.article_id; });
    });
}

std::optional<std::int64_t> toll_of(const Quantity& quantity) { return quantity.best ? quantity.best : quantity.min; }

/// "The toll has risen to": of one day and place, and the report with more dead came out later.
bool is_running_toll(const Event& a, const Event& b) {
    const std::optional<std::int64_t> one = toll_of(a.fatalities);
    const std::optional<std::int64_t> other = toll_of(b.fatalities);
    const bool exact = a.when->precision == DatePrecision::day && b.when->precision == DatePrecision::day &&
                       a.when->first == b.when->first && a.type == b.type;
    if (!exact || !one || !other || *one == 0 || *other == 0 || a.sources.empty() || b.sources.empty()) {
        return false;
    }
    const bool a_first = *one < *other;
    const std::optional<Date> early = (a_first ? a : b).sources.back().published;
    const std::optional<Date> late = (a_first ? b : a).sources.back().published;
    return early && late && days_between(*early, *late) > 0 &&
           std::max(*one, *other) <= 2 * std::min(*one, *other) + toll_slack;
}

/// The same number of dead, more than one: what two events seldom have in common.
bool same_dead(const Event& a, const Event& b) {
    return a.fatalities.best && a.fatalities.best == b.fatalities.best && *a.fatalities.best > 1;
}

bool numbers_meet(const Event& a, const Event& b) {
    if (!compatible(a.fatalities, b.fatalities)) {
        return is_running_toll(a, b);
    }
    // The wounded are counted differently everywhere: the same number of dead is enough.
    return same_dead(a, b) || compatible(a.injured, b.injured);
}

bool is_span(const Event& event) {
    return event.when->precision != DatePrecision::day || event.when->first != event.when->last;
}

/// The text of the event itself gives its day.
bool states_day(const Event& event) {
    const TimexBasis basis = event.date_basis;
    return !is_span(event) && (basis == TimexBasis::explicit_date || basis == TimexBasis::dct);
}

/// Acts of neighbouring days are two, and a campaign of many days is not one act of one of them.
bool days_keep_apart(const Event& a, const Event& b) {
    const bool other_day = states_day(a) && states_day(b) && a.when->first != b.when->first;
    return (other_day || is_span(a) != is_span(b)) && !same_dead(a, b);
}

/// A place from the context, an area or a stretch of days says too little alone: the same kind of event and a party or
/// a number in common have to say that it is the same.
bool needs_reason(const Event& event) {
    return event.geo_precision == GeoPrecision::inferred || event.when->precision != DatePrecision::day;
}

/// Nothing but the parties tells the two apart.
bool may_be_same(const Event& a, const Event& b) {
    if (!same_kind(a.type, b.type) || !same_country_level(a, b) || days_keep_apart(a, b)) {
        return false;
    }
    const auto told = [](EventStatus s) { return s == EventStatus::background ? EventStatus::asserted : s; };
    return told(a.status) == told(b.status) && dates_overlap(*a.when, *b.when, date_slack) &&
           spatial::distance_km(*a.place->location, *b.place->location) <= reach_km && numbers_meet(a, b) &&
           !share_article(a, b);
}

/// Actors that the event does not name yet, under this name or a longer one.
void absorb_actors(std::vector<Actor>& actors, std::vector<Actor>& more) {
    for (Actor& actor : more) {
        const bool known = std::any_of(actors.begin(), actors.end(), [&](const Actor& other) {
            return other.text.find(actor.text) != std::string::npos || actor.text.find(other.text) != std::string::npos;
        });
        if (!known && actors.size() < most_actors) {
            actors.push_back(std::move(actor));
        }
    }
}

/// A report that is sure of its place gives it to one that is not. Agencies copy each other, so that two are not surer
/// than one.
void absorb_place(Event& event, Event& more) {
    if (more.place->sure && !event.place->sure) {
        event.place = std::move(more.place);
        event.geo_precision = more.geo_precision;
    }
}

void absorb(Event& event, Event& more) {
    event.fatalities = widest(event.fatalities, more.fatalities);
    event.injured = widest(event.injured, more.injured);
    event.missing = widest(event.missing, more.missing);
    event.displaced = widest(event.displaced, more.displaced);
    for (EventSource& source : more.sources) {
        event.sources.push_back(std::move(source));
    }
    if (event.type == EventType::attack) {
        event.type = more.type;
    }
    absorb_actors(event.actors, more.actors);
    absorb_place(event, more);
    event.confidence = 1.0F - (1.0F - event.confidence) * (1.0F - 0.5F * more.confidence);
}

} // namespace

const Parties& ReportMerger::Report::parties() {
    if (!known) {
        known = parties_of(event.actors);
    }
    return *known;
}

bool ReportMerger::same_event(Report& one, Report& other) {
    const Event& a = one.event;
    const Event& b = other.event;
    if (!may_be_same(a, b) || parties_differ(one.parties(), other.parties())) {
        return false;
    }
    if (!needs_reason(a) && !needs_reason(b)) {
        return true;
    }
    const bool dead = a.fatalities.best && a.fatalities.best == b.fatalities.best;
    return a.type == b.type && (parties_meet(one.parties(), other.parties()) || dead || a.when == b.when);
}

std::optional<std::size_t> ReportMerger::first_same(const std::vector<std::uint64_t>& numbers, Report& report) {
    for (const std::uint64_t number : numbers) {
        const std::size_t place = number - m_released;
        if (same_event(m_open[place].report, report)) {
            return place;
        }
    }
    return std::nullopt;
}

std::optional<std::size_t> ReportMerger::earlier(Report& report) {
    constexpr int days = longest_span_days + date_slack + 1;
    const Cell here = cell_of(report.event);
    struct Area {
        std::uint64_t key = 0;
        std::uint64_t back = 0; ///< bit n: events of n days before the report
    };
    std::array<Area, 9> around;
    std::size_t count = 0;
    std::uint64_t any = 0;
    for (int dx = -1; dx <= 1; ++dx) {
        for (int dy = -1; dy <= 1; ++dy) {
            const std::uint64_t area = Cell{here.family, here.x + dx, here.y + dy, 0}.area();
            const auto found = m_areas.find(area);
            if (found != m_areas.end() && here.day - found->second.last < days) {
                around[count] = {area, found->second.back << static_cast<unsigned>(here.day - found->second.last)};
                any |= around[count++].back;
            }
        }
    }
    for (int back = 0; back < days; ++back) {
        for (std::size_t i = 0; i < count && ((any >> static_cast<unsigned>(back)) & 1U) != 0; ++i) {
            const auto found = ((around[i].back >> static_cast<unsigned>(back)) & 1U) == 0
                                   ? m_cells.end()
                                   : m_cells.find(Cell::key(around[i].key, here.day - back));
            if (found == m_cells.end()) {
                continue;
            }
            if (const auto place = first_same(found->second, report)) {
                return place;
            }
        }
    }
    return std::nullopt;
}

/// Days never go back.
void ReportMerger::note_day(std::uint64_t area, int day) {
    Days& days = m_areas.try_emplace(area, Days{day, 0}).first->second;
    const auto gap = static_cast<unsigned>(day - days.last);
    days.back = (gap < 64 ? days.back << gap : 0) | 1U;
    days.last = day;
}

void ReportMerger::add(Event&& report) {
    release(order_day(report));
    if (!can_merge(report)) {
        m_open.push_back({{std::move(report)}, 0, 0, never});
        return;
    }
    Report read{std::move(report)};
    if (const std::optional<std::size_t> other = earlier(read)) {
        Report& event = m_open[*other].report;
        absorb(event.event, read.event);
        event.known.reset();
        return;
    }
    const Cell cell = cell_of(read.event);
    const std::uint64_t area = cell.area();
    const std::uint64_t key = Cell::key(area, cell.day);
    note_day(area, cell.day);
    std::vector<std::uint64_t>& bucket = m_cells[key];
    if (bucket.size() < bucket_limit) {
        bucket.push_back(m_released + m_open.size());
    }
    m_open.push_back({std::move(read), key, area, cell.day + longest_span_days + date_slack});
}

void ReportMerger::forget_front() {
    const Open& open = m_open.front();
    m_cells.erase(open.cell); // all in it are of the same day
    const auto area = m_areas.find(open.area);
    if (area != m_areas.end() && area->second.last == open.last_day - longest_span_days - date_slack) {
        m_areas.erase(area);
    }
}

void ReportMerger::release(int day) {
    for (; !m_open.empty() && m_open.front().last_day < day; ++m_released) {
        if (m_open.front().last_day != never) {
            forget_front();
        }
        m_ready.push_back(std::move(m_open.front().report.event));
        m_open.pop_front();
    }
}

std::vector<Event> merge_reports(std::vector<Event> events) {
    ReportMerger merger;
    merger.expect(events.size());
    for (Event* event : order_of(events)) {
        merger.add(std::move(*event));
    }
    merger.finish();
    return merger.take();
}

} // namespace yaqut::events
