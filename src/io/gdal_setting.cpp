// SPDX-License-Identifier: Apache-2.0
#include "io/gdal_setting.hpp"

#include <filesystem>

#include <cpl_conv.h>

#include "io/gdal_library.hpp"

namespace yaqut::io {

namespace {

void set(const char* name, const char* value) {
    static auto* const function =
        gdal_function<decltype(::CPLSetThreadLocalConfigOption)>("CPLSetThreadLocalConfigOption");
    function(name, value);
}

} // namespace

GdalSetting::GdalSetting(const char* name, const std::string& value) : m_name(name) { set(name, value.c_str()); }

GdalSetting::~GdalSetting() { set(m_name, nullptr); }

std::string temp_folder_or(const std::string& folder) {
    std::error_code error;
    return folder.empty() ? std::filesystem::temp_directory_path(error).string() : folder;
}

} // namespace yaqut::io
