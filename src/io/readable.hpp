// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace yaqut::io {

/// The text as valid UTF-8: every byte that belongs to no character becomes U+FFFD. `replaced` counts them.
[[nodiscard]] std::string valid_utf8(std::string_view bytes, std::size_t* replaced = nullptr);
[[nodiscard]] bool is_valid_utf8(std::string_view bytes);

/// Valid UTF-8 without control characters: readable() leaves it as it is.
[[nodiscard]] bool is_readable(std::string_view bytes);

/// For messages: valid UTF-8, control characters as spaces, cut after `max_bytes` with "...".
[[nodiscard]] std::string readable(std::string_view bytes, std::size_t max_bytes);

/// "16 MiB", "300 bytes".
[[nodiscard]] std::string readable_size(std::size_t bytes);

} // namespace yaqut::io
