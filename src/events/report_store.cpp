// SPDX-License-Identifier: Apache-2.0
#include "events/report_store.hpp"

#include <algorithm>

#include "events/packed_reports.hpp"
#include "events/report_order.hpp"

namespace yaqut::events {

std::string_view ReportStore::keep(std::string_view bytes) {
    constexpr std::size_t chunk_size = std::size_t{1} << 20U;
    if (m_chunks.empty() || m_chunks.back().capacity() - m_chunks.back().size() < bytes.size()) {
        m_chunks.emplace_back().reserve(std::max(chunk_size, bytes.size()));
    }
    std::string& chunk = m_chunks.back();
    const std::size_t begin = chunk.size();
    chunk.append(bytes);
    return std::string_view(chunk).substr(begin);
}

void PackedDays::pack(std::span<Event> reports) {
    m_packed.bytes().clear();
    m_days.clear();
    m_size = reports.size();
    if (reports.empty()) {
        return;
    }
    const std::vector<Event*> sorted = order_of(reports);
    const std::vector<EventSource>& sources = sorted.front()->sources;
    m_article = sources.empty() ? std::string() : sources.front().article_id;
    for (auto begin = sorted.begin(); begin != sorted.end();) {
        const int day = order_day(**begin);
        const auto end =
            std::find_if(begin, sorted.end(), [day](const Event* event) { return order_day(*event) != day; });
        pack_reports(m_article, std::vector<const Event*>(begin, end), m_packed);
        m_days.push_back({day, m_packed.bytes().size()});
        begin = end;
    }
}

void ReportStore::add(const PackedDays& article) {
    m_size += article.m_size;
    if (article.m_days.empty()) {
        return;
    }
    const std::string_view packed = keep(article.m_packed.bytes());
    const std::string_view id = packed_article(packed);
    std::size_t begin = 0;
    for (const PackedDays::Day& day : article.m_days) {
        m_groups.push_back({day.day, id, packed.substr(begin, day.end - begin)});
        begin = day.end;
    }
}

void ReportStore::add(std::vector<Event> reports) {
    PackedDays packed;
    packed.pack(reports);
    add(packed);
}

MergedReports::MergedReports(ReportStore store) : m_store(std::move(store)) {
    std::sort(m_store.m_groups.begin(), m_store.m_groups.end(),
              [](const auto& a, const auto& b) { return a.day != b.day ? a.day < b.day : a.article < b.article; });
}

/// Mostly one group. Where several have the same article, their reports are put in order together.
void MergedReports::add_article_day() {
    const std::vector<ReportStore::Group>& groups = m_store.m_groups;
    const ReportStore::Group& first = groups[m_next];
    const auto last = std::find_if(groups.begin() + static_cast<std::ptrdiff_t>(m_next), groups.end(),
                                   [&](const auto& g) { return g.day != first.day || g.article != first.article; });
    const auto end = static_cast<std::size_t>(last - groups.begin());
    if (end - m_next == 1) {
        m_reading.open(groups[m_next++].packed);
        for (std::size_t i = 0; i < m_reading.size(); ++i) {
            Event report = spare_event();
            m_reading.read(i, report);
            m_merger.add(std::move(report));
        }
        return;
    }
    std::vector<Event> reports;
    for (; m_next < end; ++m_next) {
        std::vector<Event> more = PackedReports(groups[m_next].packed).events();
        std::move(more.begin(), more.end(), std::back_inserter(reports));
    }
    for (Event& report : in_order(std::move(reports))) {
        m_merger.add(std::move(report));
    }
}

Event MergedReports::spare_event() {
    if (m_spare.empty()) {
        return {};
    }
    Event event = std::move(m_spare.back());
    m_spare.pop_back();
    return event;
}

void MergedReports::give_back(std::vector<Event> events) {
    constexpr std::size_t most = 4096;
    events.resize(std::min(events.size(), most - std::min(most, m_spare.size())));
    std::move(events.begin(), events.end(), std::back_inserter(m_spare));
}

std::vector<Event> MergedReports::next(std::size_t count) {
    while (m_merger.ready() < count && m_next < m_store.m_groups.size()) {
        add_article_day();
    }
    if (m_next == m_store.m_groups.size()) {
        m_merger.finish();
    }
    return m_merger.take();
}

} // namespace yaqut::events
