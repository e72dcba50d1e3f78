// SPDX-License-Identifier: Apache-2.0
#include "events/merge.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>
#include <unordered_map>

#include "core/error.hpp"
#include "events/dates.hpp"
#include "events/parties.hpp"
#include "events/quantities.hpp"
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

int day_number(Date date) { return static_cast<int>(std::chrono::sys_days(date).time_since_epoch().count()); }

bool can_merge(const Event& event) {
    if (!event.place || !event.place->location || !event.when || !event.when->first || !event.when->last) {
        return false;
    }
    return days_between(*event.when->first, *event.when->last) <= longest_span_days;
}

/// What the order goes by that makes the result independent of the input's. Views of the event.
struct Order {
    explicit Order(Event& what)
        : day(what.when && what.when->first ? day_number(*what.when->first) : 1 << 30), id(what.id), event(&what) {
        if (!what.sources.empty()) {
            article = what.sources.front().article_id;
            begin = what.sources.front().begin;
        }
    }
    friend bool operator<(const Order& a, const Order& b) {
        return std::tie(a.day, a.article, a.begin, a.id) < std::tie(b.day, b.article, b.begin, b.id);
    }

    int day;
    std::string_view article;
    std::uint32_t begin = 0;
    std::string_view id;
    Event* event;
};

/// Each event is moved once: they are large.
std::vector<Event> in_order(std::vector<Event> events) {
    std::vector<Order> order(events.begin(), events.end());
    std::sort(order.begin(), order.end());
    std::vector<Event> sorted;
    sorted.reserve(events.size());
    for (const Order& next : order) {
        sorted.push_back(std::move(*next.event));
    }
    return sorted;
}

struct Cell {
    std::uint32_t family = 0;
    int x = 0;
    int y = 0;
    int day = 0;

    [[nodiscard]] std::uint64_t key() const {
        std::uint64_t h = family;
        for (const int part : {x, y, day}) {
            h = (h ^ static_cast<std::uint32_t>(part)) * 0x9e3779b97f4a7c15ULL;
            h ^= h >> 29U;
        }
        return h;
    }
};

Cell cell_of(const Event& event) {
    const Location at = *event.place->location;
    return {family_of(event.type), static_cast<int>(std::floor(at.lon / cell_degrees)),
            static_cast<int>(std::floor(at.lat / cell_degrees)), day_number(*event.when->first)};
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

bool numbers_meet(const Event& a, const Event& b) {
    if (!compatible(a.fatalities, b.fatalities)) {
        return is_running_toll(a, b);
    }
    // The wounded are counted differently everywhere: the same number of dead is enough.
    const bool same_dead = a.fatalities.best && a.fatalities.best == b.fatalities.best && *a.fatalities.best > 1;
    return same_dead || compatible(a.injured, b.injured);
}

/// A place from the context, an area or a stretch of days says too little alone: the same kind of event and a party or
/// a number in common have to say that it is the same.
bool needs_reason(const Event& event) {
    return event.geo_precision == GeoPrecision::inferred || event.when->precision != DatePrecision::day;
}

bool same_event(const Event& a, const Parties& one, const Event& b, const Parties& other) {
    if (!same_kind(a.type, b.type) || !same_country_level(a, b) || share_article(a, b)) {
        return false;
    }
    const auto told = [](EventStatus s) { return s == EventStatus::background ? EventStatus::asserted : s; };
    if (told(a.status) != told(b.status) || !dates_overlap(*a.when, *b.when, date_slack) ||
        spatial::distance_km(*a.place->location, *b.place->location) > reach_km || !numbers_meet(a, b)) {
        return false;
    }
    if (parties_differ(one, other)) {
        return false;
    }
    if (!needs_reason(a) && !needs_reason(b)) {
        return true;
    }
    const bool same_dead = a.fatalities.best && a.fatalities.best == b.fatalities.best;
    return a.type == b.type && (parties_meet(one, other) || same_dead || a.when == b.when);
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

void absorb(Event& event, Event& more) {
    event.fatalities = widest(event.fatalities, more.fatalities);
    event.injured = widest(event.injured, more.injured);
    for (EventSource& source : more.sources) {
        event.sources.push_back(std::move(source));
    }
    if (event.type == EventType::attack) {
        event.type = more.type;
    }
    absorb_actors(event.actors, more.actors);
    event.confidence = 1.0F - (1.0F - event.confidence) * (1.0F - 0.5F * more.confidence);
}

class Merger {
  public:
    explicit Merger(std::vector<Event>& events) : m_events(events) {
        m_parties.reserve(events.size());
        for (const Event& event : events) {
            m_parties.push_back(can_merge(event) ? parties_of(event.actors) : Parties{});
        }
    }

    void run() {
        for (std::size_t i = 0; i < m_events.size(); ++i) {
            if (!can_merge(m_events[i])) {
                m_kept.push_back(i);
                continue;
            }
            const std::optional<std::size_t> other = earlier(i);
            if (other) {
                absorb(m_events[*other], m_events[i]);
                m_parties[*other] = parties_of(m_events[*other].actors);
            } else {
                m_cells[cell_of(m_events[i]).key()].push_back(i);
                m_kept.push_back(i);
            }
        }
    }
    [[nodiscard]] std::vector<Event> take() {
        std::vector<Event> result;
        result.reserve(m_kept.size());
        for (const std::size_t i : m_kept) {
            result.push_back(std::move(m_events[i]));
        }
        return result;
    }

  private:
    /// Events come in order of their first day: an earlier one began at most its own length before.
    [[nodiscard]] std::optional<std::size_t> earlier(std::size_t index) const {
        const Event& event = m_events[index];
        const Cell here = cell_of(event);
        for (int back = 0; back <= longest_span_days + date_slack; ++back) {
            for (int dx = -1; dx <= 1; ++dx) {
                for (int dy = -1; dy <= 1; ++dy) {
                    const Cell cell{here.family, here.x + dx, here.y + dy, here.day - back};
                    const auto found = m_cells.find(cell.key());
                    if (found == m_cells.end()) {
                        continue;
                    }
                    const std::size_t count = std::min(bucket_limit, found->second.size());
                    for (std::size_t k = 0; k < count; ++k) {
                        const std::size_t other = found->second[k];
                        if (same_event(m_events[other], m_parties[other], event, m_parties[index])) {
                            return other;
                        }
                    }
                }
            }
        }
        return std::nullopt;
    }

    std::vector<Event>& m_events;
    std::vector<Parties> m_parties; ///< of each event
    std::unordered_map<std::uint64_t, std::vector<std::size_t>> m_cells;
    std::vector<std::size_t> m_kept;
};

} // namespace

std::vector<Event> merge_reports(std::vector<Event> events) {
    std::vector<Event> sorted = in_order(std::move(events));
    Merger merger(sorted);
    merger.run();
    return merger.take();
}

} // namespace yaqut::events
