// SPDX-License-Identifier: Apache-2.0
// ICU as the oracle of the table-driven normaliser.
#include <doctest/doctest.h>

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <string>

#include "generator.hpp"
#include "text/char_rules.hpp"
#include "text/normalize.hpp"

using namespace yaqut;
using yaqut::test::Generator;

namespace {

enum class Form { nfc, nfd, nfkc };

std::string icu_form(const std::string& text, Form form) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* normalizer = form == Form::nfc   ? icu::Normalizer2::getNFCInstance(status)
                                         : form == Form::nfd ? icu::Normalizer2::getNFDInstance(status)
                                                             : icu::Normalizer2::getNFKCInstance(status);
    std::string result;
    normalizer->normalize(icu::UnicodeString::fromUTF8(text), status).toUTF8String(result);
    REQUIRE(U_SUCCESS(status));
    return result;
}

std::string without_marks(const std::string& text) {
    std::string result;
    for (std::size_t i = 0; i < text.size();) {
        const text::Utf8Char c = text::utf8_char(text, i);
        if (u_charType(static_cast<UChar32>(c.code_point)) != U_NON_SPACING_MARK) {
            result += text.substr(i, c.size);
        }
        i += c.size;
    }
    return result;
}

} // namespace

TEST_CASE("Arabic letters compose as in NFC, then signs are dropped") {
    // Letters that the strict key leaves as they are, so that NFC alone explains the result.
    Generator generator(11);
    for (int round = 0; round < 20000; ++round) {
        // A class of marks blocks a later mark of the same class in NFC, where the strict key has long dropped it:
        // one hamza mark a letter is what texts have.
        std::string text;
        for (std::size_t letters = generator.below(8); letters > 0; --letters) {
            text += generator.of(U"ابتسوويليءآأؤإئىةه", 1) + "ي" + generator.of(U"\u064B\u064E\u0650\u0651\u0670", 2) +
                    generator.of(U"\u0653\u0654\u0655", 1) + generator.of(U"\u064B\u064E\u0650\u0651\u0670", 1);
        }
        CAPTURE(text);
        std::string expected = without_marks(icu_form(text, Form::nfc));
        // ى with a hamza mark is a spelling of ئ that NFC does not know.
        if (text.find("ى") == std::string::npos) {
            CHECK(text::strict_key(text) == expected);
        }
        CHECK(text::strict_key(icu_form(text, Form::nfd)) == text::strict_key(text));
    }
}

TEST_CASE("Latin letters with marks: lower case of NFC, the same from any canonical form") {
    Generator generator(12);
    for (int round = 0; round < 20000; ++round) {
        std::string text;
        for (std::size_t letters = generator.below(6); letters > 0; --letters) {
            text += generator.of(Generator::latin, 3) + generator.of(Generator::latin_marks, 3);
        }
        while (text.starts_with('\xCC')) {
            text.erase(0, 2); // marks need a letter
        }
        CAPTURE(text);
        icu::UnicodeString lower = icu::UnicodeString::fromUTF8(icu_form(text, Form::nfc));
        lower.toLower(icu::Locale::getRoot());
        std::string expected;
        lower.toUTF8String(expected);
        expected = icu_form(expected, Form::nfc);
        CHECK(text::strict_key(text) == expected);
        CHECK(text::strict_key(icu_form(text, Form::nfd)) == expected);
    }
}

TEST_CASE("every letter below U+0800 that the tables know agrees with ICU") {
    for (char32_t cp = 0x80; cp < 0x800; ++cp) {
        const text::CharRule rule = text::char_rules[cp];
        CAPTURE(static_cast<unsigned>(cp));
        if (rule.kind == text::CharClass::latin) {
            std::string lower;
            text::append_utf8(static_cast<char32_t>(u_tolower(static_cast<UChar32>(cp))), lower);
            CHECK(std::string({rule.first, rule.second}) == lower);
            CHECK(u_isalpha(static_cast<UChar32>(cp)) != 0);
        }
        if (rule.kind == text::CharClass::arabic) {
            CHECK(u_isalpha(static_cast<UChar32>(cp)) != 0);
        }
        if (rule.kind == text::CharClass::digit) {
            CHECK(u_digit(static_cast<UChar32>(cp), 10) == rule.first - '0');
        }
        if (rule.kind == text::CharClass::punct) {
            CHECK(u_isalpha(static_cast<UChar32>(cp)) == 0);
        }
    }
}

TEST_CASE("presentation forms are the letters they show, without white space") {
    int forms = 0;
    for (char32_t cp = 0xFB50; cp < 0xFEFF; ++cp) {
        if (cp == 0xFD3E || cp == 0xFD3F || (cp > 0xFDFF && cp < 0xFE70) ||
            u_isdefined(static_cast<UChar32>(cp)) == 0) {
            continue;
        }
        std::string form;
        text::append_utf8(cp, form);
        // Isolated signs come with a space or with tatweel to stand on.
        std::string letters = text::strict_key("ب" + without_marks(icu_form(form, Form::nfkc)));
        std::erase(letters, ' ');
        CAPTURE(form);
        CHECK("ب" + text::strict_key(form) == letters);
        ++forms;
    }
    CHECK(forms > 600);
}
