// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/common_options.hpp"
#include "io/article_reader.hpp"

namespace yaqut::cli {

/// A reader over the inputs of the command line; `reader` says what the options do not.
[[nodiscard]] io::ArticleReader open_articles(const CommonOptions& options, io::ReaderOptions reader);

/// What a run over articles returns: failures first, then what --strict objects to.
[[nodiscard]] int exit_code(const io::ReaderCounts& counts, const CommonOptions& options);

} // namespace yaqut::cli
