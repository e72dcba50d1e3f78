// SPDX-License-Identifier: Apache-2.0
#include "events/places.hpp"

#include <algorithm>
#include <cmath>

namespace yaqut::events {

namespace {

constexpr std::uint32_t vast_reach = 5; ///< tokens from an event to a vast region that it is in
constexpr double nested_km = 60.0;
constexpr std::uint32_t nested_reach = 7;       ///< tokens between a place and the one around it
constexpr std::uint32_t nested_far = 25;        ///< the same when the finer one has a preposition of place
constexpr std::size_t nested_names = 6;         ///< names that one place may be nested with
constexpr std::ptrdiff_t longest_sentence = 64; ///< places
constexpr std::uint32_t site_reach = 80;        ///< tokens between a trigger and a place that it may be linked to

const LinkWeights& place_weights() {
    static const LinkWeights weights("event_place_weights", place_feature_names);
    return weights;
}

const WordWeights& place_words() {
    static const WordWeights weights(lexicon::load("event_place_words"));
    return weights;
}

const LinkWeights& inference_weights() {
    static const LinkWeights weights("event_inference_weights", inference_feature_names);
    return weights;
}

} // namespace

PlaceLinker::PlaceLinker(const TaggedText& text, std::span<const LandPart> parts, LinkTrace* trace)
    : m_text(text), m_trace(trace), m_weights(place_weights()), m_inference_weights(inference_weights()),
      m_words(text, place_words()), m_lands(text) {
    collect_toponyms(parts);
    collect_anaphors();
    std::sort(m_sites.begin(), m_sites.end(),
              [](const Site& a, const Site& b) { return a.tokens.begin < b.tokens.begin; });
    drop_sides();
    share_claims();
    const std::size_t sentences = text.document().sentences().size();
    m_first_site.assign(sentences + 1, static_cast<std::uint32_t>(m_sites.size()));
    for (std::size_t i = m_sites.size(); i-- > 0;) {
        m_first_site[m_sites[i].sentence] = static_cast<std::uint32_t>(i);
    }
    for (std::size_t s = sentences; s-- > 0;) {
        m_first_site[s] = std::min(m_first_site[s], m_first_site[s + 1]);
    }
    mark_nested();
    mark_presence();
}

/// "Shook the west of Turkey, killing ten in Izmir": where a place in the country is named, its side tells nothing
/// more.
void PlaceLinker::drop_sides() {
    const auto named_in = [this](const Site& side) {
        const std::string_view country = toponym_of(side.toponym).place->country;
        const auto begin = std::partition_point(m_sites.begin(), m_sites.end(),
                                                [&](const Site& site) { return site.sentence < side.sentence; });
        const auto end = begin + std::min<std::ptrdiff_t>(m_sites.end() - begin, longest_sentence);
        for (auto it = begin; it != end && it->sentence == side.sentence; ++it) {
            const std::optional<Place>& place = toponym_of(it->toponym).place;
            if (!it->side && !it->anaphor && place && place->country == country) {
                return true;
            }
        }
        return false;
    };
    ScratchVector<std::uint8_t> drop(m_sites.size());
    bool any = false;
    for (std::size_t i = 0; i < m_sites.size(); ++i) {
        drop[i] = m_sites[i].side && named_in(m_sites[i]) ? 1 : 0;
        any |= drop[i] != 0;
    }
    if (any) {
        std::size_t i = 0;
        std::erase_if(m_sites, [&](const Site&) { return drop[i++] != 0; });
    }
}

/// "To seize the airport and the base": what is joined to a place belongs to the same event.
void PlaceLinker::share_claims() {
    for (std::size_t i = 1; i < m_sites.size(); ++i) {
        const Site& before = m_sites[i - 1];
        Site& site = m_sites[i];
        const bool joined = site.sentence == before.sentence && site.tokens.begin == before.tokens.end &&
                            m_text[site.tokens.begin].conjoined;
        if (joined && !site.claimed) {
            site.claimed = before.claimed;
        }
    }
}

/// "In Benina, a suburb of Benghazi": which of two names beside each other is the place around the other.
void PlaceLinker::mark_nested() {
    for (std::size_t i = 0; i < m_sites.size(); ++i) {
        for (std::size_t j = i + 1; j < std::min(m_sites.size(), i + nested_names); ++j) {
            Site& one = m_sites[i];
            Site& other = m_sites[j];
            if (other.sentence != one.sentence || other.tokens.begin > one.tokens.end + nested_far) {
                break;
            }
            const ResolvedToponym& first = toponym_of(one.toponym);
            const ResolvedToponym& second = toponym_of(other.toponym);
            const int ranks = place_rank(first) - place_rank(second);
            if (one.anaphor || other.anaphor || ranks == 0 || !same_area(first, second, nested_km)) {
                continue;
            }
            Site& coarse = ranks < 0 ? one : other;
            Site& fine = ranks < 0 ? other : one;
            const bool near = other.tokens.begin <= one.tokens.end + nested_reach;
            const bool far = !near && fine.governor == Governor::in;
            coarse.holds_finer |= near;
            fine.in_coarser |= near;
            coarse.holds_finer_far |= far;
            fine.in_coarser_far |= far;
        }
    }
}

std::pair<std::size_t, std::size_t> PlaceLinker::sites_of(std::uint32_t sentence) const {
    return {m_first_site[sentence], m_first_site[sentence + 1]};
}

std::size_t PlaceLinker::first_site_after(std::size_t begin, std::size_t end, std::uint32_t token) const {
    const auto at = [this](std::size_t i) { return m_sites.begin() + static_cast<std::ptrdiff_t>(i); };
    const auto found =
        std::partition_point(at(begin), at(end), [token](const Site& site) { return site.tokens.begin < token; });
    return static_cast<std::size_t>(found - m_sites.begin());
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

/// A vast region that does not stand right after the event with a preposition, a sea beside a place on land; the
/// office of somebody who meets or travels.
bool PlaceLinker::is_remote(const Draft& draft, std::size_t index) const {
    const Site& site = m_sites[index];
    if ((site.office && sphere_of(draft.type) == Sphere::politics) || is_matter(draft, site)) {
        return true;
    }
    if (!is_vast(toponym_of(site.toponym))) {
        return false;
    }
    const std::uint32_t end = draft.extent.end;
    const bool next = index + 1 < m_sites.size() && m_sites[index + 1].sentence == site.sentence;
    const bool coast = toponym_of(site.toponym).place->feature == FeatureClass::sea && next;
    return coast || site.governor != Governor::in || site.tokens.begin < end || site.tokens.begin > end + vast_reach;
}

namespace {

/// Logarithm of the odds of what fits among the choices, by their scores.
template <typename Fits> float logarithm_of_odds(const OfferedPlaces& offered, const Fits& fits) {
    constexpr float least = 1e-3F;
    float best = offered.front().second;
    for (const auto& [toponym, score] : offered) {
        best = std::max(best, score);
    }
    float with = 0.0F;
    float without = 0.0F;
    for (const auto& [toponym, score] : offered) {
        (toponym >= 0 && fits(toponym) ? with : without) += std::exp(score - best);
    }
    return std::log(std::max(with, least) / std::max(without, least));
}

} // namespace

float PlaceLinker::odds_of(const OfferedPlaces& offered, std::int32_t chosen) const {
    const std::optional<Place>& place = toponym_of(chosen).place;
    return logarithm_of_odds(offered, [&](std::int32_t toponym) {
        const std::optional<Place>& other = toponym_of(toponym).place;
        return toponym == chosen || (place && other && place->id == other->id);
    });
}

float PlaceLinker::land_odds_of(const OfferedPlaces& offered, std::int32_t chosen) const {
    const std::optional<Place>& place = toponym_of(chosen).place;
    return logarithm_of_odds(offered, [&](std::int32_t toponym) {
        const std::optional<Place>& other = toponym_of(toponym).place;
        return toponym == chosen || (place && other && place->country == other->country);
    });
}

void PlaceLinker::link(Draft& draft, const EventTokens& events) const {
    if (is_by_phone(draft)) {
        return;
    }
    const auto [first, end] = sites_of(draft.sentence);
    const Site* const topic = topic_of(draft);
    const Site* const outer = topic != nullptr ? topic : heading_of(draft);
    if (first == end && outer == nullptr && m_trace == nullptr) {
        return;
    }
    PlaceScore best = score_none(draft);
    OfferedPlaces offered;
    offered.emplace_back(-1, best.value());
    const Site* chosen = nullptr;
    Link link = Link::none;
    LinkChoice choice{m_text.document().span_of(draft.trigger), draft.type, "place_stated", {}};
    const auto offer = [&](const Site* site, PlaceScore&& score, Link as) {
        if (m_trace != nullptr) {
            const bool own = as != Link::topic;
            choice.options.push_back({site->toponym,
                                      {},
                                      score.value(),
                                      score.parts(),
                                      {},
                                      own ? m_words.list_target(draft, target_of(*site)) : LinkWordList(),
                                      toponym_of(site->toponym)});
        }
        offered.emplace_back(site->toponym, score.value());
        if (score.value() > best.value()) {
            best = std::move(score);
            chosen = site;
            link = as;
        }
    };
    if (m_trace != nullptr) {
        choice.options.push_back({-1, {}, best.value(), best.parts(), {}, m_words.list_none(draft)});
    }
    const std::uint32_t reach = std::min(draft.trigger.begin, site_reach);
    for (std::size_t i = first_site_after(first, end, draft.trigger.begin - reach); i < end; ++i) {
        const Site& site = m_sites[i];
        if (site.tokens.begin > draft.trigger.end + site_reach) {
            break;
        }
        if (!is_remote(draft, i)) {
            offer(&site, score_site(draft, i, events), site.anaphor ? Link::anaphor : Link::stated);
        }
    }
    if (outer != nullptr) {
        PlaceScore score(m_weights, m_trace != nullptr);
        score.add(topic != nullptr ? PlaceFeature::paragraph_topic : PlaceFeature::section_heading);
        offer(outer, std::move(score), Link::topic);
    }
    if (chosen != nullptr) {
        draft.place = {chosen->toponym, link, odds_of(offered, chosen->toponym), land_odds_of(offered, chosen->toponym),
                       chosen->around};
    }
    if (m_trace != nullptr) {
        m_trace->push_back(std::move(choice));
    }
}

} // namespace yaqut::events
