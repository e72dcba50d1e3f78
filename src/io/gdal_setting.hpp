// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace yaqut::io {

/// While it lives, GDAL has a configuration option set for the calling thread.
class GdalSetting {
  public:
    GdalSetting(const char* name, const std::string& value);
    GdalSetting(const GdalSetting&) = delete;
    GdalSetting& operator=(const GdalSetting&) = delete;
    ~GdalSetting();

  private:
    const char* m_name;
};

/// The system's folder for temporary files, when `folder` is empty.
[[nodiscard]] std::string temp_folder_or(const std::string& folder);

} // namespace yaqut::io
