// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "core/annotation.hpp"
#include "core/article.hpp"

namespace yaqut::io {

struct JsonOptions {
    bool text = false;               ///< repeat the article's text
    bool candidates = true;          ///< the places that each name could have meant
    std::size_t max_candidates = 10; ///< per name, the chosen place included
};

/// Everything found in an article as one line of JSON without the line's end:
/// {"id","lang","dct","dct_source",...,"toponyms":[...],"timex":[...],"events":[...]}.
///
/// "start" and "end" count Unicode code points of article.text, end exclusive, and text[start:end] equals "text".
/// What is not known is null. Bytes that are not UTF-8 come out as U+FFFD. The annotation must belong to the article.
[[nodiscard]] std::string annotation_to_json(const Article& article, const Annotation& annotation,
                                             const JsonOptions& options = {});

} // namespace yaqut::io
