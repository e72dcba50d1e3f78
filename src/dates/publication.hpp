// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "core/date.hpp"
#include "core/dct_candidate.hpp"
#include "dates/expression.hpp"
#include "dates/reader.hpp"

namespace yaqut::dates {

/// What an article itself says about the day on which it appeared.
struct Publication {
    std::optional<Date> day;              ///< a full date in its dateline, or behind a word like "published"
    std::vector<DctCandidate> candidates; ///< without a day: what its expressions allow, the most exact first
};

/// Reads datelines ("CAIRO, Sept 13, 2018 (Reuters) -") and date lines near the beginning. A dateline without its year,
/// two that disagree and "today, Monday 15 April 2024" only make candidates, and so do weekdays of days counted from
/// today. `expressions` in the order of the text; the reader is used over the whole document.
[[nodiscard]] Publication publication_of(Reader reader, const std::vector<Expression>& expressions);

} // namespace yaqut::dates
