// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "events/draft.hpp"
#include "events/tagged_text.hpp"

namespace yaqut::events {

/// The event mentions of one sentence in order: patterns first, then single words; gated, without those that the text
/// does not tell as events (duties, conditions, calls, questions). Status is set, place and date are not.
void find_triggers(const TaggedText& text, std::uint32_t sentence, std::vector<Draft>& drafts);

/// Negated, planned or told as what went before; false when the mention is no event at all.
[[nodiscard]] bool judge_status(const TaggedText& text, Draft& draft);

/// Does the neighbourhood say that a weak noun happened: light verb, casualties, date, place, ongoing?
[[nodiscard]] bool passes_gate(const TaggedText& text, const Draft& draft);

} // namespace yaqut::events
