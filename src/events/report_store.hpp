// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/event.hpp"
#include "core/packed_bytes.hpp"
#include "events/merge.hpp"
#include "events/packed_reports.hpp"

namespace yaqut::events {

/// The reports of one article as a store keeps them. Threads make them, each in objects of its own, which use their
/// memory again.
class PackedDays {
  public:
    /// Replaces what was there. Each report has the article as its source.
    void pack(std::span<Event> reports);
    void pack(std::vector<Event>&& reports) { pack(std::span(reports)); }

    [[nodiscard]] std::uint64_t size() const { return m_size; }

  private:
    friend class ReportStore;
    /// Reports with the same first day, in order.
    struct Day {
        int day;
        std::size_t end; ///< in the bytes
    };

    PackedWriter m_packed;
    std::vector<Day> m_days;
    std::string m_article;
    std::uint64_t m_size = 0;
};

/// The reports of a run, packed, since there may be millions: about a quarter of the memory that the events would take.
class ReportStore {
  public:
    void add(const PackedDays& article);
    /// The reports of one article, each with it as its source.
    void add(std::vector<Event> reports);

    [[nodiscard]] std::uint64_t size() const { return m_size; }

  private:
    friend class MergedReports;
    /// Reports of one article with the same first day, in order.
    struct Group {
        int day;
        std::string_view article;
        std::string_view packed;
    };

    [[nodiscard]] std::string_view keep(std::string_view bytes);

    std::vector<std::string> m_chunks; ///< none grows beyond what it was made for: the bytes stay where they are
    std::vector<Group> m_groups;
    std::uint64_t m_size = 0;
};

/// Merges the reports of a store while they are read: what is unpacked at a time are the events of two weeks. The
/// events are those of merge_reports(), in the same order.
class MergedReports {
  public:
    explicit MergedReports(ReportStore store);

    /// The next events, about as many; none when there are no more.
    [[nodiscard]] std::vector<Event> next(std::size_t count);
    /// Events that are no longer needed: their memory serves later ones. Not at the same time as next().
    void give_back(std::vector<Event> events);

  private:
    void add_article_day();
    [[nodiscard]] Event spare_event();

    ReportStore m_store;
    std::size_t m_next = 0; ///< group
    PackedReports m_reading;
    std::vector<Event> m_spare;
    ReportMerger m_merger;
};

} // namespace yaqut::events
