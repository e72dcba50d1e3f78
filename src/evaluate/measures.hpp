// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "evaluate/record.hpp"

namespace yaqut::evaluate {

/// Precision, recall and their harmonic mean; 0 where there is nothing to count.
struct Score {
    double precision = 0;
    double recall = 0;
    double f1 = 0;
};
[[nodiscard]] Score score(std::size_t right, std::size_t found, std::size_t gold);

/// Errors by kind ("missed", "spurious", "misplaced" ...), each with what it was about.
using Errors = std::map<std::string, std::vector<std::string>>;

/// One-to-one pairs (index in a, index in b) of overlapping spans, largest overlap first.
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> pair_spans(std::span<const TextSpan> a,
                                                                          std::span<const TextSpan> b);

struct ToponymScore {
    Score score;
    std::size_t gold = 0;
    std::size_t found = 0;
};
/// Recognised mentions whose use is in `uses`; a pair of spans matches when it overlaps.
[[nodiscard]] std::optional<ToponymScore> score_toponyms(std::span<const Pair> pairs, const std::set<std::string>& uses,
                                                         Errors& errors);

struct ResolutionScore {
    double at10km = 0;  ///< share of all gold mentions with coordinates
    double at161km = 0; ///< 161 km: the 100 miles of the literature
    double of_matched_at161km = 0;
    std::optional<double> median_km;
    Score end_to_end; ///< a prediction counts when matched and within 161 km
    std::size_t gold = 0;
};
[[nodiscard]] std::optional<ResolutionScore> score_resolution(std::span<const Pair> pairs,
                                                              const std::set<std::string>& uses, Errors& errors);

struct TimexScore {
    std::optional<Score> score; ///< nullopt for corpora that label only some expressions
    double recall = 0;
    double value_accuracy = 0;
    std::size_t gold = 0;
};
[[nodiscard]] std::optional<TimexScore> score_timexes(std::span<const Pair> pairs, Errors& errors);

struct EventScore {
    std::size_t gold = 0;
    std::size_t found = 0;
    std::size_t points = 0;
    std::size_t false_points = 0; ///< points where no gold event of the article is within 25 km
    Score type;
    Score type_place;
    Score type_date;
    Score all;
};
[[nodiscard]] std::optional<EventScore> score_events(std::span<const Pair> pairs, Errors& errors);

} // namespace yaqut::evaluate
