// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <span>
#include <string>

#include "evaluate/measures.hpp"

namespace yaqut::evaluate {

/// Mentions of one use: labelled, found, and found as labelled; what labelled ones were found as instead.
struct UseRow {
    std::size_t gold = 0;
    std::size_t found = 0;
    std::size_t right = 0;
    std::map<std::string, std::size_t> instead; ///< use, or "missed"
};
/// By use. Empty when the gold does not say how its names are used; nested and ignored spans do not count.
[[nodiscard]] std::map<std::string, UseRow> table_of_uses(std::span<const Pair> pairs);

/// Labelled places of one class with coordinates.
struct PlaceRow {
    std::size_t gold = 0;
    std::size_t found = 0; ///< recognised and placed
    std::size_t at10km = 0;
    std::size_t at161km = 0;
};
/// By the gold's class of place ("feature"); places without one stand under "-". Empty without coordinates.
[[nodiscard]] std::map<std::string, PlaceRow> table_of_places(std::span<const Pair> pairs,
                                                              const std::set<std::string>& uses);

} // namespace yaqut::evaluate
