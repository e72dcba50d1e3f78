// SPDX-License-Identifier: Apache-2.0
#include "toponyms/similar_names.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <string>

#include "spatial/geodesic.hpp"
#include "toponyms/containing_place.hpp"

namespace yaqut::toponyms {

namespace {

constexpr double most_vowels = 0.12; // of them may be other ones
constexpr double few_vowels = 0.08;
constexpr std::size_t many_sounds = 4; // names of fewer are like too many others
constexpr std::size_t most_sounds = 5; // of names whose last word may be another one
constexpr std::uint32_t close = 15;    // tokens
constexpr double near_km = 100.0;
constexpr float similar_score = 0.4F;

/// Does the descriptor promise what the place is? A town may be called a district and the other way round.
bool is_of_kind(std::optional<FeatureClass> wanted, FeatureClass feature) {
    constexpr std::array inhabited{FeatureClass::adm1,     FeatureClass::adm2, FeatureClass::city,
                                   FeatureClass::district, FeatureClass::camp, FeatureClass::region,
                                   FeatureClass::island};
    const auto is_inhabited = [&](FeatureClass f) {
        return std::find(inhabited.begin(), inhabited.end(), f) != inhabited.end();
    };
    const FeatureClass kind = wanted.value_or(FeatureClass::city);
    return kind == feature || (is_inhabited(kind) && is_inhabited(feature));
}

} // namespace

std::optional<std::uint32_t> SimilarNames::away(std::string_view country, const ToponymMention& mention) const {
    std::optional<std::uint32_t> least;
    for (const ResolvedToponym& named : m_results) {
        if (!named.place || named.mention.doubtful || named.mention.candidates.empty() ||
            named.place->country != country) {
            continue;
        }
        const std::uint32_t token = named.mention.tokens.begin;
        const std::uint32_t own = mention.tokens.begin;
        least = std::min(least.value_or(std::numeric_limits<std::uint32_t>::max()),
                         token > own ? token - own : own - token);
    }
    return least;
}

std::optional<SimilarNames::Choice> SimilarNames::find(const ToponymMention& mention, std::string_view key) const {
    constexpr double weight = 0.2;  // of importance
    constexpr double reach = 500.0; // tokens that count as much as all vowels
    constexpr std::uint32_t farthest = 80;
    std::optional<Choice> best;
    for (const gazetteer::SoundHit& hit : m_gazetteer.sounding_like(key, most_vowels)) {
        const Place place = m_gazetteer.place(hit.place);
        const auto tokens = away(place.country, mention);
        if (place.country.empty() || !tokens || !is_of_kind(mention.descriptor_feature, place.feature) ||
            (hit.sounds<many_sounds&& * tokens> close)) {
            continue;
        }
        const double cost = hit.distance + static_cast<double>(std::min(*tokens, farthest)) / reach -
                            weight * static_cast<double>(place.importance);
        if (!best || cost < best->cost) {
            best = Choice{place, hit, cost};
        }
    }
    return best;
}

bool SimilarNames::may_go_on(std::size_t index, std::uint32_t token) const {
    if (token >= m_document.size() ||
        (index + 1 < m_results.size() && m_results[index + 1].mention.tokens.begin <= token)) {
        return false;
    }
    const text::Token& word = m_document.token(token);
    return word.kind == text::TokenKind::word && word.script == text::Script::arabic && !word.newline_before;
}

void SimilarNames::apply(std::vector<ResolvedToponym>& results, std::size_t index) const {
    ResolvedToponym& result = results[index];
    ToponymMention& mention = result.mention;
    std::optional<Choice> choice = find(mention, mention.key);
    std::string longer;
    if (may_go_on(index, mention.tokens.end)) { // قرية داتو باغلاس
        longer = mention.key + ' ' + std::string(m_document.loose(m_document.token(mention.tokens.end)));
        const auto found = find(mention, longer);
        if (found && found->hit.sounds >= most_sounds) {
            choice = found;
        } else {
            longer.clear();
        }
    }
    const bool sure = choice && choice->hit.sounds >= many_sounds && choice->hit.distance <= few_vowels;
    if (!choice ||
        (result.place && !sure && spatial::distance_km(result.place->location, choice->place.location) > near_km)) {
        return;
    }
    if (!longer.empty()) {
        mention.key = longer;
        mention.span.end = m_document.token(mention.tokens.end).span.end;
        ++mention.tokens.end;
    }
    result.place = choice->place;
    result.location = choice->place.location;
    result.within.reset();
    result.radius_km = radius_of(choice->place);
    result.score = similar_score * static_cast<float>(1.0 - choice->hit.distance);
    result.is_fallback = false;
    result.reasons.assign(1, Reason{"similar spelling", 1.0F});
}

} // namespace yaqut::toponyms
