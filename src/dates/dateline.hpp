// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "dates/expression.hpp"
#include "dates/reader.hpp"

namespace yaqut::dates {

/// Dates with day and month that stand where an article says when it was written: between place and agency at the
/// beginning of a line, alone on a line, or behind a word like "published". Only in the first lines of the text. Of
/// numbers without a year ("15 - 8") the first is the day.
[[nodiscard]] std::vector<Expression> dateline_dates(const Reader& reader, const std::vector<Expression>& expressions);

} // namespace yaqut::dates
