// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "io/output_file.hpp"
#include "io/work_folder.hpp"

namespace yaqut::io {

/// Where a driver of GDAL writes a result until it is complete: in a folder beside it, or in memory. Memory is for
/// drivers that hold everything in memory anyway and do not notice a full disk when they write it at the end; our own
/// files do.
class ScratchFile {
  public:
    /// `driver` is GDAL's name, `path` the result's. Throws ExistsError, OutputError.
    ScratchFile(const std::string& driver, const std::string& path, bool overwrite);
    ScratchFile(const ScratchFile&) = delete;
    ScratchFile& operator=(const ScratchFile&) = delete;
    ~ScratchFile();

    /// Where the driver is to write.
    [[nodiscard]] const std::string& work() const { return m_work; }
    /// Gives the file, which the driver has closed, its name. Throws ExistsError, OutputError.
    void publish();

  private:
    std::string m_path;
    bool m_overwrite;
    std::optional<WorkFolder> m_folder;
    std::optional<OutputFile> m_file; ///< for what is written to memory
    std::string m_work;
};

} // namespace yaqut::io
