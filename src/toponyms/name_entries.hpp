// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <span>

#include "gazetteer/gazetteer.hpp"
#include "text/clitics.hpp"
#include "text/document.hpp"

/// What is asked of readings and of the names that a look-up found.
namespace yaqut::toponyms {

using gazetteer::NameEntry;
using text::Clitic;

inline constexpr std::size_t shortest_fused_name = 12; // key bytes: six Arabic letters

/// Proclitics that are taken off freely; ف and ك are wrong far more often than right.
[[nodiscard]] inline bool usual(Clitic clitics) {
    return !text::has_clitic(clitics, Clitic::fa) && !text::has_clitic(clitics, Clitic::kaf) &&
           !text::has_clitic(clitics, Clitic::alef);
}

[[nodiscard]] inline bool some_demonym(std::span<const NameEntry> names) {
    return std::any_of(names.begin(), names.end(), [](const NameEntry& n) { return n.kind == NameKind::demonym; });
}

[[nodiscard]] inline bool spelt_the_same(std::span<const NameEntry> names, std::uint64_t strict_hash) {
    const auto check = static_cast<std::uint32_t>(strict_hash);
    return std::any_of(names.begin(), names.end(), [check](const NameEntry& n) { return n.strict_check == check; });
}

[[nodiscard]] inline bool has_long_name(std::span<const NameEntry> names) {
    return std::any_of(names.begin(), names.end(), [](const NameEntry& n) { return n.word_count > 1; });
}

[[nodiscard]] inline text::Reading whole_word(const text::Token& token) {
    return {.source_begin = token.span.begin, .strict_hash = token.strict_hash, .loose_hash = token.loose_hash};
}

} // namespace yaqut::toponyms
