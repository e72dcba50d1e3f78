// SPDX-License-Identifier: Apache-2.0
#include "io/scratch_file.hpp"

#include <atomic>
#include <filesystem>
#include <string_view>

#include <cpl_vsi.h>

#include "core/error.hpp"
#include "io/gdal_library.hpp"

namespace yaqut::io {

namespace {

struct Gdal {
    decltype(::VSIGetMemFileBuffer)* buffer = gdal_function<decltype(::VSIGetMemFileBuffer)>("VSIGetMemFileBuffer");
    decltype(::VSIUnlink)* unlink = gdal_function<decltype(::VSIUnlink)>("VSIUnlink");
};

const Gdal& gdal() {
    static const Gdal functions;
    return functions;
}

bool misses_a_full_disk(std::string_view driver) { return driver == "XLSX" || driver == "LIBKML"; }

std::string memory_name(const std::string& file) {
    static std::atomic<unsigned> number{0};
    return "/vsimem/yaqut-result-" + std::to_string(++number) + "/" + file;
}

} // namespace

ScratchFile::ScratchFile(const std::string& driver, const std::string& path, bool overwrite)
    : m_path(path), m_overwrite(overwrite) {
    check_may_write(path, overwrite);
    const std::string file = std::filesystem::path(path).filename().string();
    if (misses_a_full_disk(driver)) {
        m_file.emplace(path, overwrite);
        m_work = memory_name(file);
    } else {
        m_folder.emplace(path);
        m_work = m_folder->file(file);
    }
}

ScratchFile::~ScratchFile() {
    if (m_file) {
        try {
            gdal().unlink(m_work.c_str());
        } catch (const Error&) { // without the library nothing was written
            return;
        }
    }
}

void ScratchFile::publish() {
    if (m_folder) {
        check_may_write(m_path, m_overwrite); // it may have come since
        io::publish(m_work, m_path);
        return;
    }
    vsi_l_offset size = 0;
    const GByte* bytes = gdal().buffer(m_work.c_str(), &size, FALSE);
    if (bytes == nullptr) {
        throw OutputError(m_path, "was not written completely");
    }
    m_file->write({reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size)});
    m_file->complete();
    m_file->publish();
}

} // namespace yaqut::io
