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

/// A stream read by characters and lines, which counts the lines. Throws what the stream throws.
class TextInput {
  public:
    explicit TextInput(std::unique_ptr<ByteStream> stream);

    static constexpr int at_end = -1;

    /// The next byte, 0 to 255, or at_end; peek() leaves it there.
    [[nodiscard]] int peek();
    int get();

    /// The bytes at the start of what is left, up to `size` (at most 4096), without taking them.
    [[nodiscard]] std::string_view look_ahead(std::size_t size);

    enum class Line : std::uint8_t { none, whole, too_long };
    /// Reads up to the end of the line, which is taken and left out. Of a line longer than `max` the rest is skipped.
    Line read_line(std::string& line, std::size_t max);

    /// Puts a line that was just read back, with its end.
    void put_back(const std::string& line);

    /// Reads all that is left; false, with `max` bytes, when it is more than that.
    bool read_rest(std::string& out, std::size_t max);

    /// Takes `size` bytes, fewer at the end; keeps them in `out` unless it is null. Lines are not counted. Returns how
    /// many there were.
    std::uint64_t take(std::uint64_t size, std::string* out);

    /// Number of bytes taken so far.
    [[nodiscard]] std::uint64_t bytes() const { return m_filled - (m_end - m_begin); }

    /// Number of the line that the next byte belongs to, from 1.
    [[nodiscard]] std::uint64_t line() const { return m_line; }

  private:
    /// Makes at least one byte available; false at the end.
    bool fill();

    std::unique_ptr<ByteStream> m_stream;
    std::vector<char> m_buffer;
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
    std::uint64_t m_filled = 0; ///< bytes that came from the stream
    std::uint64_t m_line = 1;
};

} // namespace yaqut::io
