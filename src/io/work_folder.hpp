// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace yaqut::io {

/// A folder for work in progress beside a result, removed with all that is in it.
class WorkFolder {
  public:
    /// `path` is the result's. Throws OutputError.
    explicit WorkFolder(const std::string& path);
    WorkFolder(const WorkFolder&) = delete;
    WorkFolder& operator=(const WorkFolder&) = delete;
    ~WorkFolder();

    [[nodiscard]] const std::string& path() const { return m_path; }
    /// The path of a file of this name in the folder.
    [[nodiscard]] std::string file(const std::string& name) const { return m_path + "/" + name; }

  private:
    std::string m_path;
};

} // namespace yaqut::io
