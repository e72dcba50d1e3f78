// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/byte_stream.hpp"

namespace yaqut::io {

/// A path of GDAL's virtual file systems: "/vsizip/...", "/vsigzip/...", "/vsicurl/...".
[[nodiscard]] inline bool is_virtual_path(std::string_view path) { return path.starts_with("/vsi"); }

/// Throws yaqut::Error with the bare reason.
[[nodiscard]] std::unique_ptr<ByteStream> open_virtual_file(const std::string& path);

struct StoredSize {
    std::uint64_t bytes = 0;
    std::int64_t changed = 0; ///< time of the last change in nanoseconds since 1970
};
/// nullopt: there is no such file.
[[nodiscard]] std::optional<StoredSize> virtual_stored_size(const std::string& path);

[[nodiscard]] bool is_virtual_folder(const std::string& path);

/// Paths of all files below a virtual folder (an archive), relative to it, in bytewise order. Throws yaqut::Error when
/// it cannot be read.
[[nodiscard]] std::vector<std::string> list_virtual_folder(const std::string& path);

} // namespace yaqut::io
