// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

#include "core/span.hpp"

namespace yaqut::text {

/// End of a span of valid UTF-8 (bytes) without the invisible formatting at its end: marks of direction, joiners, byte
/// order marks, soft hyphens.
[[nodiscard]] std::uint32_t visible_end(std::string_view source, TextSpan span);

} // namespace yaqut::text
