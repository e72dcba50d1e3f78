// SPDX-License-Identifier: Apache-2.0
#include "toponyms/containing_place.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <limits>

#include "spatial/geodesic.hpp"

namespace yaqut::toponyms {

namespace {

constexpr float fallback_score = 0.5F;
constexpr std::size_t most_alternatives = 5;
constexpr float doubtful = 0.6F;          // below: a quarter must lie in the town that the text puts it in
constexpr double quarter_reach_km = 30.0; // of a town's edge
constexpr double narrow_km = 25.0;        // a wider place says too little of where the name is
constexpr double village_km = 6.0;        // a town so small that its road is not elsewhere
constexpr double nearby_km = 30.0;        // from a place that is merely named beside the name
constexpr double small_country_km = 175.0;
constexpr std::uint64_t reach = 80; // tokens between a name and what may hold it

bool is_unit(FeatureClass feature) { return feature == FeatureClass::adm1 || feature == FeatureClass::adm2; }

double default_radius(FeatureClass feature) {
    switch (feature) {
    case FeatureClass::country: return 500.0;
    case FeatureClass::adm1: return 100.0;
    case FeatureClass::adm2: return 30.0;
    case FeatureClass::city: return 5.0;
    case FeatureClass::region:
    case FeatureClass::sea: return 200.0;
    case FeatureClass::water:
    case FeatureClass::island:
    case FeatureClass::mountain: return 20.0;
    default: return 2.0;
    }
}

/// What kind of place may hold one that the descriptor names: a site lies in a town or a unit, a town in a unit.
bool may_hold(std::optional<FeatureClass> wanted, FeatureClass container) {
    const bool unit = is_unit(container);
    switch (wanted.value_or(FeatureClass::facility)) {
    case FeatureClass::country:
    case FeatureClass::adm1:
    case FeatureClass::region:
    case FeatureClass::sea: return false;
    case FeatureClass::adm2: return container == FeatureClass::adm1;
    case FeatureClass::city:
    case FeatureClass::camp: return unit;
    default: return unit || container == FeatureClass::city || container == FeatureClass::district;
    }
}

bool may_contain(const ResolvedToponym& other) {
    if (!other.place || other.is_fallback || other.mention.use != ToponymUse::location || other.mention.doubtful ||
        has_cue(other.mention.cues, MentionCue::credit)) {
        return false;
    }
    return may_hold(FeatureClass::facility, other.place->feature);
}

} // namespace

double radius_of(const Place& place) {
    return place.radius_km > 0.0F ? static_cast<double>(place.radius_km) : default_radius(place.feature);
}

bool contains_only(const ToponymMention& mention, const Place& place) {
    if (!mention.descriptor_feature) {
        return false;
    }
    constexpr std::array sites{FeatureClass::airport, FeatureClass::facility, FeatureClass::camp, FeatureClass::road};
    const bool site = std::find(sites.begin(), sites.end(), *mention.descriptor_feature) != sites.end();
    return site &&
           (place.feature == FeatureClass::city || is_unit(place.feature) || place.feature == FeatureClass::country);
}

namespace {

/// The country of all places of the article, if it is small enough to tell where something in it lies.
std::optional<Place> only_country(std::span<const ResolvedToponym> results) {
    const Place* country = nullptr;
    for (const ResolvedToponym& other : results) {
        if (!other.place || other.mention.doubtful) {
            continue;
        }
        if (country != nullptr && country->country != other.place->country) {
            return std::nullopt;
        }
        if (country == nullptr || other.place->feature == FeatureClass::country) {
            country = &*other.place;
        }
    }
    const bool small =
        country != nullptr && country->feature == FeatureClass::country && radius_of(*country) <= small_country_km;
    return small ? std::optional(*country) : std::nullopt;
}

} // namespace

ContainingPlace::ContainingPlace(const text::Document& document, std::span<const ResolvedToponym> results,
                                 std::span<const CountryStanding> countries)
    : m_document(document), m_results(results), m_only_country(only_country(results)) {
    for (std::size_t i = 0; i < results.size(); ++i) {
        if (may_contain(results[i])) {
            m_containers.push_back({results[i].mention.tokens.begin, i, countries[i].spoken_of});
        }
    }
}

/// Same sentence first, then same paragraph, then the next ones; a place farther away says nothing.
template <typename Fits>
std::optional<std::size_t> ContainingPlace::nearest(const ResolvedToponym& part, Fits fits) const {
    const std::uint32_t token = part.mention.tokens.begin;
    const auto after = std::lower_bound(m_containers.begin(), m_containers.end(), token,
                                        [](const Container& c, std::uint32_t t) { return c.token < t; });
    std::optional<std::size_t> best;
    std::uint64_t least = std::numeric_limits<std::uint64_t>::max();
    /// false: too far away, as are all that follow
    const auto consider = [&](const Container& container) {
        const std::uint64_t away = container.token > token ? container.token - token : token - container.token;
        if (away > reach || blocks_between(container.token, token) > 1) {
            return false;
        }
        const bool other_sentence = m_document.sentence_of(container.token) != m_document.sentence_of(token);
        const std::uint64_t cost = away + reach * (blocks_between(container.token, token) + (other_sentence ? 1U : 0U) +
                                                   (container.spoken_of ? 0U : 2U));
        const ResolvedToponym& holder = m_results[container.result]; // it may have lost its place meanwhile
        if (cost < least && may_contain(holder) && !(part.place && part.place->index == holder.place->index) &&
            fits(part.mention.descriptor_feature, holder.place->feature)) {
            least = cost;
            best = container.result;
        }
        return true;
    };
    for (auto at = after; at != m_containers.begin() && consider(*std::prev(at)); --at) {
    }
    for (auto at = after; at != m_containers.end() && consider(*at); ++at) {
    }
    return best;
}

bool ContainingPlace::is_elsewhere(const ResolvedToponym& result, const CountryStanding& country) const {
    if (!result.place) {
        return false;
    }
    if (result.is_fallback) {
        return radius_of(*result.place) > narrow_km || !country.spoken_of ||
               (result.mention.descriptor_feature == FeatureClass::road && radius_of(*result.place) > village_km &&
                !is_named(result.place->index));
    }
    if (result.mention.descriptor_feature != FeatureClass::district || (result.score >= doubtful && !country.foreign)) {
        return false;
    }
    const std::optional<std::size_t> town = nearest(result, may_hold);
    if (!town) {
        return false;
    }
    const Place& container = *m_results[*town].place;
    return spatial::distance_km(container.location, result.place->location) > radius_of(container) + quarter_reach_km;
}

void ContainingPlace::apply(std::vector<ResolvedToponym>& results, std::size_t index) const {
    ResolvedToponym& result = results[index];
    if (result.place) {
        result.alternatives.insert(result.alternatives.begin(), {*result.place, result.score});
        result.alternatives.resize(std::min(result.alternatives.size(), most_alternatives));
    }
    result.place.reset();
    result.location.reset();
    result.radius_km = 0.0;
    result.score = 0.0F;
    result.is_fallback = false;
    const std::optional<std::size_t> found = nearest(result, may_hold);
    if (!found || radius_of(*results[*found].place) > narrow_km ||
        !(is_said_to_hold(results[*found], result) || is_only_town(result))) {
        result.reasons.assign(1, Reason{found ? "no narrow containing place" : "not in the gazetteer", 1.0F});
        put_in_surroundings(result);
        return;
    }
    const ResolvedToponym& container = results[*found];
    result.place = container.place;
    result.location = container.location;
    result.radius_km = radius_of(*container.place);
    result.is_fallback = true;
    result.score = container.score * fallback_score;
    result.reasons.assign(1, Reason{"containing place", 1.0F});
}

/// The unit or town that is named next to the mention, or the only country of the article: no point for a map, but
/// more than nothing for who reads the mention.
void ContainingPlace::put_in_surroundings(ResolvedToponym& part) const {
    constexpr auto any = [](std::optional<FeatureClass> /*wanted*/, FeatureClass /*container*/) { return true; };
    const std::optional<std::size_t> found = nearest(part, any);
    if (!found) {
        if (m_only_country) {
            part.within = m_only_country;
            part.radius_km = radius_of(*m_only_country);
            part.score = fallback_score;
            part.reasons.push_back({"only country", 1.0F});
        }
        return;
    }
    const ResolvedToponym& container = m_results[*found];
    const bool holds =
        is_said_to_hold(container, part) && may_hold(part.mention.descriptor_feature, container.place->feature);
    part.within = container.place;
    part.radius_km = radius_of(*container.place) + (holds ? 0.0 : nearby_km);
    part.score = container.score * fallback_score;
    part.reasons.push_back({holds ? "containing place" : "named nearby", 1.0F});
}

/// معسكر الدفاع في مدينة درنة، في درنة حي النصر: close by, and by its words a place that something is in.
bool ContainingPlace::is_said_to_hold(const ResolvedToponym& container, const ResolvedToponym& part) const {
    constexpr std::uint32_t close = 4; // tokens
    const ToponymMention& holder = container.mention;
    const bool after = holder.tokens.begin >= part.mention.tokens.end;
    const std::uint32_t from = after ? part.mention.tokens.end : holder.tokens.end;
    const std::uint32_t to = after ? holder.tokens.begin : part.mention.tokens.begin;
    if (to < from || to - from > close || has_cue(holder.cues, MentionCue::offset_anchor) ||
        m_document.sentence_of(holder.tokens.begin) != m_document.sentence_of(part.mention.tokens.begin)) {
        return false;
    }
    return has_cue(holder.cues, MentionCue::locative) || has_cue(holder.cues, MentionCue::region_gloss) ||
           !holder.descriptor.empty();
}

/// Is the place named in the article by itself, not only in the name of a road?
bool ContainingPlace::is_named(PlaceIndex place) const {
    return std::any_of(m_containers.begin(), m_containers.end(), [&](const Container& container) {
        const ResolvedToponym& holder = m_results[container.result];
        return may_contain(holder) && holder.place->index == place;
    });
}

/// An article that names one town only has its hospitals and markets there.
bool ContainingPlace::is_only_town(const ResolvedToponym& part) const {
    const auto wanted = part.mention.descriptor_feature;
    if (wanted != FeatureClass::facility && wanted != FeatureClass::road) {
        return false;
    }
    std::optional<PlaceIndex> only;
    for (const Container& container : m_containers) {
        const ResolvedToponym& holder = m_results[container.result];
        if (!may_contain(holder) || is_unit(holder.place->feature)) {
            continue;
        }
        if (only && *only != holder.place->index) {
            return false;
        }
        only = holder.place->index;
    }
    return only.has_value();
}

std::uint32_t ContainingPlace::blocks_between(std::uint32_t a, std::uint32_t b) const {
    const std::uint32_t first = m_document.block_of(a);
    const std::uint32_t second = m_document.block_of(b);
    return first > second ? first - second : second - first;
}

} // namespace yaqut::toponyms
