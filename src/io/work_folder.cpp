// SPDX-License-Identifier: Apache-2.0
#include "io/work_folder.hpp"

#include <filesystem>
#include <system_error>

#include "core/error.hpp"
#include "io/output_file.hpp"

namespace yaqut::io {

namespace fs = std::filesystem;

// Without the ending: in ".events.xlsx.tmp/" GDAL would look for an archive.
WorkFolder::WorkFolder(const std::string& path) : m_path(temporary_name(fs::path(path).replace_extension().string())) {
    std::error_code error;
    if (!fs::create_directory(m_path, error)) {
        const std::string folder = fs::path(path).parent_path().string();
        throw OutputError(path, "cannot be created: " + (error ? error.message() : "the name is taken in " + folder));
    }
}

WorkFolder::~WorkFolder() {
    std::error_code ignored;
    fs::remove_all(m_path, ignored);
}

} // namespace yaqut::io
