// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace yaqut::spatial {

/// The sixteen points of the compass, clockwise from north.
enum class Direction : std::uint8_t { n, nne, ne, ene, e, ese, se, sse, s, ssw, sw, wsw, w, wnw, nw, nnw };

/// Bearing in degrees clockwise from north: 0 for n, 22.5 for nne ...
[[nodiscard]] constexpr double bearing_deg(Direction direction) { return 22.5 * static_cast<double>(direction); }

/// "N", "NNE" ...
[[nodiscard]] std::string_view to_string(Direction direction);

/// The abbreviation in any case, as the tables of direction words have it: "N", "se", "WNW". nullopt for anything else.
[[nodiscard]] std::optional<Direction> parse_direction(std::string_view code);

/// Two direction words read together: n + w is nw, n + ne is nne. nullopt when they are opposed, or when there is no
/// point of the compass halfway between them.
[[nodiscard]] std::optional<Direction> combine(Direction first, Direction second);

/// The nearest of the eight main points for a bearing in degrees.
[[nodiscard]] Direction main_direction(double bearing);
/// The nearest of all sixteen points.
[[nodiscard]] Direction nearest_direction(double bearing);

} // namespace yaqut::spatial
