// SPDX-License-Identifier: Apache-2.0
// Places of events that have none of their own: of their sentence, their paragraph, their article.
#include <algorithm>
#include <map>

#include "events/places.hpp"

namespace yaqut::events {

namespace {

constexpr std::uint32_t share_reach = 80; ///< tokens between two events of a sentence that may share a place
constexpr int context_reach = 32;         ///< event mentions to look back for a place
constexpr int dominant_share = 2;         ///< the main place has at least one vote in so many
constexpr std::uint32_t near_blocks = 4;  ///< paragraphs in which the main place is still present
constexpr int fewest_votes = 4;           ///< a place named once is not what an article is about
constexpr double town_km = 30.0;          ///< from a site or quarter to the town that it belongs to
constexpr double vast_km = 300.0;         ///< regions of a larger radius say nothing about where an event was

} // namespace

bool is_vast(const ResolvedToponym& toponym) {
    if (!toponym.place || toponym.place->feature == FeatureClass::sea) {
        return true;
    }
    return toponym.place->feature != FeatureClass::country && toponym.radius_km > vast_km;
}

std::int32_t PlaceLinker::main_place() const {
    std::map<std::string_view, std::pair<int, std::int32_t>> votes;
    std::int32_t best = -1;
    int best_votes = 0;
    int all_votes = 0;
    for (const Site& site : m_sites) {
        const ResolvedToponym& toponym = m_text.toponyms()[static_cast<std::size_t>(site.toponym)];
        if (is_vast(toponym)) {
            continue;
        }
        auto& [count, first] = votes.try_emplace(toponym.place->id, 0, site.toponym).first->second;
        const int weight = place_rank(toponym) == 0 ? 1 : 2;
        count += weight;
        all_votes += weight;
        if (count > best_votes) {
            best_votes = count;
            best = first;
        }
    }
    return best_votes >= fewest_votes && best_votes * dominant_share >= all_votes ? best : -1;
}

namespace {

bool is_stated(const Draft& draft) { return draft.place.known() && draft.place.link != Link::context; }

} // namespace

/// The country that the article is about, for events that concern a whole country.
std::int32_t PlaceLinker::main_country() const {
    std::map<std::string_view, std::pair<int, std::int32_t>> votes;
    std::int32_t best = -1;
    int best_votes = 0;
    for (std::size_t i = 0; i < m_text.toponyms().size(); ++i) {
        const ResolvedToponym& toponym = m_text.toponyms()[i];
        if (!toponym.place || toponym.place->country.empty()) {
            continue;
        }
        auto& [count, named] = votes.try_emplace(toponym.place->country, 0, -1).first->second;
        ++count;
        if (place_rank(toponym) == 0 && toponym.mention.use == ToponymUse::location) {
            named = static_cast<std::int32_t>(i);
        }
        if (named >= 0 && count > best_votes) {
            best_votes = count;
            best = named;
        }
    }
    return best;
}

void PlaceLinker::infer(std::vector<Draft>& drafts) const {
    const std::int32_t main = main_place();
    const std::int32_t country = main_country();
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        Draft& draft = drafts[i];
        if (draft.place.known()) {
            continue;
        }
        if (draft.type == EventType::vote || draft.type == EventType::appointment) {
            // Elections are held all over the country; what a body of people decides has no place that the text gives.
            const bool nationwide = draft.type == EventType::vote && !draft.verb && country >= 0;
            draft.place = nationwide ? PlaceLink{country, Link::context, 0.5F} : PlaceLink{};
            continue;
        }
        if (const Draft* source = neighbour(drafts, i)) {
            draft.place = {town_around(source->place.toponym), Link::context, 1.0F};
        } else if (main >= 0 && sphere_of(draft.type) == Sphere::violence && named_near(draft, main)) {
            draft.place = {main, Link::context, 0.5F};
        }
    }
}

/// The article spoke of the place in this paragraph or one of the few before it.
bool PlaceLinker::named_near(const Draft& draft, std::int32_t toponym) const {
    const text::Document& document = m_text.document();
    const std::string_view id = m_text.toponyms()[static_cast<std::size_t>(toponym)].place->id;
    const auto behind = std::partition_point(m_sites.begin(), m_sites.end(),
                                             [&](const Site& s) { return s.tokens.begin < draft.trigger.begin; });
    for (auto it = behind; it != m_sites.begin();) {
        --it;
        if (draft.block - document.sentences()[it->sentence].block > near_blocks) {
            return false;
        }
        const std::optional<Place>& place = m_text.toponyms()[static_cast<std::size_t>(it->toponym)].place;
        if (place && place->id == id) {
            return true;
        }
    }
    return false;
}

/// The event told shortly before whose place a draft without one may share.
const Draft* PlaceLinker::neighbour(const std::vector<Draft>& drafts, std::size_t index) const {
    const Draft& draft = drafts[index];
    const Sphere sphere = sphere_of(draft.type);
    int steps = 0;
    for (std::size_t j = index; j-- > 0 && steps < context_reach; ++steps) {
        const Draft& other = drafts[j];
        if (draft.block - other.block > 1) {
            break;
        }
        // What is told after a visit happens there; other talks may be anywhere.
        const bool far = draft.block != other.block && sphere != Sphere::violence && other.type != EventType::visit;
        if (!far && is_stated(other) && sphere_of(other.type) == sphere &&
            !is_vast(m_text.toponyms()[static_cast<std::size_t>(other.place.toponym)])) {
            return &other;
        }
    }
    return nullptr;
}

/// An airport or a quarter is the scene of its own events only: what is told next is in the town, when the text has
/// named it before.
std::int32_t PlaceLinker::town_around(std::int32_t toponym) const {
    const ResolvedToponym& site = m_text.toponyms()[static_cast<std::size_t>(toponym)];
    if (place_rank(site) < 4) {
        return toponym;
    }
    const auto after = std::partition_point(m_sites.begin(), m_sites.end(),
                                            [&](const Site& s) { return s.tokens.begin <= site.mention.tokens.begin; });
    for (auto it = after; it != m_sites.begin();) {
        --it;
        const ResolvedToponym& town = m_text.toponyms()[static_cast<std::size_t>(it->toponym)];
        if (town.place && town.place->feature == FeatureClass::city && same_area(site, town, town_km)) {
            return it->toponym;
        }
    }
    return toponym;
}

void PlaceLinker::share(std::vector<Draft>& drafts) const {
    for (Draft& draft : drafts) {
        const bool nationwide =
            draft.type == EventType::vote || draft.type == EventType::appointment || draft.type == EventType::sanction;
        if (nationwide || (draft.place.known() && draft.place.link != Link::topic)) {
            continue;
        }
        const Draft* source = nullptr;
        std::uint32_t distance = share_reach;
        for (const Draft& other : drafts) {
            const std::uint32_t gap = other.trigger.begin > draft.trigger.begin
                                          ? other.trigger.begin - draft.trigger.begin
                                          : draft.trigger.begin - other.trigger.begin;
            const bool stated = other.place.link == Link::stated || other.place.link == Link::anaphor;
            if (&other != &draft && stated && !other.ended && sphere_of(other.type) == sphere_of(draft.type) &&
                gap < distance && m_text.breaks_between(other.trigger.begin, draft.trigger.begin) <= 2) {
                source = &other;
                distance = gap;
            }
        }
        if (source != nullptr) {
            draft.place = {source->place.toponym, Link::topic, source->place.score};
        }
    }
}

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
