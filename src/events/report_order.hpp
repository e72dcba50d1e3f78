// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "core/event.hpp"

namespace yaqut::events {

/// The first day of an event, in days since 1970; events without one come after all others.
[[nodiscard]] int order_day(const Event& event);

/// Reports by first day, then article, then place of the trigger: the same order for any order of the input.
[[nodiscard]] std::vector<Event> in_order(std::vector<Event> events);
/// The same order of events that stay where they are.
[[nodiscard]] std::vector<Event*> order_of(std::span<Event> events);

} // namespace yaqut::events
