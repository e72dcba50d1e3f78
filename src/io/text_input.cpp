// SPDX-License-Identifier: Apache-2.0
#include "io/text_input.hpp"

#include <algorithm>
#include <cstring>

namespace yaqut::io {

namespace {

constexpr std::size_t buffer_size = std::size_t{64} << 10U;

} // namespace

TextInput::TextInput(std::unique_ptr<ByteStream> stream) : m_stream(std::move(stream)), m_buffer(buffer_size) {}

bool TextInput::fill() {
    if (m_begin == m_end) {
        m_begin = 0;
        m_end = m_stream->read(m_buffer.data(), m_buffer.size());
        m_filled += m_end;
    }
    return m_begin < m_end;
}

int TextInput::peek() { return fill() ? static_cast<unsigned char>(m_buffer[m_begin]) : at_end; }

int TextInput::get() {
    const int byte = peek();
    if (byte != at_end) {
        ++m_begin;
        m_line += byte == '\n' ? 1 : 0;
    }
    return byte;
}

std::string_view TextInput::look_ahead(std::size_t size) {
    size = std::min<std::size_t>(size, 4096);
    if (m_begin > 0 && m_end - m_begin < size) {
        std::memmove(m_buffer.data(), m_buffer.data() + m_begin, m_end - m_begin);
        m_end -= m_begin;
        m_begin = 0;
    }
    while (m_end - m_begin < size) {
        const std::size_t got = m_stream->read(m_buffer.data() + m_end, m_buffer.size() - m_end);
        if (got == 0) {
            break;
        }
        m_end += got;
        m_filled += got;
    }
    return {m_buffer.data() + m_begin, std::min(size, m_end - m_begin)};
}

TextInput::Line TextInput::read_line(std::string& line, std::size_t max) {
    line.clear();
    if (!fill()) {
        return Line::none;
    }
    bool too_long = false;
    bool ended = false;
    while (!ended && fill()) {
        const std::string_view available(m_buffer.data() + m_begin, m_end - m_begin);
        const std::size_t newline = available.find('\n');
        ended = newline != std::string_view::npos;
        const std::string_view part = available.substr(0, newline);
        const std::size_t room = max - line.size();
        line.append(part.substr(0, room));
        too_long = too_long || part.size() > room;
        m_begin += part.size() + (ended ? 1 : 0);
    }
    m_line += ended ? 1 : 0;
    return too_long ? Line::too_long : Line::whole;
}

void TextInput::put_back(const std::string& line) {
    std::vector<char> buffer(line.begin(), line.end());
    buffer.push_back('\n');
    buffer.insert(buffer.end(), m_buffer.begin() + static_cast<std::ptrdiff_t>(m_begin),
                  m_buffer.begin() + static_cast<std::ptrdiff_t>(m_end));
    m_begin = 0;
    m_end = buffer.size();
    buffer.resize(std::max(buffer.size(), buffer_size));
    m_buffer = std::move(buffer);
    --m_line;
}

std::uint64_t TextInput::take(std::uint64_t size, std::string* out) {
    std::uint64_t taken = 0;
    while (taken < size && fill()) {
        const std::size_t part = static_cast<std::size_t>(std::min<std::uint64_t>(m_end - m_begin, size - taken));
        if (out != nullptr) {
            out->append(m_buffer.data() + m_begin, part);
        }
        m_begin += part;
        taken += part;
    }
    return taken;
}

bool TextInput::read_rest(std::string& out, std::size_t max) {
    out.clear();
    while (fill()) {
        const std::size_t part = std::min(m_end - m_begin, max - out.size());
        out.append(m_buffer.data() + m_begin, part);
        m_begin += part;
        if (m_begin < m_end) {
            return false;
        }
    }
    return true;
}

} // namespace yaqut::io
