// SPDX-License-Identifier: Apache-2.0
#include "core/language.hpp"

#include <cctype>

namespace yaqut {

std::string_view to_string(Language language) {
    switch (language) {
    case Language::ar: return "ar";
    case Language::en: return "en";
    case Language::fr: return "fr";
    case Language::other: break;
    }
    return "und";
}

std::optional<Language> parse_language(std::string_view code) {
    if (code.size() < 2) {
        return std::nullopt;
    }
    const auto lower = [](char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); };
    const char first = lower(code[0]);
    const char second = lower(code[1]);
    const bool two_letters = code.size() == 2 || code[2] == '-' || code[2] == '_';
    if (two_letters) {
        for (const Language language : {Language::ar, Language::en, Language::fr}) {
            if (to_string(language)[0] == first && to_string(language)[1] == second) {
                return language;
            }
        }
    }
    return Language::other;
}

} // namespace yaqut
