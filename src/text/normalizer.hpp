// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "text/source_map.hpp"

namespace yaqut::text {

/// Writes the strict key of a text, and where its characters stand in the source. A character ends where the next one
/// begins: what was dropped belongs to the character before it. Gives the bytes of the key; `key` grows to more than
/// that and is never made smaller.
[[nodiscard]] std::size_t normalize_into(std::string_view utf8, std::string& key, SourceMap& map);

} // namespace yaqut::text
