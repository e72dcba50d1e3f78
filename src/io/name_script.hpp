// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "core/place_source.hpp"

namespace yaqut::io {

/// Language::ar for a name in nothing but the letters of Arabic (not of Persian, Urdu, Kurdish ...), else
/// Language::other.
[[nodiscard]] Language language_of_letters(std::string_view name);

/// Signs that say nearly the same in two scripts are often written one after the other: "Tripoli طرابلس". The parts by
/// script, or the whole name when it is in one.
[[nodiscard]] std::vector<std::string_view> parts_by_script(std::string_view name);

/// Adds a name when there is something in it and the place does not have it yet. When `language` is other, it is cut by
/// script, and names in Arabic letters are taken for Arabic.
void add_name(ImportedPlace& place, std::string_view name, Language language, NameKind kind);

/// The same for each of several names that are separated by ';' or '|'.
void add_names(ImportedPlace& place, std::string_view names, Language language, NameKind kind);

} // namespace yaqut::io
