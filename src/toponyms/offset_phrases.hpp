// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "core/span.hpp"
#include "text/document.hpp"
#include "toponyms/cue_words.hpp"

namespace yaqut::toponyms {

/// "20 kilometres east of X": distance and direction, without the place they count from.
struct OffsetPhrase {
    TokenRange tokens; ///< from the number to the last word before the place
    double km = 0.0;
    double bearing = 0.0; ///< degrees clockwise from north
};

/// All such phrases of a document.
[[nodiscard]] std::vector<OffsetPhrase> find_offset_phrases(const text::Document& document,
                                                            std::span<const WordInfo> words);

/// The phrase that begins at `token`, if there is one.
[[nodiscard]] std::optional<OffsetPhrase> offset_phrase_at(const text::Document& document,
                                                           std::span<const WordInfo> words, std::size_t token);

} // namespace yaqut::toponyms
