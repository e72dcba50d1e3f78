// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "io/article_source.hpp"
#include "io/stated_facts.hpp"
#include "io/text_input.hpp"

namespace yaqut::io {

/// Where a page comes from.
struct PageOrigin {
    std::string id;      ///< of its article
    std::string origin;  ///< for messages
    std::string charset; ///< as said beside the page; may be empty
};

/// The article of a web page. `beside` are facts known from elsewhere, which count less than those of the page. Throws
/// yaqut::Error with the bare reason: no text in it, or it is no page that is meant to be read.
[[nodiscard]] ReadArticle read_page(std::string_view bytes, const PageOrigin& from, StatedFacts beside = {});

/// A file with one page.
[[nodiscard]] std::unique_ptr<ArticleSource> open_page(const InputFile& file, TextInput input, std::size_t max_bytes);

} // namespace yaqut::io
