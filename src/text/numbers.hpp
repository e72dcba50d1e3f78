// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "text/source_map.hpp"

namespace yaqut::text {

/// Extent of a number in the strict key.
struct NumberShape {
    std::size_t end = 0;
    std::size_t decimal_mark = std::string_view::npos; ///< key byte of the decimal mark, if there is one
};

struct KeyOfSource {
    std::string_view source;
    std::string_view key;
    SourceCursor& map;
};

/// The number that begins at `position` (a digit): digits, with thousands separators when groups of three follow, and a
/// decimal part. What has more separators, such as a date, is cut at each of them.
[[nodiscard]] NumberShape number_at(const KeyOfSource& text, std::size_t position);

} // namespace yaqut::text
