// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace yaqut::cli {

/// A file that only grows, open for reading and appending; locked, so that one process at a time has it. The lock ends
/// with the process, however that ends. All members throw OutputError.
class GrowingFile {
  public:
    /// Makes the file when it is not there.
    explicit GrowingFile(std::string path);
    GrowingFile(const GrowingFile&) = delete;
    GrowingFile& operator=(const GrowingFile&) = delete;
    ~GrowingFile();

    [[nodiscard]] const std::string& path() const { return m_path; }
    [[nodiscard]] std::uint64_t size() const { return m_size; }
    void append(std::string_view bytes);
    void cut(std::uint64_t size); ///< what is behind is gone
    void sync() const;            ///< waits until the disk has it
    /// Replaces `out`; false when there are not as many bytes.
    [[nodiscard]] bool read(std::uint64_t from, std::uint64_t size, std::string& out) const;

  private:
    std::string m_path;
    int m_descriptor = -1;
    std::uint64_t m_size = 0;
};

/// Records in a growing file, each with its length and hash: one that was cut off in writing is not there.
class RecordFile {
  public:
    explicit RecordFile(const std::string& path);

    /// Those that were there at the start, up to the first that is not whole.
    [[nodiscard]] const std::vector<std::string>& records() const { return m_records; }
    /// Keeps the first `count` records of those, and whatever is appended later. Must come before the first append().
    void keep(std::size_t count);
    void append(std::string_view record);
    void sync() const { m_file.sync(); }

  private:
    GrowingFile m_file;
    std::vector<std::string> m_records;
    std::vector<std::uint64_t> m_ends; ///< of the records, in the file
};

/// Of a piece of such a file.
[[nodiscard]] std::uint64_t hash_of(std::string_view bytes);

} // namespace yaqut::cli
