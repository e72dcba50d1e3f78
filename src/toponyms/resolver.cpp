// SPDX-License-Identifier: Apache-2.0
#include "toponyms/resolver.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <limits>
#include <optional>
#include <span>

#include "spatial/geodesic.hpp"
#include "toponyms/language_tables.hpp"
#include "toponyms/offset_phrases.hpp"
#include "toponyms/resolution.hpp"

namespace yaqut::toponyms {

namespace {

constexpr float sure_enough = 0.2F; // below: unresolved
constexpr std::size_t most_alternatives = 5;
constexpr std::size_t most_reasons = 4;
constexpr double offset_error = 0.2; // of the distance
constexpr float fallback_score = 0.5F;
constexpr float doubtful = 0.6F;          // below: a quarter must lie in the town that the text puts it in
constexpr double quarter_reach_km = 30.0; // of a town's edge

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

double radius_of(const Place& place) {
    return place.radius_km > 0.0F ? static_cast<double>(place.radius_km) : default_radius(place.feature);
}

/// Does the descriptor promise a site that the place merely contains (an airport, when only the town is known)?
bool contains_only(const ToponymMention& mention, const Place& place) {
    if (!mention.descriptor_feature) {
        return false;
    }
    constexpr std::array sites{FeatureClass::airport, FeatureClass::facility, FeatureClass::camp, FeatureClass::road};
    const bool site = std::find(sites.begin(), sites.end(), *mention.descriptor_feature) != sites.end();
    return site && (place.feature == FeatureClass::city || place.feature == FeatureClass::adm1 ||
                    place.feature == FeatureClass::adm2 || place.feature == FeatureClass::country);
}

/// The grounds by which the choice leads the next best one, heaviest first.
std::vector<Reason> reasons_for(const PlaceChoice& choice, const PlaceChoice* next, const ResolutionModel& model) {
    std::array<Reason, most_reasons + 1> heaviest;
    std::size_t count = 0;
    for (std::size_t i = 0; i < ground_count; ++i) {
        if (choice.grounds.at(i) <= 0.0F || model.weights().at(i) <= 0.0F) {
            continue;
        }
        const float against = next == nullptr ? 0.0F : next->grounds.at(i);
        const float weight = model.weights().at(i) * (choice.grounds.at(i) - against);
        constexpr float negligible = 0.05F;
        if (weight > negligible) {
            std::size_t at = count;
            for (; at > 0 && heaviest.at(at - 1).weight < weight; --at) {
                heaviest.at(at) = heaviest.at(at - 1);
            }
            heaviest.at(at) = {ground_names.at(i), weight};
            count = std::min(count + 1, most_reasons);
        }
    }
    return {heaviest.begin(), heaviest.begin() + count};
}

using Ranking = std::vector<const PlaceChoice*>;

/// The choices by falling probability.
void rank(const NameGroup& group, Ranking& ranked) {
    ranked.clear();
    for (const PlaceChoice& choice : group.choices) {
        const auto after =
            std::upper_bound(ranked.begin(), ranked.end(), &choice, [](const PlaceChoice* a, const PlaceChoice* b) {
                return a->probability > b->probability;
            });
        ranked.insert(after, &choice);
    }
}

void give_scores(const NameGroup& group, std::vector<Candidate>& candidates) {
    for (std::size_t i = 0; i < group.choices.size(); ++i) {
        const PlaceChoice& choice = group.choices[i];
        if (i < candidates.size() && candidates[i].place == choice.place.index) {
            candidates[i].score = choice.probability;
            continue;
        }
        // Mentions of one name need not have met the same entries: the group holds those of the first mention.
        for (Candidate& candidate : candidates) {
            if (candidate.place == choice.place.index) {
                candidate.score = choice.probability;
            }
        }
    }
}

void resolve_mention(ResolvedToponym& result, const NameGroup& group, const ResolutionModel& model, Ranking& ranked) {
    rank(group, ranked);
    give_scores(group, result.mention.candidates);
    std::size_t next = 0;
    if (!ranked.empty() && ranked.front()->probability >= sure_enough) {
        const PlaceChoice& choice = *ranked.front();
        result.place = choice.place;
        result.location = choice.place.location;
        result.radius_km = radius_of(choice.place);
        result.score = choice.probability;
        result.is_fallback = contains_only(result.mention, choice.place);
        result.reasons = reasons_for(choice, ranked.size() > 1 ? ranked[1] : nullptr, model);
        next = 1;
    }
    const std::size_t end = std::min(ranked.size(), next + most_alternatives);
    result.alternatives.reserve(end - next);
    for (; next < end; ++next) {
        result.alternatives.push_back({ranked[next]->place, ranked[next]->probability});
    }
}

/// How the article stands to the country of a mention's place.
struct CountryStanding {
    bool foreign = false;   ///< a lesser place of a country that the article does not speak of
    bool spoken_of = false; ///< other names say that it is about the country, or there are none
};

CountryStanding standing_of(const NameGroup& group, PlaceIndex place) {
    const auto chosen = std::find_if(group.choices.begin(), group.choices.end(),
                                     [place](const PlaceChoice& choice) { return choice.place.index == place; });
    if (chosen == group.choices.end()) {
        return {};
    }
    const auto ground = [chosen](Ground g) { return chosen->grounds[static_cast<std::size_t>(g)]; };
    constexpr float little = 0.15F; // the root of its share
    const bool alone = ground(Ground::no_context) > 0.0F || chosen->place.country.empty();
    return {.foreign = ground(Ground::foreign) > 0.0F, .spoken_of = alone || ground(Ground::country_context) >= little};
}

/// What kind of place may hold one that the descriptor names: a site lies in a town or a unit, a town in a unit.
bool may_hold(std::optional<FeatureClass> wanted, FeatureClass container) {
    const bool unit = container == FeatureClass::adm1 || container == FeatureClass::adm2;
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
    if (!other.place || other.is_fallback || other.mention.use != ToponymUse::location ||
        has_cue(other.mention.cues, MentionCue::credit)) {
        return false;
    }
    return may_hold(FeatureClass::facility, other.place->feature);
}

/// For names that the gazetteer lacks: the town or unit that the text puts them in.
class Fallback {
  public:
    Fallback(const text::Document& document, std::span<const ResolvedToponym> results,
             std::span<const CountryStanding> countries)
        : m_document(document), m_results(results) {
        for (std::size_t i = 0; i < results.size(); ++i) {
            if (may_contain(results[i])) {
                m_containers.push_back({results[i].mention.tokens.begin, i, countries[i].spoken_of});
            }
        }
    }

