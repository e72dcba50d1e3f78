// SPDX-License-Identifier: Apache-2.0
#include "text/decode.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "core/error.hpp"
#include "text/charset.hpp"
#include "text/utf8.hpp"

namespace yaqut::text {

namespace {

struct Mark {
    std::string_view bytes;
    std::string_view encoding;
};

// UTF-32LE before UTF-16LE, whose mark it begins with.
constexpr std::array<Mark, 5> byte_order_marks{{{"\xEF\xBB\xBF", "UTF-8"},
                                                {{"\xFF\xFE\0\0", 4}, "UTF-32LE"},
                                                {{"\0\0\xFE\xFF", 4}, "UTF-32BE"},
                                                {"\xFF\xFE", "UTF-16LE"},
                                                {"\xFE\xFF", "UTF-16BE"}}};

struct Utf8Check {
    std::size_t invalid = 0;  ///< bytes
    std::size_t multiple = 0; ///< characters of several bytes
};

Utf8Check check_utf8(std::string_view bytes) {
    Utf8Check check;
    for (std::size_t i = 0; i < bytes.size();) {
        if (static_cast<unsigned char>(bytes[i]) < 0x80) {
            ++i;
            continue;
        }
        const Utf8Char c = utf8_char(bytes, i);
        check.invalid += c.valid ? 0U : 1U;
        check.multiple += c.valid ? 1U : 0U;
        i += c.size;
    }
    return check;
}

/// A damaged UTF-8 text has far more characters than faults. Other encodings hardly ever give valid sequences.
bool is_damaged_utf8(const Utf8Check& check) {
    constexpr std::size_t ratio = 4;
    return check.multiple > check.invalid * ratio;
}

DecodedText repaired_utf8(std::string_view bytes) {
    DecodedText text{{}, "UTF-8", 0};
    text.utf8.reserve(bytes.size());
    for (std::size_t i = 0; i < bytes.size();) {
        const Utf8Char c = utf8_char(bytes, i);
        if (c.valid) {
            text.utf8 += bytes.substr(i, c.size);
        } else {
            text.utf8 += "\uFFFD";
            ++text.replaced;
        }
        i += c.size;
    }
    return text;
}

bool is_control(char c) {
    const auto byte = static_cast<unsigned char>(c);
    const bool white = byte >= 0x09 && byte <= 0x0D;
    return (byte < 0x20 && !white && byte != 0x1B) || byte == 0x7F;
}

std::string at_offset(std::string_view::const_iterator begin, std::string_view::const_iterator position) {
    return " at byte offset " + std::to_string(position - begin);
}

void require_text(std::string_view bytes) {
    constexpr std::ptrdiff_t share = 10; // one byte in ten
    const auto nul = std::find(bytes.begin(), bytes.end(), '\0');
    if (nul != bytes.end()) {
        throw Error("expected text, found a NUL byte" + at_offset(bytes.begin(), nul));
    }
    const auto controls = std::count_if(bytes.begin(), bytes.end(), is_control);
    if (controls * share > std::ssize(bytes)) {
        const auto first = std::find_if(bytes.begin(), bytes.end(), is_control);
        throw Error("expected text, found " + std::to_string(controls) + " control characters in " +
                    std::to_string(bytes.size()) + " bytes, the first" + at_offset(bytes.begin(), first));
    }
}

DecodedText utf8_text(std::string_view bytes, const Utf8Check& check) {
    require_text(bytes);
    return check.invalid == 0 ? DecodedText{std::string(bytes), "UTF-8", 0} : repaired_utf8(bytes);
}

} // namespace

DecodedText decode(std::string_view bytes) {
    for (const Mark& mark : byte_order_marks) {
        if (!bytes.starts_with(mark.bytes)) {
            continue;
        }
        const std::string_view rest = bytes.substr(mark.bytes.size());
        return mark.encoding == "UTF-8" ? utf8_text(rest, check_utf8(rest)) : convert(rest, mark.encoding);
    }
    if (const auto wide = wide_encoding(bytes)) {
        return convert(bytes, *wide);
    }
    const Utf8Check check = check_utf8(bytes);
    if (check.invalid == 0 || is_damaged_utf8(check)) {
        return utf8_text(bytes, check);
    }
    require_text(bytes);
    return convert(bytes, byte_encoding(bytes));
}

} // namespace yaqut::text
