// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "events/draft.hpp"

namespace yaqut::events {

inline constexpr std::size_t twin_reach = 24; ///< event mentions to look around for one of the same type

/// The drafts nearest to `index` for which `fits` holds: of those before it and of those after it; not farther away
/// than twin_reach. nullptr where there is none.
template <typename Fits>
[[nodiscard]] std::array<const Draft*, 2> twins_of(const std::vector<Draft>& drafts, std::size_t index,
                                                   const Fits& fits) {
    std::array<const Draft*, 2> twins{};
    for (std::size_t back = 1; twins[0] == nullptr && back <= std::min(index, twin_reach); ++back) {
        twins[0] = fits(drafts[index - back]) ? &drafts[index - back] : nullptr;
    }
    const std::size_t end = std::min(drafts.size(), index + twin_reach);
    for (std::size_t next = index + 1; twins[1] == nullptr && next < end; ++next) {
        twins[1] = fits(drafts[next]) ? &drafts[next] : nullptr;
    }
    return twins;
}

/// The nearest of those before it, else of those after it; nullptr when there is none.
template <typename Fits>
[[nodiscard]] const Draft* twin_of(const std::vector<Draft>& drafts, std::size_t index, const Fits& fits) {
    const auto [before, after] = twins_of(drafts, index, fits);
    return before != nullptr ? before : after;
}

/// No event of its type is told before it, within twin_reach.
[[nodiscard]] inline bool is_new(const std::vector<Draft>& drafts, std::size_t index) {
    const auto self = drafts.begin() + static_cast<std::ptrdiff_t>(index);
    const auto from = self - static_cast<std::ptrdiff_t>(std::min(index, twin_reach));
    return std::none_of(from, self, [&](const Draft& other) { return other.type == self->type; });
}

} // namespace yaqut::events
