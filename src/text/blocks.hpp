// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "text/document.hpp"

namespace yaqut::text {

/// Cuts a text into blocks and says what each of them is. The sentences of the blocks are left to the caller.
[[nodiscard]] std::vector<Block> find_blocks(std::string_view source, std::string_view strict,
                                             std::span<const Token> tokens);

} // namespace yaqut::text
