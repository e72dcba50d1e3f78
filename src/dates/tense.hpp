// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dates/expression.hpp"
#include "dates/reader.hpp"

namespace yaqut::dates {

/// What the words around an expression say about its direction.
struct TenseCue {
    Tense tense = Tense::unknown;
    bool weak = false;  ///< a present-tense verb, or not close by
    bool state = false; ///< a verb for what lasts: كان, استمر
};

/// Whether the words around an expression report or announce: the nearest cue decides, words before it count as nearer
/// than words behind it. Looks at `reach_before` tokens before it and a few behind it, within the sentence.
[[nodiscard]] TenseCue tense_around(const Reader& reader, TokenRange expression, Language language,
                                    std::size_t reach_before = 16);

} // namespace yaqut::dates
