// SPDX-License-Identifier: Apache-2.0
#include "toponyms/use_decision.hpp"

#include <algorithm>

namespace yaqut::toponyms {

namespace {

constexpr auto location = static_cast<std::size_t>(ToponymUse::location);
constexpr auto metonym = static_cast<std::size_t>(ToponymUse::metonym);
constexpr auto other = static_cast<std::size_t>(ToponymUse::other);

constexpr UseDecision arabic_decision{
    .place = 0.55F, .location_share = 0.7F, .beats_all = true, .lists_agree = true, .unknown = 0.5F, .doubtful = 0.4F};
constexpr UseDecision latin_decision{.place = 0.4F, .unknown = 0.5F};

} // namespace

UseDecision use_decision(Language language) { return language == Language::ar ? arabic_decision : latin_decision; }

bool UseDecision::is_place(const UseScores& scores, float share) const {
    const float both = scores.at(location) + scores.at(metonym);
    const float rival = beats_all ? *std::max_element(scores.begin() + metonym + 1, scores.begin() + other)
                                  : scores.at(static_cast<std::size_t>(ToponymUse::demonym));
    return both >= share && both >= rival;
}

std::pair<ToponymUse, float> UseDecision::place_use(const UseScores& scores) const {
    const bool is_location = scores.at(location) >= location_share * (scores.at(location) + scores.at(metonym));
    return is_location ? std::pair{ToponymUse::location, scores.at(location)}
                       : std::pair{ToponymUse::metonym, scores.at(metonym)};
}

std::pair<ToponymUse, float> UseDecision::use(const UseScores& scores) const {
    if (is_place(scores, place)) {
        return place_use(scores);
    }
    const auto* const best = std::max_element(scores.begin() + metonym + 1, scores.end());
    return {static_cast<ToponymUse>(best - scores.begin()), *best};
}

bool UseDecision::keeps(ToponymUse use, float score, bool unknown_name) const {
    return use != ToponymUse::other && (!unknown_name || (use == ToponymUse::location && score >= unknown));
}

std::optional<std::pair<ToponymUse, float>> UseDecision::doubtful_use(const UseScores& scores) const {
    const bool fits = is_place(scores, doubtful) && !is_place(scores, place);
    return fits ? std::optional(place_use(scores)) : std::nullopt;
}

} // namespace yaqut::toponyms
