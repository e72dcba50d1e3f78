// SPDX-License-Identifier: Apache-2.0
#include "events/place_tellings.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/scratch.hpp"
#include "events/places.hpp"
#include "events/telling_features.hpp"

namespace yaqut::events {

namespace {

using F = TellingFeature;
using Score = LinkScore<TellingFeature>;

constexpr float most_odds = 6.0F;
constexpr double nested_km = 60.0;
constexpr std::size_t most_places = 16; ///< that one event may have; more are left aside

const LinkWeights& weights() {
    static const LinkWeights weights("event_telling_weights", telling_feature_names);
    return weights;
}

/// One of the places, with the mentions that have it.
struct Told {
    PlaceLink surest;
    ScratchVector<std::uint32_t> mentions; ///< drafts
};

class Tellings {
  public:
    Tellings(const TaggedText& text, const std::vector<Draft>& drafts, const Cluster& cluster);

    [[nodiscard]] bool differ() const { return m_places.size() > 1; }
    [[nodiscard]] PlaceLink likeliest(LinkTrace* trace) const;

  private:
    void add(std::uint32_t index);
    void score_links(Score& score, const Told& told) const;
    void score_mentions(Score& score, const Told& told) const;
    void score_place(Score& score, const Told& told) const;
    void score_rivals(Score& score, const Told& told) const;
    [[nodiscard]] bool same(const PlaceLink& a, const PlaceLink& b) const;
    [[nodiscard]] const ResolvedToponym& toponym(const PlaceLink& place) const {
        return m_text.toponyms()[static_cast<std::size_t>(place.toponym)];
    }

    const TaggedText& m_text;
    const std::vector<Draft>& m_drafts;
    const Draft& m_event;
    std::uint32_t m_first_block;
    std::size_t m_placed = 0; ///< mentions with a place
    ScratchVector<Told> m_places;
};

Tellings::Tellings(const TaggedText& text, const std::vector<Draft>& drafts, const Cluster& cluster)
    : m_text(text), m_drafts(drafts), m_event(cluster.event), m_first_block(drafts[cluster.members.front()].block) {
    for (const std::uint32_t member : cluster.members) {
        if (drafts[member].place.known()) {
            add(member);
        }
    }
}

bool Tellings::same(const PlaceLink& a, const PlaceLink& b) const {
    const std::optional<Place>& one = toponym(a).place;
    const std::optional<Place>& other = toponym(b).place;
    return a.toponym == b.toponym || (one && other && one->id == other->id);
}

void Tellings::add(std::uint32_t index) {
    const Draft& mention = m_drafts[index];
    ++m_placed;
    const auto found = std::find_if(m_places.begin(), m_places.end(),
                                    [&](const Told& told) { return same(told.surest, mention.place); });
    if (found == m_places.end()) {
        if (m_places.size() < most_places) {
            m_places.push_back({mention.place, {}});
            m_places.back().mentions.push_back(index);
        }
        return;
    }
    found->mentions.push_back(index);
    const bool own = found->surest.link != Link::context;
    const bool other_own = mention.place.link != Link::context;
    if (own == other_own ? mention.place.odds > found->surest.odds : other_own) {
        found->surest = mention.place;
    }
}

void Tellings::score_links(Score& score, const Told& told) const {
    const bool context = told.surest.link == Link::context;
    score.add(context ? F::odds_context : F::odds, std::clamp(told.surest.odds, -most_odds, most_odds));
    const auto linked = [&](Link link) {
        return std::any_of(told.mentions.begin(), told.mentions.end(),
                           [&](std::uint32_t mention) { return m_drafts[mention].place.link == link; });
    };
    score.add_if(linked(Link::stated), F::stated);
    score.add_if(linked(Link::anaphor), F::anaphor);
    score.add_if(linked(Link::topic), F::topic);
    score.add_if(linked(Link::context), F::context);
    score.add_if(told.surest.around, F::around);
}

void Tellings::score_mentions(Score& score, const Told& told) const {
    const auto any = [&](const auto& fits) {
        return std::any_of(told.mentions.begin(), told.mentions.end(),
                           [&](std::uint32_t mention) { return fits(m_drafts[mention]); });
    };
    const auto count = static_cast<float>(told.mentions.size());
    score.add(F::share, count / static_cast<float>(m_placed));
    score.add(F::mentions, std::log2(count));
    score.add_if(any([&](const Draft& m) { return m.trigger == m_event.trigger; }), F::main);
    score.add_if(!any([](const Draft& m) { return !m.headline; }), F::headline);
    score.add_if(!any([](const Draft& m) { return !is_orphan(m); }), F::orphan);
    score.add_if(!any([](const Draft& m) { return !is_generic(m); }), F::generic);
    score.add_if(any([](const Draft& m) { return m.verb; }), F::verb);
    score.add_if(any([&](const Draft& m) { return m.type == m_event.type; }), F::alike);
    const std::uint32_t late = m_drafts[told.mentions.front()].block - m_first_block;
    score.add(F::late, std::log2(1.0F + static_cast<float>(late)));
}

void Tellings::score_place(Score& score, const Told& told) const {
    constexpr std::array ranks{F::country, F::province, F::area, F::town, F::site};
    const ResolvedToponym& place = toponym(told.surest);
    const int rank = place_rank(place);
    score.add(ranks[static_cast<std::size_t>(rank)]);
    score.add_if(rank == 0 && sphere_of(m_event.type) == Sphere::politics, F::politics_country);
    score.add(F::doubtful_use, 1.0F - place.mention.use_score);
    score.add(F::doubtful_place, 1.0F - place.score);
}

void Tellings::score_rivals(Score& score, const Told& told) const {
    const ResolvedToponym& place = toponym(told.surest);
    bool finer = false;
    bool coarser = false;
    for (const Told& other : m_places) {
        const ResolvedToponym& rival = toponym(other.surest);
        const int ranks = place_rank(place) - place_rank(rival);
        if (ranks != 0 && same_area(place, rival, nested_km)) {
            (ranks > 0 ? finer : coarser) = true;
        }
    }
    score.add_if(finer, F::finer);
    score.add_if(coarser, F::coarser);
    score.add_if(&told == &m_places.front(), F::first);
    score.add_if(same(told.surest, m_event.place), F::strongest);
}

PlaceLink Tellings::likeliest(LinkTrace* trace) const {
    const Told* best = nullptr;
    float most = 0.0F;
    LinkChoice choice{m_text.document().span_of(m_event.trigger), m_event.type, "place_told", {}};
    for (const Told& told : m_places) {
        Score score(weights(), trace != nullptr);
        score_links(score, told);
        score_mentions(score, told);
        score_place(score, told);
        score_rivals(score, told);
        if (best == nullptr || score.value() > most) {
            best = &told;
            most = score.value();
        }
        if (trace != nullptr) {
            choice.options.push_back(
                {told.surest.toponym, {}, score.value(), score.parts(), {}, {}, toponym(told.surest)});
        }
    }
    if (trace != nullptr) {
        trace->push_back(std::move(choice));
    }
    return best->surest;
}

} // namespace

PlaceLink told_place(const TaggedText& text, const std::vector<Draft>& drafts, const Cluster& cluster,
                     LinkTrace* trace) {
    if (cluster.members.size() < 2 || !cluster.event.place.known()) {
        return cluster.event.place;
    }
    const Tellings tellings(text, drafts, cluster);
    return tellings.differ() ? tellings.likeliest(trace) : cluster.event.place;
}

} // namespace yaqut::events
