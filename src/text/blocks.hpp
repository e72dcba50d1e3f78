// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "text/document.hpp"
#include "text/landmarks.hpp"

namespace yaqut::text {

/// Cuts a text into blocks and says what each of them is. Writes over what `blocks` holds. The sentences of the blocks
/// are left to the caller.
void find_blocks(const CutText& text, std::vector<Block>& blocks);

} // namespace yaqut::text
