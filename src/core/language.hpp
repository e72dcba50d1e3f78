// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace yaqut {

/// The languages that yaqut reads. `other` stands for any language without tables of its own.
enum class Language : std::uint8_t { ar, en, fr, other };

/// ISO 639-1 code; "und" for Language::other.
[[nodiscard]] std::string_view to_string(Language language);

/// Accepts two-letter codes with or without a region ("ar", "AR", "ar-LY", "fr_FR"); nullopt for an empty string.
[[nodiscard]] std::optional<Language> parse_language(std::string_view code);

} // namespace yaqut
