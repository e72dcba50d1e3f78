// SPDX-License-Identifier: Apache-2.0
// What the measures of mentions share.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "evaluate/record.hpp"

namespace yaqut::evaluate {

template <typename Item> [[nodiscard]] std::vector<TextSpan> spans_of(const std::vector<Item>& items) {
    std::vector<TextSpan> spans;
    spans.reserve(items.size());
    for (const Item& item : items) {
        spans.push_back(item.span);
    }
    return spans;
}

/// Mentions that count: not nested, and of one of the uses where the use is known.
[[nodiscard]] std::vector<Mention> usable(const std::optional<std::vector<Mention>>& mentions,
                                          const std::set<std::string>& uses);
/// Those of them that have a location which is not doubted.
[[nodiscard]] std::vector<Mention> usable_located(const std::optional<std::vector<Mention>>& mentions,
                                                  const std::set<std::string>& uses);

/// Is the labelled place found: the same GeoNames entry, within its box, its country, or no farther away? The gold has
/// coordinates.
[[nodiscard]] bool right_at(const Mention& gold, const Mention& found, double limit_km);

} // namespace yaqut::evaluate
