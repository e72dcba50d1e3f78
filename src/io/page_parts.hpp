// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace yaqut::io {

/// The page of the format "html" around its data (src/io/page, made at build time): between the two comes one JSON
/// object in which "<" is escaped.
struct PageParts {
    std::string_view head;
    std::string_view tail;
    std::string_view base_map; ///< of the page: JSON, see gazetteer/build/basemap.py
};
[[nodiscard]] PageParts page_parts();

} // namespace yaqut::io
