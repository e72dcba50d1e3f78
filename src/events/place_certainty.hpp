// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "events/cluster.hpp"
#include "events/link_model.hpp"
#include "events/place_certainty_features.hpp"
#include "events/place_company.hpp"
#include "events/tagged_text.hpp"

namespace yaqut::events {

using PlaceCertaintyScore = LinkScore<PlaceCertaintyFeature>;

/// What the choice of the event's place says of its being right: through the logistic function a probability. The
/// event must have a place. Remembers its parts when asked to. Throws TableError when the table
/// event_place_certainty does not fit.
[[nodiscard]] PlaceCertaintyScore score_place_certainty(const TaggedText& text, const Cluster& cluster,
                                                        const PlaceCompany& company, bool remember);

/// Places whose score is less are not given.
[[nodiscard]] float least_place_certainty();
/// Places whose score is less are given, but not drawn: what is on a map should be right rather than complete.
[[nodiscard]] float least_place_certainty_on_map();

/// The score as a probability, 0 to 1.
[[nodiscard]] float to_certainty(const PlaceCertaintyScore& score);

} // namespace yaqut::events
