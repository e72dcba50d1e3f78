// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace yaqut::text {

/// Text as valid UTF-8, and what it was.
struct DecodedText {
    std::string utf8;         ///< valid UTF-8, without a byte order mark
    std::string encoding;     ///< "UTF-8", "UTF-16LE", "windows-1256", "ISO-8859-6" ...
    std::size_t replaced = 0; ///< bytes that were no valid text and became U+FFFD
};

/// Finds the encoding (byte order mark, valid UTF-8, then ICU's detector with preference for Arabic code pages) and
/// converts. Throws yaqut::Error when the bytes are no text at all (NUL bytes without being UTF-16/32, mostly control
/// characters): the message says what was found and at which byte offset.
[[nodiscard]] DecodedText decode(std::string_view bytes);

} // namespace yaqut::text
