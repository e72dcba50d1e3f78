// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>

namespace yaqut::gazetteer {

/// A whole file mapped read-only into memory, shared with all processes that map it. The file may be replaced (renamed
/// over) while it is mapped, but not shortened or written to.
class MappedFile {
  public:
    /// Throws GazetteerError when there is no such file, or it cannot be mapped. An empty file gives no bytes.
    explicit MappedFile(const std::filesystem::path& file);
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;
    ~MappedFile();

    [[nodiscard]] std::span<const std::byte> bytes() const { return m_bytes; }

  private:
    std::span<const std::byte> m_bytes;
};

} // namespace yaqut::gazetteer
