// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "core/scratch.hpp"
#include "events/draft.hpp"
#include "events/tagged_text.hpp"
#include "events/trigger_patterns.hpp"

namespace yaqut::events {

/// Memory that one sentence after the other is searched in.
struct TriggerSpace {
    ScratchVector<PatternHit> hits;
    ScratchVector<std::uint8_t> state;
};

/// Every mention of an event in one sentence, in order: patterns first, then single words. What the text does not tell
/// as an event (duties, conditions, calls, questions) is among them, with the reason. Status is set, place and date
/// are not.
void find_triggers(const TaggedText& text, std::uint32_t sentence, TriggerSpace& space, std::vector<Draft>& drafts);

/// Negated, planned or told as what went before, and whether something speaks against its being an event at all.
void judge_status(const TaggedText& text, Draft& draft);

/// What near a word says that it happened.
struct GateSigns {
    bool carried = false;     ///< by a light verb, or people were killed in it
    bool counted = false;     ///< a number or victims after it
    bool place_after = false; ///< a place shortly after it
    bool sides = false;       ///< who fought whom
    bool dated = false;       ///< a time in the sentence that is not that of the telling
    bool victims = false;     ///< dead or wounded in the sentence
    bool office = false;      ///< a minister, a delegation near it

    [[nodiscard]] bool any_of_noun() const { return carried || counted || place_after || sides || dated || victims; }
};

/// What a whole sentence has, so that few mentions in it are asked what is beside them.
struct SentenceCues {
    CueSet cues;        ///< of all words
    bool timed = false; ///< a time expression in it
};
[[nodiscard]] SentenceCues read_cues(const TaggedText& text, std::uint32_t sentence);

/// `cues` are those of its sentence.
[[nodiscard]] GateSigns read_signs(const TaggedText& text, const Draft& draft, const SentenceCues& cues);

/// By its table row it needs signs that it lacks.
[[nodiscard]] bool is_weak(const Draft& draft, const GateSigns& signs);

} // namespace yaqut::events
