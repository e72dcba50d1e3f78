// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "events/draft.hpp"

namespace yaqut::events {

inline constexpr std::size_t twin_reach = 24; ///< event mentions to look around for one of the same type

/// The draft nearest to `index` for which `fits` holds: first of those before it, then of those after it; not farther
/// away than twin_reach. nullptr when there is none.
template <typename Fits>
[[nodiscard]] const Draft* twin_of(const std::vector<Draft>& drafts, std::size_t index, const Fits& fits) {
    for (std::size_t back = 1; back <= std::min(index, twin_reach); ++back) {
        if (fits(drafts[index - back])) {
            return &drafts[index - back];
        }
    }
    const std::size_t end = std::min(drafts.size(), index + twin_reach);
    for (std::size_t next = index + 1; next < end; ++next) {
        if (fits(drafts[next])) {
            return &drafts[next];
        }
    }
    return nullptr;
}

} // namespace yaqut::events
