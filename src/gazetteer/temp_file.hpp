// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <type_traits>
#include <vector>

namespace yaqut::gazetteer {

/// A file without a name, which goes away with the object, even when the program is killed. Throws OutputError.
class TempFile {
  public:
    explicit TempFile(const std::filesystem::path& folder);
    TempFile(const TempFile&) = delete;
    TempFile& operator=(const TempFile&) = delete;
    ~TempFile();

    void append(std::span<const std::byte> bytes);
    /// Reads as many bytes as there are room for; they must have been written.
    void read(std::uint64_t offset, std::span<std::byte> to) const;
    [[nodiscard]] std::uint64_t size() const { return m_size; }

  private:
    [[noreturn]] void fail(const char* what) const;

    std::filesystem::path m_folder;
    int m_descriptor;
    std::uint64_t m_size = 0;
};

/// Reads a piece of a TempFile from start to end through a buffer.
class TempFileReader {
  public:
    TempFileReader(const TempFile& file, std::uint64_t begin, std::uint64_t end, std::size_t buffer);

    /// The next `size` bytes without going on; fewer at the end. Valid until the next call.
    [[nodiscard]] std::span<const std::byte> peek(std::size_t size);
    void skip(std::size_t size) { m_begin += size; }

  private:
    const TempFile* m_file;
    std::uint64_t m_position; ///< in the file: what is read next into the buffer
    std::uint64_t m_end;
    std::size_t m_buffer_size;
    std::vector<std::byte> m_buffer;
    std::size_t m_begin = 0; ///< of what is still unread in the buffer
    std::size_t m_filled = 0;
};

/// Where sorting and collecting may put what does not fit into memory.
struct WorkSpace {
    std::filesystem::path folder;
    std::uint64_t memory = 0; ///< bytes

    [[nodiscard]] WorkSpace share(std::uint64_t parts) const { return {folder, memory / parts}; }
};

} // namespace yaqut::gazetteer
