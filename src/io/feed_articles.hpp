// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>

#include "io/article_source.hpp"
#include "io/text_input.hpp"

namespace yaqut::io {

/// An article per item of an RSS 2.0, RDF (RSS 1.0) or Atom file: title, text (content:encoded or content, else
/// description or summary; HTML in it is read as in pages), pubDate or dc:date or published (in Atom also updated,
/// which every entry has), link, author, language, and the feed's title as the outlet. An item without text is lost,
/// the others are read. Throws yaqut::Error with the bare reason: no feed, longer than 16 articles may be, or entities
/// of its own.
[[nodiscard]] std::unique_ptr<ArticleSource> open_feed(const InputFile& file, TextInput input, std::size_t max_bytes);

} // namespace yaqut::io
