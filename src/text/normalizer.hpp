// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace yaqut::text {

/// The strict key of a text, and the source byte at which the character of each key byte begins. A character ends
/// where the next one begins: what was dropped belongs to the character before it.
void normalize_into(std::string_view utf8, std::string& key, std::vector<std::uint32_t>& begin);

} // namespace yaqut::text
