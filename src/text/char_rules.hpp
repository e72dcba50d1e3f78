// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>

#include "text/utf8.hpp"

namespace yaqut::text {

/// What a character is to the normaliser and to the tokeniser.
enum class CharClass : std::uint8_t {
    slow, ///< the tables do not know it: ask ICU
    drop, ///< vowel signs, invisible formatting
    space,
    newline,
    digit,
    arabic, ///< letter
    latin,  ///< letter
    other,  ///< letter of another script
    apostrophe,
    punct,
    hamza_mark, ///< madda or hamza written as a mark: may compose with the letter before it
    tatweel,
    combining, ///< may compose with the character before it
};

/// Strict form of a character below U+0800. Size 0: not plain, the class says what to do.
struct CharRule {
    char first = 0;
    char second = 0;
    std::uint8_t size = 0;
    CharClass kind = CharClass::slow;
};

[[nodiscard]] constexpr CharRule plain_rule(CharClass kind, char32_t code_point) {
    char bytes[4] = {};
    const std::size_t size = write_utf8(code_point, bytes);
    return {bytes[0], bytes[1], static_cast<std::uint8_t>(size), kind};
}

[[nodiscard]] constexpr bool in(char32_t code_point, char32_t first, char32_t last) {
    return first <= code_point && code_point <= last;
}

[[nodiscard]] constexpr CharRule ascii_rule(char32_t cp) {
    if (in(cp, U'a', U'z')) {
        return plain_rule(CharClass::latin, cp);
    }
    if (in(cp, U'A', U'Z')) {
        return plain_rule(CharClass::latin, cp + 0x20);
    }
    if (in(cp, U'0', U'9')) {
        return plain_rule(CharClass::digit, cp);
    }
    if (cp == U'\'' || cp == U'`') {
        return plain_rule(CharClass::apostrophe, U'\'');
    }
    if (in(cp, 0x0A, 0x0D)) {
        return {0, 0, 0, CharClass::newline};
    }
    if (cp <= U' ' || cp == 0x7F) { // control characters separate, as white space does
        return {0, 0, 0, CharClass::space};
    }
    return plain_rule(CharClass::punct, cp);
}

/// Lower case in U+00C0..U+017F, where pairs lie side by side; U+0130 is left to ICU.
[[nodiscard]] constexpr char32_t lower_latin(char32_t cp) {
    if (in(cp, 0xC0, 0xDE) && cp != 0xD7) {
        return cp + 0x20;
    }
    const bool even_pair = in(cp, 0x100, 0x12F) || in(cp, 0x132, 0x137) || in(cp, 0x14A, 0x177);
    const bool odd_pair = in(cp, 0x139, 0x148) || in(cp, 0x179, 0x17E);
    if (cp == 0x178) {
        return 0xFF;
    }
    return (even_pair && cp % 2 == 0) || (odd_pair && cp % 2 == 1) ? cp + 1 : cp;
}

[[nodiscard]] constexpr CharRule latin_rule(char32_t cp) {
    if (cp == 0x85) {
        return {0, 0, 0, CharClass::newline};
    }
    if (cp <= 0xA0) {
        return {0, 0, 0, CharClass::space};
    }
    if (cp == 0xAD) {
        return {0, 0, 0, CharClass::drop};
    }
    if (cp == 0xAB || cp == 0xBB) {
        return plain_rule(CharClass::punct, U'"');
    }
    if (cp == 0xB4) {
        return plain_rule(CharClass::apostrophe, U'\'');
    }
    const bool letter = cp == 0xAA || cp == 0xB5 || cp == 0xBA || (cp >= 0xC0 && cp != 0xD7 && cp != 0xF7);
    if (cp == 0x130) {
        return {};
    }
    return plain_rule(letter ? CharClass::latin : CharClass::punct, lower_latin(cp));
}

/// Letters that have the same place in Arabic words as the one they are unified with.
[[nodiscard]] constexpr char32_t unify_arabic(char32_t cp) {
    switch (cp) {
    case 0x0671: return 0x0627; // alef wasla
    case 0x06A9:
    case 0x06AA: return 0x0643; // kaf
    case 0x06BE:
    case 0x06C0:
    case 0x06C1:
    case 0x06C2:
    case 0x06D5: return 0x0647; // heh
    case 0x06C3: return 0x0629; // teh marbuta
    case 0x06CC:
    case 0x06D2: return 0x064A; // yeh
    case 0x06D3: return 0x0626; // yeh barree with hamza
    default: return cp;
    }
}

[[nodiscard]] constexpr char32_t unify_arabic_mark(char32_t cp) {
    switch (cp) {
    case 0x060C:
    case 0x066C: return U',';
    case 0x060D: return U'/';
    case 0x061B: return U';';
    case 0x061F: return U'?';
    case 0x066A: return U'%';
    case 0x066B:
    case 0x06D4: return U'.';
    case 0x066D: return U'*';
    default: return cp;
    }
}

[[nodiscard]] constexpr bool is_dropped_arabic(char32_t cp) {
    return in(cp, 0x0600, 0x0605) || in(cp, 0x0610, 0x061A) || cp == 0x061C || in(cp, 0x064B, 0x065F) || cp == 0x0670 ||
           in(cp, 0x06D6, 0x06ED);
}

[[nodiscard]] constexpr CharRule arabic_rule(char32_t cp) {
    if (cp == 0x0640) {
        return {0, 0, 0, CharClass::tatweel};
    }
    if (in(cp, 0x0653, 0x0655)) {
        return {0, 0, 0, CharClass::hamza_mark};
    }
    if (cp != 0x06D5 && is_dropped_arabic(cp)) {
        return {0, 0, 0, CharClass::drop};
    }
    if (in(cp, 0x0660, 0x0669) || in(cp, 0x06F0, 0x06F9)) {
        return plain_rule(CharClass::digit, U'0' + (cp & 0xFU));
    }
    const bool letter = in(cp, 0x0620, 0x064A) || in(cp, 0x066E, 0x06D3) || cp == 0x06D5 || in(cp, 0x06EE, 0x06EF) ||
                        in(cp, 0x06FA, 0x06FC) || cp == 0x06FF;
    return letter ? plain_rule(CharClass::arabic, unify_arabic(cp))
                  : plain_rule(CharClass::punct, unify_arabic_mark(cp));
}

[[nodiscard]] constexpr CharRule char_rule(char32_t cp) {
    if (cp < 0x80) {
        return ascii_rule(cp);
    }
    if (cp < 0x180) {
        return latin_rule(cp);
    }
    if (cp == 0x02B9 || in(cp, 0x02BB, 0x02BF) || cp == 0x02C8) { // ain and hamza of transliterations
        return plain_rule(CharClass::apostrophe, U'\'');
    }
    if (cp == 0x034F) {
        return {0, 0, 0, CharClass::drop};
    }
    if (in(cp, 0x0300, 0x036F)) {
        return {0, 0, 0, CharClass::combining};
    }
    if (in(cp, 0x0600, 0x06FF)) {
        return arabic_rule(cp);
    }
    return in(cp, 0x0750, 0x077F) ? plain_rule(CharClass::arabic, cp) : CharRule{};
}

[[nodiscard]] constexpr std::array<CharRule, 0x800> make_char_rules() {
    std::array<CharRule, 0x800> rules{};
    for (char32_t cp = 0; cp < rules.size(); ++cp) {
        rules[cp] = char_rule(cp);
    }
    return rules;
}

/// The fast path: all one and two byte characters.
inline constexpr std::array<CharRule, 0x800> char_rules = make_char_rules();

} // namespace yaqut::text
