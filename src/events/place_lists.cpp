// SPDX-License-Identifier: Apache-2.0
// One event word for several places.
#include <algorithm>

#include "events/places.hpp"

namespace yaqut::events {

namespace {

constexpr std::size_t longest_list = 8;
constexpr double apart_km = 5.0; ///< nearer names are of one place

/// Happens in several places at a time.
bool may_spread(EventType type) {
    switch (type) {
    case EventType::airstrike:
    case EventType::shelling:
    case EventType::protest:
    case EventType::riot:
    case EventType::arrest:
    case EventType::flood_storm:
    case EventType::earthquake: return true;
    default: return false;
    }
}

} // namespace

/// The next of several towns: joined by و, or known as a member of a list.
bool PlaceLinker::joins_list(const Site& before, const Site& site) const {
    if (site.anaphor || before.anaphor || site.tokens.begin > before.tokens.end + 1) {
        return false;
    }
    const ResolvedToponym& one = m_text.toponyms()[static_cast<std::size_t>(before.toponym)];
    const ResolvedToponym& other = m_text.toponyms()[static_cast<std::size_t>(site.toponym)];
    if (place_rank(one) != place_rank(other) || same_area(one, other, apart_km)) {
        return false;
    }
    const text::Document& document = m_text.document();
    const std::uint32_t word = document.token(site.tokens.begin).span.begin;
    const bool conjoined = document.source({word, std::max(word, other.mention.span.begin)}).starts_with("و");
    return conjoined || has_cue(other.mention.cues, MentionCue::list_member);
}

void PlaceLinker::spread(std::vector<Draft>& drafts) const {
    const std::size_t told = drafts.size();
    for (std::size_t i = 0; i < told; ++i) {
        const Draft draft = drafts[i];
        const bool counted = draft.fatalities.known() || draft.injured.known();
        if (!may_spread(draft.type) || draft.place.link != Link::stated || counted) {
            continue;
        }
        const auto [begin, end] = sites_of(draft.sentence);
        std::size_t site = begin;
        while (site < end && (m_sites[site].anaphor || m_sites[site].toponym != draft.place.toponym)) {
            ++site;
        }
        const std::size_t limit = std::min(end, site + longest_list);
        for (std::size_t next = site + 1; next < limit && joins_list(m_sites[next - 1], m_sites[next]); ++next) {
            drafts.push_back(draft);
            drafts.back().place.toponym = m_sites[next].toponym;
        }
    }
}

} // namespace yaqut::events
