// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "io/byte_stream.hpp"

namespace yaqut::io {

/// Cuts a stream of bytes into the cells of CSV records (RFC 4180; a quote inside of an unquoted cell is a letter).
/// Cells may hold line ends when they are quoted.
class CsvRecords {
  public:
    /// `shown` is the stream's name in messages.
    CsvRecords(std::unique_ptr<ByteStream> stream, std::string shown);

    /// The first bytes of what is left, without taking them: `size`, or fewer when there are no more.
    [[nodiscard]] std::string_view peek(std::size_t size);
    void skip(std::size_t bytes) { m_begin += bytes; }

    /// Replaces `cells` by those of the next record that is not an empty line; false at the end. Throws InputError for
    /// a quote that is never closed, and for records of more than 16 MiB.
    [[nodiscard]] bool next(char delimiter, std::vector<std::string>& cells);
    [[nodiscard]] std::uint64_t line() const { return m_record_line; } ///< where the record began, from 1

  private:
    bool fill();
    bool read_record(char delimiter, std::vector<std::string>& cells);
    void read_quoted(std::string& cell);
    void read_plain(char delimiter, std::string& cell);
    [[nodiscard]] int peek_byte() {
        return m_begin < m_end || fill() ? static_cast<unsigned char>(m_buffer[m_begin]) : -1;
    }
    void check_size(std::size_t bytes) const;

    std::unique_ptr<ByteStream> m_stream;
    std::string m_shown;
    std::string m_buffer;
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
    std::uint64_t m_line = 1;
    std::uint64_t m_record_line = 1;
};

} // namespace yaqut::io
