// SPDX-License-Identifier: Apache-2.0
#include "text/charset.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>

#include "core/error.hpp"
#include "text/char_rules.hpp"
#include "text/utf8.hpp"

namespace yaqut::text {

namespace {

constexpr std::size_t sample_bytes = std::size_t{64} * 1024; // what follows would not change the answer

struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};
struct CloseDetector {
    void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

std::size_t count_replacements(const icu::UnicodeString& text) {
    std::size_t count = 0;
    for (std::int32_t i = 0; i < text.length(); ++i) {
        count += text[i] == 0xFFFD ? 1U : 0U;
    }
    return count;
}

/// Letters by how often news uses them, per thousand, in the order of their code points from U+0621.
constexpr std::array<int, 42> letter_frequency{3,  1, 20, 1, 10, 4,  151, 33,  32, 50, 6,  14, 18, 8,
                                               31, 5, 48, 6, 24, 10, 10,  7,   9,  2,  33, 4,  0,  0,
                                               0,  0, 0,  1, 25, 22, 18,  115, 64, 51, 22, 53, 9,  79};

/// How Arabic the text is: positive for letters in their usual mix, negative for what no Arabic text has.
long arabic_score(std::string_view utf8) {
    constexpr long foreign = -40;
    constexpr long replaced = -200;
    long score = 0;
    for (std::size_t i = 0; i < utf8.size();) {
        const Utf8Char c = utf8_char(utf8, i);
        i += c.size;
        if (in(c.code_point, 0x0621, 0x064A)) {
            const int frequency = letter_frequency[c.code_point - 0x0621];
            score += frequency < 5 ? frequency - 10 : frequency;
        } else if (in(c.code_point, 0x80, 0x24F) && char_rule(c.code_point).kind == CharClass::latin) {
            score += foreign;
        } else if (c.code_point == 0xFFFD || in(c.code_point, 0x80, 0x9F)) {
            score += replaced;
        }
    }
    return score;
}

/// High bytes come in runs where they are the letters of the language, singly where they are its accents.
bool is_mostly_high(std::string_view bytes) {
    const auto high = [](char c) { return static_cast<unsigned char>(c) >= 0xC0; };
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    const auto highs = std::count_if(bytes.begin(), bytes.end(), high);
    std::ptrdiff_t pairs = 0;
    std::ptrdiff_t mixed = 0;
    for (std::size_t i = 1; i < bytes.size(); ++i) {
        pairs += high(bytes[i]) && high(bytes[i - 1]) ? 1 : 0;
        mixed += high(bytes[i]) ? (letter(bytes[i - 1]) ? 1 : 0) : (high(bytes[i - 1]) && letter(bytes[i]) ? 1 : 0);
    }
    return highs > 0 && pairs * 2 > highs && mixed < pairs;
}

bool is_supported(std::string_view name) {
    return !name.starts_with("IBM") && !name.starts_with("UTF-") && !name.starts_with("ISO-2022");
}

std::string detected(std::string_view bytes) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&status));
    ucsdet_setText(detector.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
    std::int32_t count = 0;
    const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &status);
    for (std::int32_t i = 0; U_SUCCESS(status) && i < count; ++i) {
        const char* name = ucsdet_getName(matches[i], &status);
        if (U_SUCCESS(status) && is_supported(name)) {
            return name;
        }
    }
    return "windows-1252";
}

} // namespace

std::optional<std::string_view> wide_encoding(std::string_view bytes) {
    constexpr std::size_t least_bytes = 8;
    const std::string_view sample = bytes.substr(0, sample_bytes);
    if (sample.size() < least_bytes || bytes.size() % 2 != 0 || sample.find('\0') == std::string_view::npos) {
        return std::nullopt;
    }
    constexpr std::string_view usual_high("\0\x06\x20\xFE", 4); // ASCII, Arabic, punctuation, presentation forms
    std::array<std::size_t, 4> high{};                          // by position in a group of four bytes
    std::array<std::size_t, 4> zero{};
    for (std::size_t i = 0; i < sample.size(); ++i) {
        high[i % 4] += usual_high.find(sample[i]) != std::string_view::npos ? 1U : 0U;
        zero[i % 4] += sample[i] == '\0' ? 1U : 0U;
    }
    const std::size_t quarter = sample.size() / 4;
    const auto nearly = [&](std::size_t count, std::size_t all) { return count * 10 >= all * 9; };
    if (bytes.size() % 4 == 0 && nearly(zero[3], quarter) && nearly(zero[2], quarter)) {
        return "UTF-32LE";
    }
    if (bytes.size() % 4 == 0 && nearly(zero[0], quarter) && nearly(zero[1], quarter)) {
        return "UTF-32BE";
    }
    if (nearly(high[1] + high[3], 2 * quarter) && zero[0] + zero[2] == 0) {
        return "UTF-16LE";
    }
    if (nearly(high[0] + high[2], 2 * quarter) && zero[1] + zero[3] == 0) {
        return "UTF-16BE";
    }
    return std::nullopt;
}

std::string byte_encoding(std::string_view bytes) {
    const std::string_view sample = bytes.substr(0, sample_bytes);
    if (is_mostly_high(sample)) {
        const long windows = arabic_score(convert(sample, "windows-1256").utf8);
        const long iso = arabic_score(convert(sample, "ISO-8859-6").utf8);
        const auto highs =
            std::count_if(sample.begin(), sample.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
        constexpr long least_per_letter = 30; // Arabic has over 60, other languages read so have far less
        if (std::max(windows, iso) > least_per_letter * highs) {
            return windows >= iso ? "windows-1256" : "ISO-8859-6";
        }
    }
    return detected(sample);
}

DecodedText convert(std::string_view bytes, std::string_view encoding) {
    constexpr std::size_t most_bytes = std::size_t{1} << 29U; // ICU counts in 32 bits
    const std::string name(encoding);
    if (bytes.size() > most_bytes) {
        throw Error("encoding " + name + ": expected at most " + std::to_string(most_bytes) + " bytes, found " +
                    std::to_string(bytes.size()));
    }
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(name.c_str(), &status));
    if (U_FAILURE(status)) {
        throw Error("encoding " + name + ": expected one that ICU knows, found " + u_errorName(status));
    }
    const icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.get(), status);
    if (U_FAILURE(status)) {
        throw Error("encoding " + name + ": conversion failed: " + u_errorName(status));
    }
    DecodedText decoded{{}, name, count_replacements(text)};
    text.toUTF8String(decoded.utf8);
    return decoded;
}

} // namespace yaqut::text
