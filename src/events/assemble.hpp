// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "core/event.hpp"
#include "events/cluster.hpp"
#include "events/extractor.hpp"
#include "events/tagged_text.hpp"

namespace yaqut::events {

/// Turns the clusters of an article into events with places, dates, sources and ids, in order of their triggers. An id
/// is 16 hex digits from article, type, place and date, and a number for events that share all of these. Events with a
/// place but too little confidence are left out, and places that are hardly right give way to their country, unless
/// somebody wants to know: then the trace gets the parts of the confidence of each.
[[nodiscard]] std::vector<Event> assemble(const EventContext& context, const TaggedText& text,
                                          const ScratchVector<Cluster>& clusters, LinkTrace* trace = nullptr);

} // namespace yaqut::events
