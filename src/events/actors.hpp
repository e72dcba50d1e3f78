// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "events/draft.hpp"
#include "events/tagged_text.hpp"

namespace yaqut::events {

/// Fills who takes part, by position and preposition: attacker, target, side, victim, participant.
void find_actors(const TaggedText& text, Draft& draft);

/// Who says so: what follows "according to" in the sentence, or the subject of its verb of saying.
/// Empty when the article says it itself.
[[nodiscard]] TextSpan find_attribution(const TaggedText& text, std::uint32_t sentence, std::uint32_t trigger);

} // namespace yaqut::events
