// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/span.hpp"

namespace yaqut {

/// A day on which an article without a publication date may have appeared, as far as its own words tell. Never used to
/// date anything.
struct DctCandidate {
    std::string value;              ///< like a TIMEX3 value: "2018-09-13", "XXXX-09-13", "XXXX-WXX-3", "2018"
    std::string_view basis;         ///< static string: "dateline", "today", "weekday", "weekday and date"
    std::vector<TextSpan> evidence; ///< the expressions that it rests on, in the order of the text

    friend bool operator==(const DctCandidate&, const DctCandidate&) = default;
};

} // namespace yaqut
