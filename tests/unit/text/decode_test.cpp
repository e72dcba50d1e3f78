// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "core/error.hpp"
#include "generator.hpp"
#include "text/code_points.hpp"
#include "text/decode.hpp"
#include "text/utf8.hpp"

using namespace yaqut;

namespace {

constexpr std::string_view news = "قتل ثلاثة جنود في هجوم على حاجز للجيش شرق المدينة، وفق ما أعلنه ناطق باسم الوزارة.";

/// The text in an eight-bit code page, by a function from code point to byte.
template <typename Encode> std::string encoded(std::string_view text, Encode encode) {
    std::string bytes;
    for (std::size_t i = 0; i < text.size();) {
        const text::Utf8Char c = text::utf8_char(text, i);
        bytes += c.code_point < 0x80 ? static_cast<char>(c.code_point) : encode(c.code_point);
        i += c.size;
    }
    return bytes;
}

char iso_8859_6(char32_t cp) { return static_cast<char>(cp - 0x600 + 0xA0); }

char windows_1256(char32_t cp) {
    constexpr std::string_view upper = "\xC1\xC2\xC3\xC4\xC5\xC6\xC7\xC8\xC9\xCA\xCB\xCC\xCD\xCE\xCF\xD0\xD1\xD2\xD3"
                                       "\xD4\xD5\xD6\xD8\xD9\xDA\xDB";                 // U+0621..U+063A
    constexpr std::string_view lower = "\xDC\xDD\xDE\xDF\xE1\xE3\xE4\xE5\xE6\xEC\xED"; // U+0640..U+064A
    if (cp == 0x060C) {
        return '\xA1';
    }
    return cp < 0x0640 ? upper[cp - 0x0621] : lower[cp - 0x0640];
}

std::string utf16(std::string_view text, bool big_endian) {
    std::string bytes;
    for (std::size_t i = 0; i < text.size();) {
        const text::Utf8Char c = text::utf8_char(text, i);
        const char high = static_cast<char>(c.code_point >> 8U);
        const char low = static_cast<char>(c.code_point & 0xFFU);
        bytes += big_endian ? high : low;
        bytes += big_endian ? low : high;
        i += c.size;
    }
    return bytes;
}

} // namespace

TEST_CASE("UTF-8 passes unaltered") {
    const text::DecodedText decoded = text::decode(news);
    CHECK(decoded.utf8 == news);
    CHECK(decoded.encoding == "UTF-8");
    CHECK(decoded.replaced == 0);
    CHECK(text::decode("\xEF\xBB\xBFnews").utf8 == "news");
    CHECK(text::decode("").utf8.empty());
    CHECK(text::decode("plain").encoding == "UTF-8");
}

TEST_CASE("damaged UTF-8 is repaired and counted") {
    std::string damaged(news);
    damaged.insert(20, "\xFF");
    damaged += "\xD9"; // cut inside a letter
    const text::DecodedText decoded = text::decode(damaged);
    CHECK(decoded.encoding == "UTF-8");
    CHECK(decoded.replaced == 2);
    CHECK(decoded.utf8.find("\uFFFD") == 20);
    CHECK(decoded.utf8.ends_with("\uFFFD"));
}

TEST_CASE("Arabic code pages") {
    const text::DecodedText windows = text::decode(encoded(news, windows_1256));
    CHECK(windows.encoding == "windows-1256");
    CHECK(windows.utf8 == news);
    const text::DecodedText iso = text::decode(encoded(news, iso_8859_6));
    CHECK(iso.encoding == "ISO-8859-6");
    CHECK(iso.utf8 == news);
    const std::string_view headline = "انفجار قرب مقر الشرطة";
    CHECK(text::decode(encoded(headline, windows_1256)).utf8 == headline);
    CHECK(text::decode(encoded(headline, iso_8859_6)).utf8 == headline);
}

TEST_CASE("Western code pages") {
    const std::string_view french =
        "Le ministre a été reçu à Orléans; l'opération s'est déroulée près de la frontière.";
    const auto latin_1 = [](char32_t cp) { return static_cast<char>(cp); };
    const text::DecodedText decoded = text::decode(encoded(french, latin_1));
    CHECK(decoded.utf8 == french);
    CHECK(decoded.replaced == 0);
}

TEST_CASE("UTF-16 and UTF-32, with and without a mark") {
    CHECK(text::decode("\xFF\xFE" + utf16(news, false)).utf8 == news);
    CHECK(text::decode("\xFE\xFF" + utf16(news, true)).utf8 == news);
    const text::DecodedText bare = text::decode(utf16(news, false));
    CHECK(bare.encoding == "UTF-16LE");
    CHECK(bare.utf8 == news);
    CHECK(text::decode(utf16(news, true)).encoding == "UTF-16BE");
    using namespace std::string_literals;
    CHECK(text::decode("\xFF\xFE\0\0a\0\0\0\x28\x06\0\0"s).utf8 == "aب");
    CHECK(text::decode("a\0\0\0\x28\x06\0\0b\0\0\0"s).utf8 == "aبb");
    CHECK(text::decode("\xFF\xFE\x3D\xD8"s).replaced == 1); // half a surrogate pair
}

TEST_CASE("what is no text is refused, with the place") {
    using namespace std::string_literals;
    CHECK_THROWS_WITH_AS(static_cast<void>(text::decode("abc\0\x01\x02\x03\x7F\x05"s)),
                         "expected text, found a NUL byte at byte offset 3", Error);
    CHECK_THROWS_AS(static_cast<void>(text::decode("\x01\x02 ab \x03\x04")), Error);
    CHECK_THROWS_AS(static_cast<void>(text::decode("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\x01\x02\xFF\xFE"s)), Error);
    CHECK_NOTHROW(static_cast<void>(text::decode("a page\fnext page\x1B[0m with few controls")));
}

TEST_CASE("code points of a short text") {
    const std::string source = "aب😀\xFFz";
    const text::CodePointMap map(source);
    CHECK(map.size() == 5);
    CHECK(map.to_code_points(1) == 1);
    CHECK(map.to_code_points(2) == 1); // inside ب
    CHECK(map.to_code_points(3) == 2);
    CHECK(map.to_code_points(7) == 3);
    CHECK(map.to_code_points(8) == 4);
    CHECK(map.to_code_points(999) == 5);
    CHECK(map.to_bytes(2) == 3);
    CHECK(map.to_bytes(4) == 8);
    CHECK(map.to_bytes(5) == 9);
    CHECK(map.to_code_points(TextSpan{1, 7}) == TextSpan{1, 3});
    CHECK(text::CodePointMap("").size() == 0);
}

TEST_CASE("decoding gives valid UTF-8 or a typed error, never anything but valid UTF-8") {
    test::Generator generator(21);
    int decoded_texts = 0;
    for (int round = 0; round < 3000; ++round) {
        std::string source = round % 3 == 0 ? generator.bytes(60) : generator.soup(30);
        if (round % 3 == 1) {
            source += generator.bytes(4);
        }
        CAPTURE(source);
        try {
            const std::string utf8 = text::decode(source).utf8;
            for (std::size_t i = 0; i < utf8.size();) {
                const text::Utf8Char c = text::utf8_char(utf8, i);
                REQUIRE(c.valid);
                i += c.size;
            }
            ++decoded_texts;
        } catch (const Error& error) {
            CHECK(std::string_view(error.what()).starts_with("expected text"));
        }
    }
    CHECK(decoded_texts > 1000);
}
