// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "core/event.hpp"
#include "events/cluster.hpp"
#include "events/extractor.hpp"
#include "events/tagged_text.hpp"

namespace yaqut::events {

/// Turns the clusters of an article into events with places, dates, sources and ids, in order of their triggers.
[[nodiscard]] std::vector<Event> assemble(const EventContext& context, const TaggedText& text,
                                          const std::vector<Cluster>& clusters);

/// 16 hex digits from what identifies an event: article, type, place and date; `ordinal` tells apart events that
/// share all of these.
[[nodiscard]] std::string event_id(const std::string& article_id, const Event& event, int ordinal);

} // namespace yaqut::events
