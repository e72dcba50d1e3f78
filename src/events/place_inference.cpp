// SPDX-License-Identifier: Apache-2.0
// Places of events that have none of their own: of their sentence, their paragraph, their article.
#include <algorithm>
#include <map>

#include "events/places.hpp"

namespace yaqut::events {

namespace {

constexpr std::uint32_t share_reach = 80; ///< tokens between two events of a sentence that may share a place
constexpr int context_reach = 32;         ///< event mentions to look back for a place

} // namespace

std::int32_t PlaceLinker::main_place() const {
    std::map<std::string_view, std::pair<int, std::int32_t>> votes;
    std::int32_t best = -1;
    int best_votes = 0;
    for (const Site& site : m_sites) {
        const ResolvedToponym& toponym = m_text.toponyms()[static_cast<std::size_t>(site.toponym)];
        if (!toponym.place) {
            continue;
        }
        auto& [count, first] = votes.try_emplace(toponym.place->id, 0, site.toponym).first->second;
        count += place_rank(toponym) == 0 ? 1 : 2;
        if (count > best_votes) {
            best_votes = count;
            best = first;
        }
    }
    return best;
}

namespace {

enum class Sphere : std::uint8_t { violence, politics, other };

/// Events of one sphere are told of one place rather than those of different ones.
Sphere sphere_of(EventType type) {
    switch (type) {
    case EventType::visit:
    case EventType::meeting:
    case EventType::agreement:
    case EventType::statement:
    case EventType::vote:
    case EventType::appointment:
    case EventType::sanction: return Sphere::politics;
    case EventType::trial:
    case EventType::aid: return Sphere::other;
    default: return Sphere::violence;
    }
}

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
            draft.place = {country, country >= 0 ? Link::context : Link::none, 0.5F};
            continue;
        }
        const Draft* source = nullptr;
        int steps = 0;
        for (std::size_t j = i; j-- > 0 && steps < context_reach; ++steps) {
            const bool kin = sphere_of(drafts[j].type) == sphere_of(draft.type);
            const bool near = draft.block - drafts[j].block <= 1;
            if (is_stated(drafts[j]) && near && (kin || source == nullptr)) {
                source = &drafts[j];
                if (kin) {
                    break;
                }
            }
        }
        if (source != nullptr) {
            draft.place = {source->place.toponym, Link::context, 1.0F};
        } else if (main >= 0) {
            draft.place = {main, Link::context, 0.5F};
        }
    }
}

void PlaceLinker::share(std::vector<Draft>& drafts) const {
    for (Draft& draft : drafts) {
        if (draft.place.known() && draft.place.link != Link::topic) {
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

} // namespace yaqut::events
