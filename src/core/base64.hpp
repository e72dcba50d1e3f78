// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace yaqut {

/// Bytes as text of RFC 4648, section 4, with padding.
[[nodiscard]] std::string to_base64(std::string_view bytes);
/// nullopt for texts that to_base64() does not make.
[[nodiscard]] std::optional<std::string> from_base64(std::string_view text);

} // namespace yaqut
