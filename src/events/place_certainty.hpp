// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "events/cluster.hpp"
#include "events/link_model.hpp"
#include "events/place_certainty_features.hpp"
#include "events/tagged_text.hpp"

namespace yaqut::events {

using PlaceCertaintyScore = LinkScore<PlaceCertaintyFeature>;

/// What the choice of the event's place says of its being right: through the logistic function a probability. The
/// event must have a place. Remembers its parts when asked to. Throws TableError when the table
/// event_place_certainty does not fit.
[[nodiscard]] PlaceCertaintyScore score_place_certainty(const TaggedText& text, const Cluster& cluster, bool remember);

/// Places whose score is less are not given.
[[nodiscard]] float least_place_certainty();

} // namespace yaqut::events
