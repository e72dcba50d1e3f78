// SPDX-License-Identifier: Apache-2.0
#include "io/json_writer.hpp"

#include <array>
#include <charconv>
#include <cmath>

#include "text/utf8_run.hpp"

namespace yaqut::io {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD"; // U+FFFD

void append_escaped(std::string& out, unsigned char byte) {
    constexpr std::string_view digits = "0123456789abcdef";
    switch (byte) {
    case '"': out += "\\\""; break;
    case '\\': out += "\\\\"; break;
    case '\n': out += "\\n"; break;
    case '\r': out += "\\r"; break;
    case '\t': out += "\\t"; break;
    case '/': out += out.back() == '<' ? "\\/" : "/"; break;
    default:
        out += "\\u00";
        out += digits[byte >> 4U];
        out += digits[byte & 0xFU];
    }
}

} // namespace

void append_json_string(std::string& out, std::string_view text) {
    out += '"';
    for (;;) {
        const std::size_t plain = text::utf8_run<text::Controls::stop_ascii, '"', '\\', '/'>(text);
        out.append(text, 0, plain);
        if (plain == text.size()) {
            break;
        }
        const auto byte = static_cast<unsigned char>(text[plain]);
        if (byte < 0x80) {
            append_escaped(out, byte);
        } else {
            out += replacement; // a byte of no character
        }
        text.remove_prefix(plain + 1);
    }
    out += '"';
}

void append_number(std::string& out, double value, int decimals) {
    if (!std::isfinite(value)) {
        out += "null";
        return;
    }
    std::array<char, 400> buffer{}; // the longest double has 309 digits
    const auto result =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, decimals);
    std::string_view digits(buffer.data(), static_cast<std::size_t>(result.ptr - buffer.data()));
    if (digits.find('.') != std::string_view::npos) {
        digits.remove_suffix(digits.size() - 1 - digits.find_last_not_of('0'));
        if (digits.back() == '.') {
            digits.remove_suffix(1);
        }
    }
    out += digits == "-0" ? "0" : digits;
}

void JsonWriter::separate() {
    if (m_comma) {
        m_out += ',';
    }
    m_comma = true;
}

JsonWriter& JsonWriter::begin_object() {
    separate();
    m_out += '{';
    m_comma = false;
    return *this;
}

JsonWriter& JsonWriter::end_object() {
    m_out += '}';
    m_comma = true;
    return *this;
}

JsonWriter& JsonWriter::begin_array() {
    separate();
    m_out += '[';
    m_comma = false;
    return *this;
}

JsonWriter& JsonWriter::end_array() {
    m_out += ']';
    m_comma = true;
    return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
    const std::size_t begin = m_out.size() + (m_comma ? 1U : 0U);
    m_out.resize(begin + name.size() + 3, '"'); // one step for all: there are more keys than anything else
    if (m_comma) {
        m_out[begin - 1] = ',';
    }
    name.copy(m_out.data() + begin + 1, name.size());
    m_out.back() = ':';
    m_comma = false;
    return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
    separate();
    append_json_string(m_out, text);
    return *this;
}

JsonWriter& JsonWriter::value(std::int64_t number) {
    separate();
    m_out += std::to_string(number);
    return *this;
}

JsonWriter& JsonWriter::value(bool flag) {
    separate();
    m_out += flag ? "true" : "false";
    return *this;
}

JsonWriter& JsonWriter::value(double number, int decimals) {
    separate();
    append_number(m_out, number, decimals);
    return *this;
}

JsonWriter& JsonWriter::value(const std::optional<Date>& date) { return date ? value(to_iso_string(*date)) : null(); }

JsonWriter& JsonWriter::null() {
    separate();
    m_out += "null";
    return *this;
}

} // namespace yaqut::io
