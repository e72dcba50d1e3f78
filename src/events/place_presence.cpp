// SPDX-License-Identifier: Apache-2.0
// How present a place and its country are in the whole article.
#include <algorithm>
#include <cmath>

#include "events/places.hpp"

namespace yaqut::events {

namespace {

bool is_of_law(EventType type) {
    return type == EventType::trial || type == EventType::arrest || type == EventType::release;
}

bool is_pact(EventType type) {
    return type == EventType::sanction || type == EventType::agreement || type == EventType::ceasefire;
}

} // namespace

void PlaceLinker::mark_presence() {
    ScratchMap<std::string_view, std::uint32_t> places;
    for (const Site& site : m_sites) {
        const std::optional<Place>& place = toponym_of(site.toponym).place;
        if (place && !site.anaphor) {
            ++places[place->id];
        }
    }
    const auto names_of = [&](const Place& place) {
        const auto found = places.find(place.id);
        return found == places.end() ? 0.0F : std::log2(static_cast<float>(found->second));
    };
    const float home = m_lands.largest_share();
    for (std::size_t i = 0; i < m_sites.size(); ++i) {
        Site& site = m_sites[i];
        const std::optional<Place>& place = toponym_of(site.toponym).place;
        if (!place) {
            continue;
        }
        const std::int32_t town = town_named_before(i);
        site.names = std::max(names_of(*place), town < 0 ? 0.0F : names_of(*toponym_of(town).place));
        site.home_share = m_lands.share_of(place->country);
        site.home = site.home_share > 0.0F && site.home_share >= home;
    }
}

/// A quarter or an airport is as present as its town: the last one named near it, not too far back; -1 else.
std::int32_t PlaceLinker::town_named_before(std::size_t index) const {
    constexpr std::size_t look_back = 32; ///< places
    constexpr double town_km = 30.0;
    const ResolvedToponym& site = toponym_of(m_sites[index].toponym);
    for (std::size_t i = index; place_rank(site) > 3 && i > index - std::min(index, look_back); --i) {
        const ResolvedToponym& town = toponym_of(m_sites[i - 1].toponym);
        if (place_rank(town) == 3 && same_area(site, town, town_km)) {
            return m_sites[i - 1].toponym;
        }
    }
    return -1;
}

/// What the article is about is told of first.
void PlaceLinker::add_presence(PlaceScore& score, const Draft& draft, const Site& site) const {
    const bool politics = sphere_of(draft.type) == Sphere::politics;
    score.add(politics ? PlaceFeature::names_politics : PlaceFeature::names, site.names);
    score.add(PlaceFeature::home_share, site.home_share);
    if (site.home) {
        score.add(politics ? PlaceFeature::home_politics : PlaceFeature::home);
    }
}

/// Whether what is done is rather told of a whole country or of a place in it.
void PlaceLinker::add_level(PlaceScore& score, EventType type, bool country) {
    if (is_of_law(type)) {
        score.add(country ? PlaceFeature::law_country : PlaceFeature::law_finer);
    } else if (is_pact(type)) {
        score.add(country ? PlaceFeature::pact_country : PlaceFeature::pact_finer);
    } else if (type == EventType::displacement) {
        score.add(country ? PlaceFeature::displaced_country : PlaceFeature::displaced_finer);
    } else if (country) {
        score.add_if(type == EventType::visit, PlaceFeature::visit_country);
        score.add_if(type == EventType::capture, PlaceFeature::capture_country);
        score.add_if(type == EventType::vote, PlaceFeature::vote_country);
    }
}

} // namespace yaqut::events
