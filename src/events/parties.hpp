// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/event.hpp"

namespace yaqut::events {

/// Known parties, a bit each, by the names of the table event_actors.
using PartySet = std::uint64_t;

/// An actor's name as an article writes it, read once.
class ActorName {
  public:
    explicit ActorName(std::string_view text);

    [[nodiscard]] std::span<const std::uint64_t> words() const { return m_words; } ///< loose hashes
    [[nodiscard]] PartySet parties() const { return m_parties; }                   ///< the known ones in it

  private:
    std::vector<std::uint64_t> m_words;
    PartySet m_parties = 0;
};

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
