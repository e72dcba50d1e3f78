// SPDX-License-Identifier: Apache-2.0
#include "cli/summary.hpp"

#include <algorithm>
#include <iomanip>
#include <ostream>

namespace yaqut::cli {

namespace {

void line(std::ostream& out, const std::string& label, std::uint64_t count) {
    out << std::left << std::setw(28) << label << std::right << std::setw(10) << count << '\n';
}

} // namespace

ArticleTally::ArticleTally(const Annotation& annotation)
    : without_dct(!annotation.dct), reports(annotation.events.size()) {
    for (const ResolvedToponym& toponym : annotation.toponyms) {
        if (toponym.mention.use != ToponymUse::location) {
            not_places += toponym.mention.use == ToponymUse::other ? 0U : 1U;
            continue;
        }
        ++places;
        unresolved += toponym.place || toponym.location ? 0U : 1U;
    }
}

void Summary::add_article(const ArticleTally& article) {
    ++m_articles;
    m_without_dct += article.without_dct ? 1U : 0U;
    m_places += article.places;
    m_unresolved += article.unresolved;
    m_not_places += article.not_places;
}

void Summary::add_event(const Event& event) {
    ++m_events;
    ++m_by_type[static_cast<std::size_t>(event.type)];
    m_without_place += event.place ? 0U : 1U;
    const bool country = event.place && event.geo_precision == GeoPrecision::country;
    m_country_only += country ? 1U : 0U;
    m_unsure_place += event.place && !country && !event.place->sure ? 1U : 0U;
    m_without_date += event.when && (event.when->first || event.when->last) ? 0U : 1U;
}

Summary::Counts Summary::place_counts() const {
    return {{"found", m_places}, {"unresolved", m_unresolved}, {"names_that_are_no_places", m_not_places}};
}

Summary::Counts Summary::event_counts() const {
    return {{"events", m_events},
            {"reports", reports},
            {"without_place", m_without_place},
            {"country_only", m_country_only},
            {"place_not_sure", m_unsure_place},
            {"without_date", m_without_date},
            {"texts_cut", truncated},
            {"without_point_left_out", left_out},
            {"not_in_profile", not_in_profile}};
}

Summary::Counts Summary::type_counts() const {
    Counts counts;
    for (std::size_t i = 0; i < event_type_count; ++i) {
        if (m_by_type[i] > 0) {
            counts.emplace_back(to_string(static_cast<EventType>(i)), m_by_type[i]);
        }
    }
    std::stable_sort(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    return counts;
}

std::vector<std::uint64_t> Summary::counters() const {
    return {m_articles, m_without_dct, m_places, m_unresolved, m_not_places, reports};
}

void Summary::restore(const std::vector<std::uint64_t>& counters) {
    std::size_t next = 0;
    for (auto* count : {&m_articles, &m_without_dct, &m_places, &m_unresolved, &m_not_places, &reports}) {
        *count = next < counters.size() ? counters[next++] : 0;
    }
}

void Summary::print(std::ostream& out) const {
    line(out, "articles read", m_articles);
    line(out, "  failed", failed);
    line(out, "  without a date", m_without_dct);
    if (known > 0) {
        line(out, "articles known already", known);
    }
    if (skipped > 0) {
        line(out, "files that are no articles", skipped);
    }
    line(out, "places found", m_places);
    line(out, "  unresolved", m_unresolved);
    line(out, "names that are no places", m_not_places);
    print_events(out);
    if (truncated > 0) {
        line(out, "texts cut to fit", truncated);
    }
    if (left_out > 0) {
        line(out, "without a point, not in .fgb", left_out);
    }
    if (not_in_profile > 0) {
        line(out, "not of a kind in the profile", not_in_profile);
    }
    if (m_outputs.empty()) {
        out << "nothing written\n";
    }
    for (const std::string& file : m_outputs) {
        out << "written  " << file << '\n';
    }
}

void Summary::print_events(std::ostream& out) const {
    line(out, "events", m_events);
    for (const auto& [type, count] : type_counts()) {
        line(out, "  " + type, count);
    }
    line(out, "  merged from reports", reports);
    line(out, "  without a place", m_without_place);
    line(out, "  only the country known", m_country_only);
    line(out, "  place not sure enough", m_unsure_place);
    line(out, "  without a date", m_without_date);
}

} // namespace yaqut::cli
