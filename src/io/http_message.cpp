// SPDX-License-Identifier: Apache-2.0
#include "io/http_message.hpp"

#include <algorithm>
#include <charconv>

#include <cpl_conv.h>

#include "core/error.hpp"
#include "io/ascii.hpp"
#include "io/gdal_library.hpp"
#include "io/readable.hpp"

namespace yaqut::io {

namespace {

constexpr std::size_t most_fields = 500;

std::string_view take_line(std::string_view& bytes) {
    const std::size_t size = std::min(bytes.find('\n'), bytes.size());
    std::string_view line = bytes.substr(0, size);
    bytes.remove_prefix(std::min(size + 1, bytes.size()));
    return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

std::string unchunk(std::string_view bytes) {
    std::string out;
    for (;;) {
        const std::string_view line = trim(take_line(bytes));
        std::size_t size = 0;
        const auto end = std::from_chars(line.data(), line.data() + line.size(), size, 16);
        if (end.ec != std::errc() || size > bytes.size()) {
            throw Error("the chunks of the body are broken");
        }
        if (size == 0) {
            return out;
        }
        out.append(bytes.substr(0, size));
        bytes.remove_prefix(size);
        take_line(bytes);
    }
}

/// With what GDAL has for it: no bytes ever come out beyond those that there is room for.
std::string inflate(std::string_view packed, std::size_t max_bytes) {
    static const auto unzip = gdal_function<decltype(::CPLZLibInflate)>("CPLZLibInflate");
    constexpr std::size_t usual = 16;
    std::size_t room = std::min(max_bytes, std::max<std::size_t>(packed.size() * usual, 4096));
    const GdalErrors silence;
    for (;;) {
        std::string out(room, '\0');
        std::size_t size = 0;
        if (unzip(packed.data(), packed.size(), out.data(), out.size(), &size) != nullptr) {
            out.resize(size);
            return out;
        }
        if (room >= max_bytes) {
            throw Error("the packed body is broken, or longer than " + readable_size(max_bytes) + " when unpacked");
        }
        room = std::min(max_bytes, room * 4);
    }
}

} // namespace

HttpField parse_http_field(std::string_view line) {
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) {
        return {};
    }
    return {lower_ascii(trim(line.substr(0, colon))), std::string(trim(line.substr(colon + 1)))};
}

std::string_view find_field(const std::vector<HttpField>& fields, std::string_view name) {
    const auto found =
        std::find_if(fields.begin(), fields.end(), [name](const HttpField& field) { return field.name == name; });
    return found == fields.end() ? std::string_view() : std::string_view(found->value);
}

HttpMessage parse_http_message(std::string_view bytes) {
    HttpMessage message;
    const std::string_view first = take_line(bytes);
    if (first.starts_with("HTTP/")) {
        const std::string_view status = trim(first.substr(std::min(first.find(' '), first.size())));
        std::from_chars(status.data(), status.data() + status.size(), message.status);
    }
    while (!bytes.empty()) {
        const std::string_view line = take_line(bytes);
        if (line.empty()) {
            break;
        }
        if (message.fields.size() < most_fields) {
            message.fields.push_back(parse_http_field(line));
        }
    }
    message.body = bytes;
    return message;
}

void unpack_body(HttpMessage& message, std::size_t max_bytes) {
    if (lower_ascii(find_field(message.fields, "transfer-encoding")).find("chunked") != std::string::npos) {
        message.body = unchunk(message.body);
    }
    const std::string packing = lower_ascii(find_field(message.fields, "content-encoding"));
    if (packing == "gzip" || packing == "x-gzip" || packing == "deflate") {
        message.body = inflate(message.body, max_bytes);
    } else if (!packing.empty() && packing != "identity") {
        throw Error("expected a body packed with gzip or deflate, found " + readable(packing, 40));
    }
}

std::string charset_of(std::string_view content_type) {
    const std::string type = lower_ascii(content_type);
    const std::size_t at = type.find("charset=");
    if (at == std::string::npos) {
        return {};
    }
    std::string_view value = trim(std::string_view(type).substr(at + 8));
    value = value.substr(0, value.find(';'));
    if (value.size() > 1 && value.front() == '"') {
        value = value.substr(1, value.find('"', 1) - 1);
    }
    return std::string(trim(value));
}

} // namespace yaqut::io
