// SPDX-License-Identifier: Apache-2.0
#include "io/csv_records.hpp"

#include <algorithm>

#include "core/error.hpp"

namespace yaqut::io {

namespace {

constexpr std::size_t block = std::size_t{1} << 18U;
constexpr std::size_t most_bytes = std::size_t{16} << 20U;
constexpr std::size_t most_cells = 10'000;

} // namespace

CsvRecords::CsvRecords(std::unique_ptr<ByteStream> stream, std::string shown)
    : m_stream(std::move(stream)), m_shown(std::move(shown)) {}

bool CsvRecords::fill() {
    m_buffer.erase(0, m_begin);
    m_end -= m_begin;
    m_begin = 0;
    m_buffer.resize(m_end + block);
    std::size_t got = 0;
    try {
        got = m_stream->read(m_buffer.data() + m_end, block);
    } catch (const Error& error) {
        throw InputError(m_shown, error.what());
    }
    m_end += got;
    m_buffer.resize(m_end);
    return got > 0;
}

std::string_view CsvRecords::peek(std::size_t size) {
    while (m_end - m_begin < size && fill()) {
    }
    return std::string_view(m_buffer).substr(m_begin, std::min(size, m_end - m_begin));
}

void CsvRecords::check_size(std::size_t bytes) const {
    if (bytes > most_bytes) {
        throw InputError(m_shown + ':' + std::to_string(m_record_line),
                         "expected a record of at most 16 MiB, found more: is a quote not closed?");
    }
}

void CsvRecords::read_quoted(std::string& cell) {
    const std::uint64_t opened = m_line;
    ++m_begin;
    for (;;) {
        if (peek_byte() < 0) {
            throw InputError(m_shown + ':' + std::to_string(opened), "a quote that begins here is not closed");
        }
        const std::string_view rest = std::string_view(m_buffer).substr(m_begin, m_end - m_begin);
        const std::size_t quote = std::min(rest.find('"'), rest.size());
        cell += rest.substr(0, quote);
        m_line += static_cast<std::uint64_t>(
            std::count(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(quote), '\n'));
        check_size(cell.size());
        m_begin += quote;
        if (quote == rest.size()) {
            continue;
        }
        ++m_begin;
        if (peek_byte() != '"') {
            return;
        }
        cell += '"';
        ++m_begin;
    }
}

/// Up to the delimiter or the end of the line.
void CsvRecords::read_plain(char delimiter, std::string& cell) {
    while (peek_byte() >= 0) {
        const char ends[] = {delimiter, '\n', '\r', '\0'};
        const std::string_view rest = std::string_view(m_buffer).substr(m_begin, m_end - m_begin);
        const std::size_t end = std::min(rest.find_first_of(std::string_view(ends, 3)), rest.size());
        cell += rest.substr(0, end);
        check_size(cell.size());
        m_begin += end;
        if (end < rest.size()) {
            return;
        }
    }
}

bool CsvRecords::read_record(char delimiter, std::vector<std::string>& cells) {
    m_record_line = m_line;
    if (peek_byte() < 0) {
        return false;
    }
    std::size_t count = 0;
    for (;;) {
        if (count == cells.size()) {
            if (count == most_cells) {
                throw InputError(m_shown + ':' + std::to_string(m_line), "expected at most 10,000 cells, found more");
            }
            cells.emplace_back();
        }
        std::string& cell = cells[count++];
        cell.clear();
        if (peek_byte() == '"') {
            read_quoted(cell);
        }
        read_plain(delimiter, cell);
        const int end = peek_byte();
        if (end < 0) {
            break;
        }
        ++m_begin;
        if (end == delimiter) {
            continue;
        }
        if (end == '\r' && peek_byte() == '\n') {
            ++m_begin;
        }
        ++m_line;
        break;
    }
    cells.resize(count);
    return true;
}

bool CsvRecords::next(char delimiter, std::vector<std::string>& cells) {
    while (read_record(delimiter, cells)) {
        if (cells.size() != 1 || !cells.front().empty()) {
            return true;
        }
    }
    return false;
}

} // namespace yaqut::io
