// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace yaqut::io {

/// Degrees with a decimal point or comma; nullopt for anything else, and beyond `most` on either side of 0.
[[nodiscard]] std::optional<double> parse_degrees(std::string_view text, double most);

/// A whole number of inhabitants, with or without separators between thousands: 12,000  12 000  12.000. nullopt for
/// anything else, and for more than there are people.
[[nodiscard]] std::optional<std::uint32_t> parse_population(std::string_view text);

/// Two ASCII letters, made capitals; nullopt for anything else.
[[nodiscard]] std::optional<std::string> parse_country(std::string_view text);

} // namespace yaqut::io
