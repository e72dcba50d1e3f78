// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "events/quantities.hpp"
#include "events/tagged_text.hpp"

namespace yaqut::events {

/// Counts of one sentence, and which of them are given to somebody already.
struct CountsInUse {
    std::vector<Count> counts;
    std::vector<bool> used; ///< as many as counts
};

/// Who is missing, by the words of being missing in the range. Takes the counts it gives.
void assign_missing(const TaggedText& text, TokenRange range, CountsInUse& counts, std::vector<Casualties>& found);

/// Who had to leave home: counted by the words of leaving (`leaving`: their tokens, in order), or by name
/// ("3,000 displaced") where none of these has a number. Takes the counts it gives. To be asked for people by name
/// only after the dead have theirs: displaced people may be killed.
void assign_leaving(const TaggedText& text, TokenRange range, std::span<const std::uint32_t> leaving,
                    CountsInUse& counts, std::vector<Casualties>& found);
void assign_displaced(const TaggedText& text, TokenRange range, CountsInUse& counts, std::vector<Casualties>& found);

} // namespace yaqut::events
