// SPDX-License-Identifier: Apache-2.0
#include "io/page_encoding.hpp"

#include <algorithm>
#include <string>

#include "core/error.hpp"
#include "io/ascii.hpp"
#include "io/readable.hpp"
#include "text/charset.hpp"

namespace yaqut::io {

namespace {

/// The value of the first `charset=` or `encoding=` near the start.
std::string declared_charset(std::string_view bytes) {
    constexpr std::size_t near = 4096;
    const std::string start = lower_ascii(bytes.substr(0, near));
    for (const std::string_view key : {"charset", "encoding"}) {
        for (std::size_t at = start.find(key); at != std::string::npos; at = start.find(key, at + 1)) {
            std::string_view rest = trim(std::string_view(start).substr(at + key.size()));
            if (!rest.starts_with('=')) {
                continue;
            }
            rest = trim(rest.substr(1));
            while (!rest.empty() && (rest.front() == '"' || rest.front() == '\'')) {
                rest.remove_prefix(1);
            }
            const std::size_t size = std::min(rest.find_first_of("\"'; \t\r\n/>?"), rest.size());
            if (size > 0) {
                return std::string(rest.substr(0, size));
            }
        }
    }
    return {};
}

bool is_unicode(std::string_view charset) { return charset.starts_with("utf"); }

bool is_western(std::string_view charset) {
    return charset == "iso-8859-1" || charset == "latin1" || charset == "latin-1" || charset == "windows-1252" ||
           charset == "us-ascii" || charset == "ascii";
}

bool has_mark(std::string_view bytes) {
    return bytes.starts_with("\xEF\xBB\xBF") || bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

/// A few bad bytes in UTF-8 do not make it another encoding.
bool is_damaged_utf8(std::string_view bytes) {
    std::size_t replaced = 0;
    (void)valid_utf8(bytes, &replaced);
    const auto high = static_cast<std::size_t>(
        std::count_if(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }));
    return replaced * 4 < high;
}

} // namespace

text::DecodedText decode_page(std::string_view bytes, std::string_view charset) {
    const bool zeros = bytes.substr(0, 4096).find('\0') != std::string_view::npos;
    if (has_mark(bytes) || zeros || is_valid_utf8(bytes)) {
        return text::decode(bytes);
    }
    std::string declared = charset.empty() ? declared_charset(bytes) : lower_ascii(charset);
    if ((declared.empty() || is_unicode(declared)) && is_damaged_utf8(bytes)) {
        text::DecodedText decoded{{}, "UTF-8", 0};
        decoded.utf8 = valid_utf8(bytes, &decoded.replaced);
        return decoded;
    }
    if (declared.empty() || is_unicode(declared) || is_western(declared)) {
        return text::decode(bytes);
    }
    try {
        return text::convert(bytes, declared);
    } catch (const Error&) {
        return text::decode(bytes); // an encoding that nobody knows
    }
}

} // namespace yaqut::io
