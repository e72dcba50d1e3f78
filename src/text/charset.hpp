// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "text/decode.hpp"

namespace yaqut::text {

/// UTF-16 or UTF-32 without a byte order mark, recognised by where the high bytes of Arabic and ASCII stand.
[[nodiscard]] std::optional<std::string_view> wide_encoding(std::string_view bytes);

/// The likeliest single-byte (or East Asian) encoding of a text that is not UTF-8: Arabic code pages by the frequency
/// of letters, all others by ICU's detector.
[[nodiscard]] std::string byte_encoding(std::string_view bytes);

/// Converts with ICU. Throws yaqut::Error when ICU does not know the encoding.
[[nodiscard]] DecodedText convert(std::string_view bytes, std::string_view encoding);

} // namespace yaqut::text
