// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace yaqut::io {

/// What can be written, as Markdown: a table of the formats, and for each layer its columns. The part of
/// output/README.md between its marks, and what `yaqut formats --markdown` prints.
[[nodiscard]] std::string formats_markdown();

} // namespace yaqut::io
