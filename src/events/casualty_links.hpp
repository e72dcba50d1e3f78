// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "events/draft.hpp"
#include "events/quantities.hpp"
#include "events/tagged_text.hpp"

namespace yaqut::events {

/// Gives the casualties of a sentence to the event that caused them and takes the words of killing off the list when
/// there is one. Those without a cause in the sentence stay events of their own; mere injuries go to the event told
/// last in the same paragraph (`earlier`).
void link_casualties(const TaggedText& text, const QuantityReader& reader, std::uint32_t sentence,
                     std::vector<Draft>& drafts, std::vector<Draft>& earlier);

} // namespace yaqut::events
