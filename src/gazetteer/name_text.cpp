// SPDX-License-Identifier: Apache-2.0
#include "gazetteer/name_text.hpp"

#include "gazetteer/complaints.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace yaqut::gazetteer {

namespace {

constexpr bool is_arabic_block(char32_t c) {
    return (c >= 0x0600 && c <= 0x06FF) || (c >= 0x0750 && c <= 0x077F) || (c >= 0xFB50 && c <= 0xFDFF) ||
           (c >= 0xFE70 && c <= 0xFEFF);
}

/// The letters of Arabic as news write it.
constexpr bool is_arabic_letter(char32_t c) { return (c >= 0x0621 && c <= 0x063A) || (c >= 0x0641 && c <= 0x064A); }

/// Vowel signs, tatweel and marks of direction change nothing about the language.
constexpr bool is_arabic_sign(char32_t c) {
    return c == 0x0640 || (c >= 0x064B && c <= 0x0652) || c == 0x0670 || c == 0x0671;
}

constexpr bool is_ascii_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

/// Is there a letter or a number?
bool has_word(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const text::Utf8Char c = text::utf8_char(text, i);
        i += c.size;
        if (is_ascii_letter(c.code_point) || is_digit(c.code_point)) {
            return true;
        }
        if (c.code_point >= 0x80 && text::classify(c.code_point) != text::CharClass::punct &&
            text::classify(c.code_point) != text::CharClass::space) {
            return true;
        }
    }
    return false;
}

} // namespace

bool is_clean_utf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const text::Utf8Char c = text::utf8_char(text, i);
        if (!c.valid || c.code_point < 0x20 || c.code_point == 0x7F) {
            return false;
        }
        i += c.size;
    }
    return true;
}

std::optional<std::string> fault_of_name(std::string_view text) {
    if (text.empty() || text.size() > longest_name) {
        return "expected 1 to 1000 bytes, found " + std::to_string(text.size());
    }
    if (!is_clean_utf8(text)) {
        return "expected UTF-8 without control characters, found other bytes";
    }
    if (!has_word(text)) {
        return "the name has no word";
    }
    return std::nullopt;
}

void check_name(std::string_view text) {
    if (auto fault = fault_of_name(text)) {
        throw BadRow{"name: " + *fault};
    }
}

NameScript script_of_name(std::string_view text) {
    bool latin = false;
    bool arabic = false;
    bool foreign = false; // in the Arabic script, but not Arabic
    for (std::size_t i = 0; i < text.size();) {
        const text::Utf8Char c = text::utf8_char(text, i);
        i += c.size;
        if (is_ascii_letter(c.code_point)) {
            latin = true;
        } else if (is_arabic_letter(c.code_point)) {
            arabic = true;
        } else if (is_arabic_block(c.code_point)) {
            foreign = foreign || !is_arabic_sign(c.code_point);
        } else if (is_digit(c.code_point)) {
            continue;
        } else if (c.code_point >= 0x80) {
            const text::CharClass kind = text::classify(c.code_point);
            latin = latin || kind == text::CharClass::latin;
            if (kind == text::CharClass::other) {
                return NameScript::other;
            }
        }
    }
    if (arabic || foreign) {
        return latin ? NameScript::other : foreign ? NameScript::other_arabic : NameScript::arabic;
    }
    return latin ? NameScript::latin : NameScript::other;
}

} // namespace yaqut::gazetteer
