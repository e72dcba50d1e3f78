// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "io/stated_facts.hpp"

namespace yaqut::io {

/// Takes what a JSON-LD script of a page says about its article: objects of a type like NewsArticle, and with less
/// trust WebPage, at the top, in an array, in @graph or mainEntity; never those of lists of other articles. Returns the
/// articleBody, if there is one. Whatever is broken is passed over: the page has other marks.
[[nodiscard]] std::string read_json_ld(std::string_view script, StatedFacts& facts);

} // namespace yaqut::io
