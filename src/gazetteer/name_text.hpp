// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace yaqut::gazetteer {

inline constexpr std::size_t longest_name = 1000; ///< bytes

/// Is the text UTF-8 without control characters?
[[nodiscard]] bool is_clean_utf8(std::string_view text);

/// What is wrong with the text as a name: "expected 1 to 1000 bytes, found 0"; nullopt for a usable one.
[[nodiscard]] std::optional<std::string> fault_of_name(std::string_view text);

/// Throws BadRow when the text cannot be a name.
void check_name(std::string_view text);

/// What may be found in the names of sources that do not say it.
enum class NameScript {
    latin,
    arabic,       ///< spelled with the letters of Arabic alone
    other_arabic, ///< in the Arabic script, with letters that only other languages have, or marks and digits
    other,
};
[[nodiscard]] NameScript script_of_name(std::string_view text);

} // namespace yaqut::gazetteer
