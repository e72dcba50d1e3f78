// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "io/markup_tree.hpp"

namespace yaqut::io {

enum class PageMark : std::uint8_t {
    content,
    boilerplate, ///< menus, related articles, comments, forms, scripts, whatever is not shown
    caption,     ///< of a picture
};

/// What each node of a page is, by its tag, its role and the words in its class and id. An element that holds most of
/// the page's text is not boilerplate for its class alone: "layout-sidebar" is often the name of the whole page.
[[nodiscard]] std::vector<PageMark> mark_page(const MarkupTree& page);

/// Does the class or id say that this is where the text of the article is ("article-body", "entry_content")?
[[nodiscard]] bool is_named_as_body(const MarkupNode& node);

} // namespace yaqut::io
