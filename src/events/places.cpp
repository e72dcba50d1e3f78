// SPDX-License-Identifier: Apache-2.0
#include "events/places.hpp"

#include <algorithm>

namespace yaqut::events {

namespace {

constexpr float link_threshold = 3.0F;
constexpr float sole_bonus = 2.5F; ///< the only place of a sentence, with a preposition of place
constexpr std::uint32_t refine_reach = 7;
constexpr std::uint32_t vast_reach = 5; ///< tokens from an event to a vast region that it is in
constexpr double nested_km = 60.0;
constexpr std::uint32_t site_reach = 80; ///< tokens between a trigger and a place that it may be linked to

bool within_reach(TokenRange a, TokenRange b) { return a.begin <= b.end + site_reach && b.begin <= a.end + site_reach; }

} // namespace

PlaceLinker::PlaceLinker(const TaggedText& text) : m_text(text) {
    collect_toponyms();
    collect_anaphors();
    std::sort(m_sites.begin(), m_sites.end(),
              [](const Site& a, const Site& b) { return a.tokens.begin < b.tokens.begin; });
    const std::size_t sentences = text.document().sentences().size();
    m_first_site.assign(sentences + 1, static_cast<std::uint32_t>(m_sites.size()));
    for (std::size_t i = m_sites.size(); i-- > 0;) {
        m_first_site[m_sites[i].sentence] = static_cast<std::uint32_t>(i);
    }
    for (std::size_t s = sentences; s-- > 0;) {
        m_first_site[s] = std::min(m_first_site[s], m_first_site[s + 1]);
    }
}

std::pair<std::size_t, std::size_t> PlaceLinker::sites_of(std::uint32_t sentence) const {
    return {m_first_site[sentence], m_first_site[sentence + 1]};
}

const Site* PlaceLinker::refine(const Draft& draft, const Site& chosen, const EventTokens& events) const {
    const ResolvedToponym& coarse = m_text.toponyms()[static_cast<std::size_t>(chosen.toponym)];
    const Site* best = &chosen;
    const auto [begin, end] = sites_of(chosen.sentence);
    for (std::size_t i = begin; i < end; ++i) {
        const Site& site = m_sites[i];
        if (!within_reach(site.tokens, draft.trigger)) {
            continue;
        }
        const ResolvedToponym& fine = m_text.toponyms()[static_cast<std::size_t>(site.toponym)];
        const ResolvedToponym& so_far = m_text.toponyms()[static_cast<std::size_t>(best->toponym)];
        if (site.anaphor || place_rank(fine) <= place_rank(so_far) || !same_area(coarse, fine, nested_km)) {
            continue;
        }
        const std::uint32_t gap = site.tokens.begin > best->tokens.end
                                      ? site.tokens.begin - best->tokens.end
                                      : best->tokens.begin - std::min(best->tokens.begin, site.tokens.end);
        const bool near = gap <= refine_reach && (site.governor == Governor::in || gap <= 1);
        if (near || relation(draft, site, events) > 2.0F) {
            best = &site;
        }
    }
    return best;
}

const Site* PlaceLinker::topic_of(const Draft& draft) const {
    const text::Block& block = m_text.document().blocks()[draft.block];
    const auto [begin, end] = sites_of(block.first_sentence);
    for (std::size_t i = begin; i < end; ++i) {
        if (m_sites[i].topic) {
            return &m_sites[i];
        }
    }
    return nullptr;
}

const Site* PlaceLinker::heading_of(const Draft& draft) const {
    const auto blocks = m_text.document().blocks();
    for (std::uint32_t block = draft.block; block-- > 0;) {
        if (blocks[block].kind == text::BlockKind::section_heading) {
            const auto [begin, end] = sites_of(blocks[block].first_sentence);
            return end == begin + 1 ? &m_sites[begin] : nullptr;
        }
    }
    return nullptr;
}

/// A vast region that does not stand right after the event with a preposition.
bool PlaceLinker::is_remote(const Draft& draft, const Site& site) const {
    if (!is_vast(m_text.toponyms()[static_cast<std::size_t>(site.toponym)])) {
        return false;
    }
    const std::uint32_t end = draft.extent.end;
    return site.governor != Governor::in || site.tokens.begin < end || site.tokens.begin > end + vast_reach;
}

void PlaceLinker::link(Draft& draft, const EventTokens& events) const {
    const Site* best = nullptr;
    float best_score = link_threshold;
    const auto [begin, end] = sites_of(draft.sentence);
    for (std::size_t i = begin; i < end; ++i) {
        if (!within_reach(m_sites[i].tokens, draft.trigger) || is_remote(draft, m_sites[i])) {
            continue;
        }
        const bool sole = end == begin + 1 && m_sites[i].governor == Governor::in && !m_sites[i].anaphor &&
                          m_sites[i].tokens.begin >= draft.extent.end;
        const float score = relation(draft, m_sites[i], events) + (sole ? sole_bonus : 0.0F);
        if (score > best_score) {
            best = &m_sites[i];
            best_score = score;
        }
    }
    if (best != nullptr) {
        best = refine(draft, *best, events);
        draft.place = {best->toponym, best->anaphor ? Link::anaphor : Link::stated, best_score};
        return;
    }
    const Site* other = topic_of(draft);
    if (other == nullptr) {
        other = heading_of(draft);
    }
    if (other != nullptr) {
        draft.place = {other->toponym, Link::topic, link_threshold};
    }
}

} // namespace yaqut::events
