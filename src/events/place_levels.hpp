// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "events/tagged_text.hpp"

namespace yaqut::events {

/// The toponyms of the text with the names of towns that mean the governorate of that name instead: "the countryside
/// of Hama", a bare "Idlib" in an article on "Idlib governorate". Empty when there are none.
[[nodiscard]] std::vector<ResolvedToponym> settle_levels(const TaggedText& text);

} // namespace yaqut::events
