// SPDX-License-Identifier: Apache-2.0
#include "io/name_script.hpp"

#include <algorithm>
#include <cstdint>

#include "io/ascii.hpp"
#include "text/utf8.hpp"

namespace yaqut::io {

namespace {

constexpr std::size_t longest_name = 200; // bytes; what is longer is a sentence

enum class Letters : std::uint8_t { none, arabic, near_arabic, others };

Letters letters_of(char32_t c) {
    if ((c >= 0x0621 && c <= 0x063A) || (c >= 0x0640 && c <= 0x0652)) {
        return Letters::arabic;
    }
    if ((c >= 0x0600 && c <= 0x06FF) || (c >= 0x0750 && c <= 0x077F) || (c >= 0xFB50 && c <= 0xFDFF) ||
        (c >= 0xFE70 && c <= 0xFEFF)) {
        return Letters::near_arabic;
    }
    const bool ascii_letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    constexpr char32_t first_other = 0xC0;
    constexpr char32_t general_marks = 0x2000; // dashes, quotes, invisible marks
    constexpr char32_t general_marks_end = 0x2070;
    const bool mark = c >= general_marks && c < general_marks_end;
    return ascii_letter || (c >= first_other && !mark) ? Letters::others : Letters::none;
}

/// Of a word: that of its first letter.
bool is_arabic_word(std::string_view word, bool otherwise) {
    for (std::size_t i = 0; i < word.size();) {
        const text::Utf8Char c = text::utf8_char(word, i);
        if (const Letters letters = letters_of(c.code_point); letters != Letters::none) {
            return letters != Letters::others;
        }
        i += c.size;
    }
    return otherwise;
}

void add_part(ImportedPlace& place, std::string_view name, Language language, NameKind kind) {
    name = trim(name);
    if (name.empty() || name.size() > longest_name) {
        return;
    }
    const bool known = std::any_of(place.names.begin(), place.names.end(), [&](const ImportedName& other) {
        return other.text == name && (other.language == language || language == Language::other);
    });
    if (!known) {
        ImportedName added;
        added.text = name;
        added.language = language;
        added.kind = kind;
        place.names.push_back(std::move(added));
    }
}

} // namespace

Language language_of_letters(std::string_view name) {
    bool arabic = false;
    for (std::size_t i = 0; i < name.size();) {
        const text::Utf8Char c = text::utf8_char(name, i);
        const Letters letters = letters_of(c.code_point);
        // Marks of the block, such as the comma, stand in Arabic names, too; its other letters do not.
        if (letters == Letters::others || (letters == Letters::near_arabic && c.code_point > 0x0652)) {
            return Language::other;
        }
        arabic |= letters == Letters::arabic;
        i += c.size;
    }
    return arabic ? Language::ar : Language::other;
}

std::vector<std::string_view> parts_by_script(std::string_view name) {
    std::vector<std::string_view> parts;
    std::size_t part = 0;
    bool arabic = is_arabic_word(name, false);
    for (std::size_t begin = 0; begin < name.size();) {
        const std::size_t end = std::min(name.find_first_of(" /", begin), name.size());
        if (const bool now = is_arabic_word(name.substr(begin, end - begin), arabic); now != arabic) {
            parts.push_back(name.substr(part, begin - part));
            part = begin;
            arabic = now;
        }
        begin = end + 1;
    }
    parts.push_back(name.substr(part));
    for (std::string_view& text : parts) {
        while (!text.empty() && std::string_view(" /-|(").find(text.back()) != std::string_view::npos) {
            text.remove_suffix(1);
        }
        while (!text.empty() && std::string_view(" /-|(").find(text.front()) != std::string_view::npos) {
            text.remove_prefix(1);
        }
    }
    return parts;
}

void add_name(ImportedPlace& place, std::string_view name, Language language, NameKind kind) {
    if (language != Language::other) {
        add_part(place, name, language, kind);
        return;
    }
    for (const std::string_view part : parts_by_script(name)) {
        add_part(place, part, language_of_letters(part), kind);
    }
}

void add_names(ImportedPlace& place, std::string_view names, Language language, NameKind kind) {
    for (std::size_t begin = 0; begin <= names.size();) {
        const std::size_t end = std::min(names.find_first_of(";|", begin), names.size());
        add_name(place, names.substr(begin, end - begin), language, kind);
        begin = end + 1;
    }
}

} // namespace yaqut::io
