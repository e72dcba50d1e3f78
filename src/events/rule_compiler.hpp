// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/language.hpp"
#include "events/rule_lists.hpp"

namespace yaqut::events {

/// Reads the event tables of a language and inflects their words; all lists empty for a language without tables. Done
/// when the program is built (tools/events/compile_rules.cpp). Throws TableError for faults in the tables.
[[nodiscard]] RuleData compile_rules(Language language);

} // namespace yaqut::events
