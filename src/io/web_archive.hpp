// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>

#include "io/article_source.hpp"
#include "io/text_input.hpp"

namespace yaqut::io {

/// An article per record of a WARC file that is a page: responses with status 200 and an HTML type, and HTML resources.
/// All other records are passed over. The address of the record serves a page that gives none; its date is that of the
/// visit: it is kept in Article::stated as "crawled" and is never the day of publication. Bodies may be chunked and
/// packed (gzip, deflate). A page that cannot be read is lost, with the offset of its record; the next one is read.
/// Throws InputError when the file is no WARC, or cut off.
[[nodiscard]] std::unique_ptr<ArticleSource> open_web_archive(const InputFile& file, TextInput input,
                                                              std::size_t max_bytes);

} // namespace yaqut::io
