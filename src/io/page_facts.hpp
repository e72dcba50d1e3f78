// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "io/markup_tree.hpp"
#include "io/page_marks.hpp"
#include "io/stated_facts.hpp"

namespace yaqut::io {

/// Adds what a page says about its article in JSON-LD, <meta>, microdata, <time>, <link>, <html> and <title>. Returns
/// the articleBody of JSON-LD, which may be empty.
[[nodiscard]] std::string read_page_facts(const MarkupTree& page, const std::vector<PageMark>& marks,
                                          StatedFacts& facts);

} // namespace yaqut::io
