// SPDX-License-Identifier: Apache-2.0
#include "events/report_store.hpp"

#include <algorithm>
#include <span>

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

void ReportStore::add(std::vector<Event> reports) {
    m_size += reports.size();
    const std::vector<Event> sorted = in_order(std::move(reports));
    for (auto begin = sorted.begin(); begin != sorted.end();) {
        const int day = order_day(*begin);
        const auto end =
            std::find_if(begin, sorted.end(), [day](const Event& event) { return order_day(event) != day; });
        const std::string_view article =
            begin->sources.empty() ? std::string_view() : begin->sources.front().article_id;
        m_groups.push_back({day, keep(pack_reports(article, {begin, end}))});
        begin = end;
    }
}

MergedReports::MergedReports(ReportStore store) : m_store(std::move(store)) {
    std::sort(m_store.m_groups.begin(), m_store.m_groups.end(), [](const auto& a, const auto& b) {
        return a.day != b.day ? a.day < b.day : packed_article(a.packed) < packed_article(b.packed);
    });
}

/// Mostly one group. Where several have the same article, their reports are put in order together.
void MergedReports::add_article_day() {
    const std::vector<ReportStore::Group>& groups = m_store.m_groups;
    const ReportStore::Group first = groups[m_next];
    const std::string_view article = packed_article(first.packed);
    std::vector<Event> reports;
    while (m_next < groups.size() && groups[m_next].day == first.day &&
           packed_article(groups[m_next].packed) == article) {
        std::vector<Event> more = PackedReports(groups[m_next++].packed).events();
        std::move(more.begin(), more.end(), std::back_inserter(reports));
    }
    for (Event& report : in_order(std::move(reports))) {
        m_merger.add(std::move(report));
    }
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
