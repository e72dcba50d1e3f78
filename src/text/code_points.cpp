// SPDX-License-Identifier: Apache-2.0
#include "text/code_points.hpp"

#include <algorithm>

#include "text/utf8_run.hpp"

namespace yaqut::text {

namespace {

constexpr std::size_t sample_bytes = 64;

/// Begin of the first character at or after `position`. A lead byte is never inside another character, so that
/// looking back three bytes is enough.
std::size_t next_start(std::string_view text, std::size_t position) {
    for (std::size_t back = 1; back <= 3 && back <= position; ++back) {
        const Utf8Char previous = utf8_char(text, position - back);
        if (previous.valid && previous.size > back) {
            return position - back + previous.size;
        }
    }
    return position;
}

} // namespace

// Sample i holds the number of characters that begin before byte 64 i.
CodePointMap::CodePointMap(std::string_view utf8) : m_text(utf8) {
    m_samples.reserve(utf8.size() / sample_bytes + 1);
    const std::size_t whole = utf8_run<Controls::pass>(utf8) / sample_bytes * sample_bytes;
    m_valid = whole;
    for (std::size_t block = 0; block < whole; block += sample_bytes) {
        m_samples.push_back(m_size);
        for (std::size_t i = 0; i < sample_bytes; ++i) {
            m_size += is_continuation(utf8[block + i]) ? 0U : 1U;
        }
    }
    for (std::size_t position = next_start(utf8, whole); position < utf8.size(); ++m_size) {
        while (m_samples.size() * sample_bytes <= position) {
            m_samples.push_back(m_size);
        }
        position += utf8_char(utf8, position).size;
    }
}

std::uint32_t CodePointMap::to_code_points(std::uint32_t byte) const {
    if (byte >= m_text.size()) {
        return m_size;
    }
    const std::size_t sample = std::min<std::size_t>(byte / sample_bytes, m_samples.size() - 1);
    std::uint32_t count = m_samples[sample];
    if (byte < m_valid) {
        for (std::size_t i = sample * sample_bytes; i <= byte; ++i) {
            count += is_continuation(m_text[i]) ? 0U : 1U;
        }
        return count - 1;
    }
    std::size_t position = next_start(m_text, sample * sample_bytes);
    while (position <= byte) {
        position += utf8_char(m_text, position).size;
        ++count;
    }
    return count - 1;
}

std::uint32_t CodePointMap::to_bytes(std::uint32_t code_point) const {
    if (code_point >= m_size) {
        return static_cast<std::uint32_t>(m_text.size());
    }
    const auto after = std::upper_bound(m_samples.begin(), m_samples.end(), code_point);
    const auto sample = static_cast<std::size_t>(after - m_samples.begin()) - 1;
    std::size_t position = next_start(m_text, sample * sample_bytes);
    for (std::uint32_t count = m_samples[sample]; count < code_point; ++count) {
        position += utf8_char(m_text, position).size;
    }
    return static_cast<std::uint32_t>(position);
}

} // namespace yaqut::text
