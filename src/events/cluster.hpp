// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "core/scratch.hpp"
#include "events/draft.hpp"
#include "events/link_model.hpp"
#include "events/tagged_text.hpp"

namespace yaqut::events {

/// What the mentions of an event have for its place, without those that take it from the context.
struct PlaceVotes {
    std::uint32_t alike = 0;  ///< the same
    std::uint32_t nested = 0; ///< one in or around it
    std::uint32_t apart = 0;  ///< another one
};

/// An event of the article with all its mentions.
struct Cluster {
    Draft event;                          ///< what the mentions say together
    ScratchVector<std::uint32_t> members; ///< indices of the drafts, in order
    int telling = 0;                      ///< how much the mention that stands for the event says itself
    PlaceVotes places;
};

/// Words that do not say with what (they targeted, they bombarded) take the type of the air or missile strike told
/// shortly before, in another sentence of the same or the last paragraph.
void adopt_types(std::vector<Draft>& drafts);

/// Puts the mentions of one event together: same or compatible type, place and date within reach, numbers that do not
/// contradict; of those that may be joined, named features (events/join_features.hpp) and learned weights decide.
/// Generic words (the attack, the dead) join an event told before. Near-linear: looks back a fixed number of events.
/// Clusters of tentative mentions only are left out.
[[nodiscard]] ScratchVector<Cluster> cluster_mentions(const TaggedText& text, const std::vector<Draft>& drafts,
                                                      LinkTrace* trace = nullptr);

} // namespace yaqut::events
