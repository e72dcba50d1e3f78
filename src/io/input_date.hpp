// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "core/date.hpp"

namespace yaqut::io {

/// The day in a date as feeds and archives write it, as written, whatever its time zone: ISO 8601 ("2016-07-13",
/// "20160713", "2016/07/13", each with or without a time), RFC 5322 ("Wed, 13 Jul 2016 08:00:00 GMT"), "July 13, 2016",
/// "13/07/2016" (the first number can be no month), or Unix time in seconds or milliseconds (the day in UTC). nullopt
/// for anything else, above all for days and months in an order that one would have to guess ("03/04/2016"), and for
/// days that do not exist.
[[nodiscard]] std::optional<Date> parse_input_date(std::string_view text);

} // namespace yaqut::io
