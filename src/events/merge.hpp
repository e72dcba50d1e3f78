// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <limits>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/event.hpp"
#include "events/parties.hpp"

namespace yaqut::events {

/// Puts together what several articles tell of one event: types that the press mixes up, places within reach of each
/// other, overlapping dates, numbers that do not contradict or grow from report to report, no two different known
/// parties. The first report in the order (date, article, trigger) stays in front; sources are kept in that order
/// without repetition, casualties become the range of what is told, a mere attack takes the kind that another report
/// gives it. Events without place or date are never merged; a place from the context or a stretch of days needs a
/// party, a number or the same days in common; days that two reports state and that differ, and a stretch of days and
/// one of its days, are those of two events unless the same number of people died. Events come in the order of their
/// first reports. Near-linear in their number: only neighbours in space and time are compared. Holds the events of the
/// last two weeks before the latest report, which later ones may still join.
class ReportMerger {
  public:
    /// Reports must come as in_order() puts them.
    void add(Event&& report);
    /// Room for as many events as will come.
    void expect(std::size_t events) { m_ready.reserve(events); }
    /// No more come: all events are ready.
    void finish() { release(std::numeric_limits<int>::max()); }

    /// Events that no later report can join, since the last take().
    [[nodiscard]] std::vector<Event> take() { return std::exchange(m_ready, {}); }
    [[nodiscard]] std::size_t ready() const { return m_ready.size(); }
    /// Events that later reports may join, or that stand behind such.
    [[nodiscard]] std::size_t open() const { return m_open.size(); }

  private:
    /// An event and its parties, read when they are asked for: few events are compared so far.
    struct Report {
        Event event;
        std::optional<Parties> known{};

        [[nodiscard]] const Parties& parties();
    };
    struct Open {
        Report report;
        std::uint64_t cell; ///< where it is looked for
        std::uint64_t area; ///< the same without the day
        int last_day;       ///< later reports cannot join
    };
    /// Days on which open events of an area began.
    struct Days {
        int last = 0;
        std::uint64_t back = 0; ///< bit n: n days before the last
    };

    /// Place among the open events. An earlier one began at most its own length before.
    [[nodiscard]] std::optional<std::size_t> earlier(Report& report);
    [[nodiscard]] std::optional<std::size_t> first_same(const std::vector<std::uint64_t>& numbers, Report& report);
    [[nodiscard]] static bool same_event(Report& one, Report& other);
    void note_day(std::uint64_t area, int day);
    /// Takes the first open event out of what is looked for.
    void forget_front();
    /// Events that reports of this day and later ones cannot join are ready.
    void release(int day);

    std::deque<Open> m_open;
    std::uint64_t m_released = 0;                                          ///< number of the first open event
    std::unordered_map<std::uint64_t, std::vector<std::uint64_t>> m_cells; ///< numbers of open events
    std::unordered_map<std::uint64_t, Days> m_areas;                       ///< of the cells
    std::vector<Event> m_ready;
};

/// The same for reports in any order.
[[nodiscard]] std::vector<Event> merge_reports(std::vector<Event> events);

} // namespace yaqut::events
