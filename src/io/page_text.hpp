// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "io/markup_tree.hpp"
#include "io/page_marks.hpp"

namespace yaqut::io {

struct PageText {
    std::string text; ///< paragraphs and headings, each on its own, with an empty line between them
    std::vector<std::string> captions;
};

/// Finds the text of the article in a page. The page is cut into blocks, as a browser would show them below each other.
/// A block counts with the letters that are in no link, if it is long enough for a sentence and is not mostly links.
/// The article is the element that the page itself names as such (articleBody, "article-body", <article>, <main>; the
/// one with the most such letters), or else the innermost element that holds nearly all of them. Of its blocks those
/// are left out that are mostly links, the heading above such blocks, and `title`. Captions are kept apart.
/// The text is empty when there is none.
[[nodiscard]] PageText find_page_text(const MarkupTree& page, const std::vector<PageMark>& marks,
                                      std::string_view title);

/// All the text of a piece of HTML, as feeds have it, with the same rules for blocks.
[[nodiscard]] PageText all_page_text(const MarkupTree& page, std::string_view title);

/// One line: white space of any kind becomes one space. Marks of direction, kashidas and the like stay.
[[nodiscard]] std::string one_line(std::string_view utf8);

} // namespace yaqut::io
