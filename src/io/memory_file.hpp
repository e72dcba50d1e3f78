// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace yaqut::io {

/// A file of GDAL's memory file system, for drivers that want their settings in a file. Gone with the object.
class MemoryFile {
  public:
    /// Throws Error.
    explicit MemoryFile(std::string content);
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    ~MemoryFile();

    [[nodiscard]] const std::string& path() const { return m_path; }

  private:
    std::string m_content;
    std::string m_path;
};

} // namespace yaqut::io
