// SPDX-License-Identifier: Apache-2.0
#include "io/field_encoding.hpp"

#include <memory>

#include "core/error.hpp"
#include "io/ascii.hpp"
#include "io/byte_stream.hpp"
#include "io/readable.hpp"
#include "text/charset.hpp"

namespace yaqut::io {

namespace {

constexpr std::size_t sample_size = std::size_t{1} << 20U;

/// The first bytes of the file that holds the texts: for a shapefile its table.
std::string sample_of(std::string path) {
    if (ends_with(path, ".shp")) {
        path.replace(path.size() - 3, 3, ends_with(path, ".SHP") && path.back() == 'P' ? "DBF" : "dbf");
    }
    std::string bytes(sample_size, '\0');
    std::size_t size = 0;
    try {
        const std::unique_ptr<ByteStream> stream = open_stream(path);
        for (std::size_t got = 1; got > 0 && size < sample_size; size += got) {
            got = stream->read(bytes.data() + size, sample_size - size);
        }
    } catch (const Error&) {
        size = 0; // the text itself must do
    }
    bytes.resize(size);
    return bytes;
}

} // namespace

std::string FieldEncoding::utf8(std::string_view text) {
    if (is_valid_utf8(text)) {
        return std::string(text);
    }
    if (m_encoding.empty()) {
        find_out(text);
    }
    return text::convert(text, m_encoding).utf8;
}

void FieldEncoding::find_out(std::string_view text) {
    const std::string sample = sample_of(m_path);
    m_encoding = text::byte_encoding(sample.empty() || is_valid_utf8(sample) ? text : std::string_view(sample));
}

} // namespace yaqut::io
