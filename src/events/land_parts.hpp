// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/toponym.hpp"
#include "events/tagged_text.hpp"

namespace yaqut::events {

/// A part of a country that a text tells by the country: "the Libyan capital", "northern Iraq", "the Syrian south".
struct LandPart {
    std::size_t country = 0; ///< index of the mention of the country, or of its adjective
    ResolvedToponym part;    ///< the phrase as a location, with the point and radius of lexicon/land_parts.tsv
};

/// The parts told by the mentions of the text, in their order. A capital whose name follows is left to its name.
[[nodiscard]] std::vector<LandPart> find_land_parts(const TaggedText& text);

} // namespace yaqut::events
