// SPDX-License-Identifier: Apache-2.0
#include "io/virtual_files.hpp"

#include <algorithm>

#include <cpl_conv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>

#include "core/error.hpp"
#include "io/gdal_library.hpp"

namespace yaqut::io {

namespace {

struct Gdal {
    decltype(::VSIFOpenExL)* open = gdal_function<decltype(::VSIFOpenExL)>("VSIFOpenExL");
    decltype(::VSIFReadL)* read = gdal_function<decltype(::VSIFReadL)>("VSIFReadL");
    decltype(::VSIFCloseL)* close = gdal_function<decltype(::VSIFCloseL)>("VSIFCloseL");
    decltype(::VSIFEofL)* eof = gdal_function<decltype(::VSIFEofL)>("VSIFEofL");
    decltype(::VSIStatExL)* stat = gdal_function<decltype(::VSIStatExL)>("VSIStatExL");
    decltype(::VSIReadDirRecursive)* list = gdal_function<decltype(::VSIReadDirRecursive)>("VSIReadDirRecursive");
    decltype(::CSLDestroy)* destroy_list = gdal_function<decltype(::CSLDestroy)>("CSLDestroy");
    decltype(::CPLSetConfigOption)* set_option = gdal_function<decltype(::CPLSetConfigOption)>("CPLSetConfigOption");

    Gdal() {
        set_option("CPL_VSIL_GZIP_WRITE_PROPERTIES", "NO"); // or it leaves files beside the user's archives
    }
};

const Gdal& gdal() {
    static const Gdal functions;
    return functions;
}

class VirtualStream : public ByteStream {
  public:
    explicit VirtualStream(VSILFILE* file) : m_file(file) {}
    ~VirtualStream() override {
        const GdalErrors errors; // silences
        gdal().close(m_file);
    }

    std::size_t read(char* to, std::size_t size) override {
        const GdalErrors errors;
        const std::size_t got = gdal().read(to, 1, size, m_file);
        // What came before the damage is given out first; the next call fails again.
        if (got == 0 && (errors.failed() || gdal().eof(m_file) == 0)) {
            throw Error("damaged or cut off: " + errors.message("the data cannot be decompressed"));
        }
        return got;
    }

  private:
    VSILFILE* m_file;
};

bool is_folder(const std::string& path) {
    VSIStatBufL status{};
    return gdal().stat(path.c_str(), &status, VSI_STAT_EXISTS_FLAG | VSI_STAT_NATURE_FLAG) == 0 &&
           VSI_ISDIR(status.st_mode);
}

} // namespace

std::unique_ptr<ByteStream> open_virtual_file(const std::string& path) {
    const Gdal& api = gdal();
    const GdalErrors errors;
    VSILFILE* file = api.open(path.c_str(), "rb", TRUE);
    if (file == nullptr) {
        throw Error("cannot be opened: " + errors.message("no such file, or not of this kind"));
    }
    return std::make_unique<VirtualStream>(file);
}

std::optional<StoredSize> virtual_stored_size(const std::string& path) {
    const GdalErrors errors;
    VSIStatBufL status{};
    if (gdal().stat(path.c_str(), &status, VSI_STAT_EXISTS_FLAG | VSI_STAT_NATURE_FLAG | VSI_STAT_SIZE_FLAG) != 0) {
        return std::nullopt;
    }
    constexpr std::int64_t nanoseconds = 1'000'000'000;
    return StoredSize{static_cast<std::uint64_t>(status.st_size), std::int64_t{status.st_mtime} * nanoseconds};
}

bool is_virtual_folder(const std::string& path) {
    const GdalErrors errors;
    return is_folder(path);
}

std::vector<std::string> list_virtual_folder(const std::string& path) {
    const Gdal& api = gdal();
    const GdalErrors errors;
    // Not asked whether it is a folder: to GDAL an archive with a single member is that member.
    char** list = api.list(path.c_str());
    if (list == nullptr) {
        throw Error("cannot be opened as an archive: " + errors.message("it is damaged, empty or of another kind"));
    }
    std::vector<std::string> files;
    for (char** name = list; name != nullptr && *name != nullptr; ++name) {
        files.emplace_back(*name);
    }
    api.destroy_list(list);
    std::erase_if(files, [](const std::string& name) { return name.empty() || name.ends_with('/'); });
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace yaqut::io
