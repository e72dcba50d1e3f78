// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace yaqut::lexicon {

/// A table file as built into the program.
struct EmbeddedTable {
    std::string_view name; ///< path below src/lexicon without the ending: "ar/descriptors"
    std::string_view text;
};

/// All of them, sorted by name. Defined in a source file that the build makes.
[[nodiscard]] std::span<const EmbeddedTable> embedded_tables();

} // namespace yaqut::lexicon
