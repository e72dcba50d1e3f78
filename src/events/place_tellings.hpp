// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "events/cluster.hpp"
#include "events/draft.hpp"
#include "events/link_model.hpp"
#include "events/tagged_text.hpp"

namespace yaqut::events {

/// Of the places that the mentions of one event have, the likeliest: named features (events/telling_features.hpp) and
/// learned weights. `cluster.event.place` when there are no two.
[[nodiscard]] PlaceLink told_place(const TaggedText& text, const std::vector<Draft>& drafts, const Cluster& cluster,
                                   LinkTrace* trace);

} // namespace yaqut::events
