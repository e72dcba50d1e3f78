// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>

#include "core/event.hpp"

namespace yaqut::events {

/// Known parties, a bit each, by the names of the table event_actors.
using PartySet = std::uint64_t;

struct Parties {
    PartySet acting = 0; ///< attackers and sides
    PartySet all = 0;
};

/// The known parties among the actors of an event, whatever they are called.
[[nodiscard]] Parties parties_of(std::span<const Actor> actors);

/// Both name known parties that acted, and none of them is the same.
[[nodiscard]] bool parties_differ(const Parties& a, const Parties& b);
/// Some known party takes part in both.
[[nodiscard]] bool parties_meet(const Parties& a, const Parties& b);

} // namespace yaqut::events
