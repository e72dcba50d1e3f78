// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>

#include "io/article_source.hpp"
#include "io/text_input.hpp"

namespace yaqut::io {

/// Records in JSON: one per line (with file.kind json_lines, or when the first line holds a whole record), else a file
/// with one record, several, or an array of them. A broken line costs that line only.
[[nodiscard]] std::unique_ptr<ArticleSource> open_json_articles(const InputFile& file, TextInput input,
                                                                std::size_t max_article_bytes);

} // namespace yaqut::io