    /// A quarter of a frequent name (النصر) that the gazetteer knows in other towns only. `foreign`: in a country that
    /// the article does not speak of.
    [[nodiscard]] bool is_elsewhere(const ResolvedToponym& result, bool foreign) const {
        const ToponymMention& mention = result.mention;
        if (!result.place || (result.score >= doubtful && !foreign) ||
            mention.descriptor_feature != FeatureClass::district) {
            return false;
        }
        const std::optional<std::size_t> town = nearest(result);
        if (!town) {
            return false;
        }
        const Place& container = *m_results[*town].place;
        return spatial::distance_km(container.location, result.place->location) >
               radius_of(container) + quarter_reach_km;
    }

    void apply(std::vector<ResolvedToponym>& results, std::size_t index) const {
        const std::optional<std::size_t> found = nearest(results[index]);
        if (!found) {
            return;
        }
        const ResolvedToponym& container = results[*found];
        ResolvedToponym& result = results[index];
        if (result.place) {
            result.alternatives.insert(result.alternatives.begin(), {*result.place, result.score});
            result.alternatives.resize(std::min(result.alternatives.size(), most_alternatives));
        }
        result.place = container.place;
        result.location = container.location;
        result.radius_km = radius_of(*container.place);
        result.is_fallback = true;
        result.score = container.score * fallback_score;
        result.reasons.assign(1, Reason{"containing place", 1.0F});
    }

  private:
    struct Container {
        std::uint32_t token;
        std::size_t result;
        bool spoken_of; ///< its country, by other names
    };

