// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/byte_stream.hpp"

namespace yaqut::gazetteer {

/// Reads a text line by line in bounded memory, unpacking it when it is compressed with zstd (told by its first
/// bytes). Lines end in LF or CRLF; a byte order mark is skipped.
class LineReader {
  public:
    /// Throws InputError when the file cannot be opened.
    explicit LineReader(const std::filesystem::path& file);
    /// `name` stands for the bytes in messages.
    LineReader(std::unique_ptr<ByteStream> bytes, std::string name);
    LineReader(const LineReader&) = delete;
    LineReader& operator=(const LineReader&) = delete;
    ~LineReader();

    /// The next line, valid until the next call; nullopt at the end. Throws InputError, with the line, when the file
    /// cannot be read, its compressed data is damaged or incomplete, or a line is longer than a mebibyte.
    [[nodiscard]] std::optional<std::string_view> next();

    /// Number of the line read last, from 1.
    [[nodiscard]] std::uint64_t line() const { return m_line; }
    /// "names.tsv.zst:12": file name and line, for messages.
    [[nodiscard]] std::string where() const;
    /// Checksum (XXH3, 64 bit, 16 hexadecimal digits) of the file's bytes as far as they were read.
    [[nodiscard]] std::string checksum() const;

  private:
    struct Source;

    [[noreturn]] void fail(const std::string& what) const;
    bool refill();
    bool read_on();

    std::unique_ptr<Source> m_source;
    std::string m_name;
    std::string m_buffer; ///< text not yet handed out, from m_begin on
    std::size_t m_begin = 0;
    std::uint64_t m_line = 0;
};

} // namespace yaqut::gazetteer
