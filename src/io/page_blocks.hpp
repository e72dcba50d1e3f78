// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "io/markup_tree.hpp"
#include "io/page_marks.hpp"

namespace yaqut::io {

enum class PageBlockKind : std::uint8_t {
    paragraph, ///< <p>, quotation, or text cut by empty lines
    heading,
    item,    ///< of a list
    other,   ///< text in a division or cell
    caption, ///< of a picture
};

/// What a browser would show as one paragraph.
struct PageBlock {
    std::string text;      ///< one line for every <br>, no spaces around
    std::size_t node = 0;  ///< of the first of its text
    std::size_t chars = 0; ///< code points that are no spaces
    std::size_t links = 0; ///< those in links
    PageBlockKind kind = PageBlockKind::other;
};

/// The blocks of all that is content or caption, in the order of the page.
[[nodiscard]] std::vector<PageBlock> cut_blocks(const MarkupTree& page, const std::vector<PageMark>& marks);

} // namespace yaqut::io
