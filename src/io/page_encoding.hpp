// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "text/decode.hpp"

namespace yaqut::io {

/// A page or an XML file as UTF-8. What is valid UTF-8 is that, since browsers save pages in UTF-8 under their old
/// declaration; then counts what was said beside the page (`charset`, as in HTTP), what the page says itself, and where
/// that cannot be true, what its letters look like. Western encodings are often declared for Arabic text: they are only
/// believed when the letters agree. Throws yaqut::Error when the bytes are no text.
[[nodiscard]] text::DecodedText decode_page(std::string_view bytes, std::string_view charset = {});

} // namespace yaqut::io
