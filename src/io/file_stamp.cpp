// SPDX-License-Identifier: Apache-2.0
#include "io/file_stamp.hpp"

#include <string_view>

#include <sys/stat.h>

#include "core/error.hpp"
#include "io/input_files.hpp"
#include "io/virtual_files.hpp"
#include "text/key_hash.hpp"

namespace yaqut::io {

namespace {

std::optional<StoredSize> stored_size(std::string_view path) {
    constexpr std::string_view unpacking = "/vsigzip/"; // asked for a size, it would unpack the file
    if (path.starts_with(unpacking)) {
        path.remove_prefix(unpacking.size());
    }
    const std::string name(path);
    if (is_virtual_path(name)) {
        return virtual_stored_size(name);
    }
    struct stat status {};
    if (::stat(name.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) {
        return std::nullopt;
    }
    constexpr std::int64_t nanoseconds = 1'000'000'000;
    return StoredSize{static_cast<std::uint64_t>(status.st_size),
                      status.st_mtim.tv_sec * nanoseconds + status.st_mtim.tv_nsec};
}

} // namespace

FileStamp file_stamp(const std::string& path) {
    const StoredSize stored = stored_size(path).value_or(StoredSize{});
    text::KeyHash hash;
    hash.add(path).add(" ").add(std::to_string(stored.bytes)).add(" ").add(std::to_string(stored.changed));
    return {hash.value(), stored.bytes};
}

std::vector<FileStamp> stamp_inputs(const std::vector<std::string>& inputs, bool with_tables) {
    std::vector<FileStamp> stamps;
    for (const std::string& input : inputs) {
        try {
            for (const InputFile& file : find_input_files(input, with_tables).files) {
                stamps.push_back(file_stamp(file.path));
            }
        } catch (const Error&) { // the reader says so
        }
    }
    return stamps;
}

} // namespace yaqut::io
