// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "core/scratch.hpp"
#include "events/tagged_text.hpp"

namespace yaqut::events {

/// Two words of a sentence that a rule joins into one event.
struct PatternHit {
    const PatternRule* rule = nullptr;
    std::uint32_t first = 0;
    std::uint32_t second = 0;
};

/// Adds what the rules find that begin with the word or phrase at `token`; `limit` is the end of its sentence. Dates,
/// places and parentheses between the two words do not count towards the gap.
void find_pattern_hits(const TaggedText& text, std::uint32_t token, std::uint32_t limit,
                       ScratchVector<PatternHit>& hits);

} // namespace yaqut::events
