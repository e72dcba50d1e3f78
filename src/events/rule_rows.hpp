// SPDX-License-Identifier: Apache-2.0
// What the cells of the event tables say. All throw TableError for what they do not know.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/event_type.hpp"
#include "core/language.hpp"
#include "events/rule_data.hpp"
#include "events/word_forms.hpp"
#include "lexicon/table.hpp"

namespace yaqut::events {

[[nodiscard]] EventType event_type(const lexicon::Row& row);
[[nodiscard]] Gate gate(std::string_view word);

/// The tags of a row, cut at spaces; those that name a group go to `unless`.
[[nodiscard]] std::uint8_t read_tags(std::string_view cell, std::vector<std::string_view>& unless);

/// All forms of a word of the row.
[[nodiscard]] std::vector<WordForm> forms_of(Language language, std::string_view pos, std::string_view word,
                                             const lexicon::Row& row);

} // namespace yaqut::events
