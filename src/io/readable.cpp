// SPDX-License-Identifier: Apache-2.0
#include "io/readable.hpp"

#include "text/utf8.hpp"
#include "text/utf8_run.hpp"

namespace yaqut::io {

namespace {

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

} // namespace

bool is_valid_utf8(std::string_view bytes) { return text::utf8_run<text::Controls::pass>(bytes) == bytes.size(); }

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

bool is_readable(std::string_view bytes) { return text::utf8_run<text::Controls::stop_all>(bytes) == bytes.size(); }

std::string readable(std::string_view bytes, std::size_t max_bytes) {
    if (bytes.size() <= max_bytes && is_readable(bytes)) {
        return std::string(bytes);
    }
    std::string out;
    for (std::size_t i = 0; i < bytes.size();) {
        if (out.size() >= max_bytes) {
            return out + "...";
        }
        const text::Utf8Char c = text::utf8_char(bytes, i);
        text::append_utf8(is_control(c.code_point) ? U' ' : c.valid ? c.code_point : 0xFFFD, out);
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
