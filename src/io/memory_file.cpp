// SPDX-License-Identifier: Apache-2.0
#include "io/memory_file.hpp"

#include <atomic>

#include <cpl_vsi.h>

#include "core/error.hpp"
#include "io/gdal_library.hpp"

namespace yaqut::io {

namespace {

struct Gdal {
    decltype(::VSIFileFromMemBuffer)* from_buffer =
        gdal_function<decltype(::VSIFileFromMemBuffer)>("VSIFileFromMemBuffer");
    decltype(::VSIFCloseL)* close = gdal_function<decltype(::VSIFCloseL)>("VSIFCloseL");
    decltype(::VSIUnlink)* unlink = gdal_function<decltype(::VSIUnlink)>("VSIUnlink");
};

const Gdal& gdal() {
    static const Gdal functions;
    return functions;
}

std::string new_path() {
    static std::atomic<unsigned> number{0};
    return "/vsimem/yaqut-" + std::to_string(++number) + ".ini";
}

} // namespace

MemoryFile::MemoryFile(std::string content) : m_content(std::move(content)), m_path(new_path()) {
    VSILFILE* file = gdal().from_buffer(m_path.c_str(), reinterpret_cast<GByte*>(m_content.data()), m_content.size(),
                                        FALSE); // the bytes stay ours
    if (file == nullptr) {
        throw Error("no memory for the settings of a driver");
    }
    gdal().close(file);
}

MemoryFile::~MemoryFile() { gdal().unlink(m_path.c_str()); }

} // namespace yaqut::io