    /// Same sentence first, then same paragraph, then the next ones; a place farther away says nothing.
    [[nodiscard]] std::optional<std::size_t> nearest(const ResolvedToponym& part) const {
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
            const std::uint64_t cost = away + reach * (blocks_between(container.token, token) +
                                                       (other_sentence ? 1U : 0U) + (container.spoken_of ? 0U : 2U));
            const Place& place = *m_results[container.result].place;
            const bool itself = part.place && part.place->index == place.index;
            if (cost < least && !itself && may_hold(part.mention.descriptor_feature, place.feature)) {
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

    [[nodiscard]] std::uint32_t blocks_between(std::uint32_t a, std::uint32_t b) const {
        const std::uint32_t first = m_document.block_of(a);
        const std::uint32_t second = m_document.block_of(b);
        return first > second ? first - second : second - first;
    }

    static constexpr std::uint64_t reach = 80; ///< tokens
    const text::Document& m_document;
    std::span<const ResolvedToponym> m_results;
    std::vector<Container> m_containers; ///< by position
};

/// Moves offset mentions from their anchors by the distance and direction that the text gives.
void shift_offsets(const text::Document& document, std::vector<ResolvedToponym>& results) {
    const auto is_offset = [](const ResolvedToponym& r) {
        return r.location && !r.mention.candidates.empty() && r.mention.candidates.front().match == MatchKind::offset;
    };
    if (std::none_of(results.begin(), results.end(), is_offset)) {
        return;
    }
    const auto words = language_tables(language_for(document, document.language())).words.annotate(document);
    for (ResolvedToponym& result : results) {
        if (!is_offset(result)) {
            continue;
        }
        if (const auto phrase = offset_phrase_at(document, words, result.mention.tokens.begin)) {
            result.location = spatial::destination(*result.location, phrase->bearing, phrase->km);
            result.radius_km = std::max(result.radius_km, offset_error * phrase->km);
            std::vector<Reason> reasons(1, Reason{"distance and direction", 1.0F});
            reasons.insert(reasons.end(), result.reasons.begin(), result.reasons.end());
            result.reasons = std::move(reasons);
        }
    }
}

} // namespace

struct Resolver::Impl {
    const gazetteer::Gazetteer& gazetteer;
    ResolutionModel arabic{Language::ar};
    ResolutionModel latin{Language::en};
    text::FactKey<PlaceMemory> places{};
};

Resolver::Resolver(const gazetteer::Gazetteer& gazetteer) : m_impl(std::make_shared<const Impl>(Impl{gazetteer})) {}

std::vector<ResolvedToponym> Resolver::resolve(const text::Document& document,
                                               std::vector<ToponymMention> mentions) const {
    Resolution resolution(m_impl->gazetteer, document, mentions, m_impl->places);
    const bool arabic = language_for(document, document.language()) == Language::ar;
    const ResolutionModel& model = arabic ? m_impl->arabic : m_impl->latin;
    resolution.run(model);
    std::vector<ResolvedToponym> results;
    results.reserve(mentions.size());
    std::vector<CountryStanding> countries(mentions.size());
    Ranking ranked;
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        ResolvedToponym& result = results.emplace_back();
        result.mention = std::move(mentions[i]);
        if (const std::int32_t group = resolution.group_of(i); group >= 0) {
            const NameGroup& choices = resolution.groups()[static_cast<std::size_t>(group)];
            resolve_mention(result, choices, model, ranked);
            if (result.place) {
                countries[i] = standing_of(choices, result.place->index);
            }
        }
    }
    const Fallback fallback(document, results, countries);
    for (std::size_t i = 0; i < results.size(); ++i) {
        const ToponymMention& mention = results[i].mention;
        const bool unknown = mention.candidates.empty() || (!results[i].place && mention.descriptor_feature) ||
                             fallback.is_elsewhere(results[i], countries[i].foreign);
        if (unknown && mention.use == ToponymUse::location) {
            fallback.apply(results, i);
        }
    }
    shift_offsets(document, results);
    return results;
}

} // namespace yaqut::toponyms
