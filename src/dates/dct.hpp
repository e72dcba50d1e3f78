// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/date.hpp"

namespace yaqut::dates {

/// The publication date that stands in a web address, with where it was found ("url"): /2016/7/13/, /2016-07-13-title,
/// /20160713/, /2016/jul/13/; with the day first only where no other reading is possible (/13-07-2016). Only full dates
/// in the path, of the years 1990 to 2099; other numbers are never taken for a date, and two different dates in one
/// path give none.
[[nodiscard]] std::optional<std::pair<Date, std::string>> dct_from_url(std::string_view url);

} // namespace yaqut::dates
