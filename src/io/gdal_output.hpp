// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "io/gdal_dataset.hpp"
#include "io/scratch_file.hpp"

namespace yaqut::io {

/// One file written by a driver of GDAL in a folder for work in progress, which gets its name when it is complete.
class GdalOutput {
  public:
    /// Throws ExistsError when something is there that may not be replaced, OutputError for standard output.
    GdalOutput(const std::string& driver, const std::string& path, bool overwrite);

    [[nodiscard]] GdalDataset& dataset() { return m_dataset; }
    [[nodiscard]] const std::string& path() const { return m_path; }
    /// Completes the file and gives it its name. Throws OutputError.
    void publish();

  private:
    std::string m_path;
    ScratchFile m_scratch;
    GdalDataset m_dataset;
};

} // namespace yaqut::io
