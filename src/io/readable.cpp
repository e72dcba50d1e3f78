// SPDX-License-Identifier: Apache-2.0
#include "io/readable.hpp"

#include "text/utf8.hpp"

namespace yaqut::io {

bool is_valid_utf8(std::string_view bytes) {
    for (std::size_t i = 0; i < bytes.size();) {
        const text::Utf8Char c = text::utf8_char(bytes, i);
        if (!c.valid) {
            return false;
        }
        i += c.size;
    }
    return true;
}

std::string valid_utf8(std::string_view bytes, std::size_t* replaced) {
    std::string out;
    out.reserve(bytes.size());
    std::size_t count = 0;
    for (std::size_t i = 0; i < bytes.size();) {
        const text::Utf8Char c = text::utf8_char(bytes, i);
        if (c.valid) {
            out.append(bytes, i, c.size);
        } else {
            text::append_utf8(0xFFFD, out);
            ++count;
        }
        i += c.size;
    }
    if (replaced != nullptr) {
        *replaced = count;
    }
    return out;
}

std::string readable(std::string_view bytes, std::size_t max_bytes) {
    std::string out;
    for (std::size_t i = 0; i < bytes.size();) {
        if (out.size() >= max_bytes) {
            return out + "...";
        }
        const text::Utf8Char c = text::utf8_char(bytes, i);
        const bool control = c.code_point < 0x20 || (c.code_point >= 0x7F && c.code_point < 0xA0);
        text::append_utf8(control ? U' ' : c.valid ? c.code_point : 0xFFFD, out);
        i += c.size;
    }
    return out;
}

std::string readable_size(std::size_t bytes) {
    constexpr std::size_t mebibyte = std::size_t{1} << 20U;
    return bytes >= mebibyte && bytes % mebibyte == 0 ? std::to_string(bytes / mebibyte) + " MiB"
                                                      : std::to_string(bytes) + " bytes";
}

} // namespace yaqut::io
