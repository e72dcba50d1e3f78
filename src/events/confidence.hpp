// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/event.hpp"
#include "events/cluster.hpp"
#include "events/confidence_features.hpp"
#include "events/link_model.hpp"

namespace yaqut::events {

using ConfidenceScore = LinkScore<ConfidenceFeature>;

/// How likely type, place and date of the event are right: what its mentions say and how exactly its place and date are
/// known, with the weights of the table event_confidence. `place_certainty` is the score of its place, 0 without one.
/// Remembers its parts when asked to. Throws TableError when the table lacks a weight.
[[nodiscard]] ConfidenceScore score_confidence(const Event& event, const Cluster& cluster, float place_certainty,
                                               bool remember);

/// The score as a probability, 0 to 1.
[[nodiscard]] float to_confidence(const ConfidenceScore& score);

/// Events with a place are not given with less: what is put on a map should be right rather than complete.
[[nodiscard]] float least_confidence();

} // namespace yaqut::events
