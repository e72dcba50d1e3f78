// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/event.hpp"

namespace yaqut::events {

/// Probability that type, place and date of the event are right, 0 to 1: a logistic sum over marks of the event (how
/// exactly its place and date are known, whether people are counted, its status) with the weights of the table
/// event_confidence. Throws TableError when a mark has no weight or the table is missing.
[[nodiscard]] float confidence_of(const Event& event);

} // namespace yaqut::events
