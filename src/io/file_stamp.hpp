// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace yaqut::io {

/// What tells whether a file is still the same without reading it.
struct FileStamp {
    std::uint64_t key = 0;  ///< hash of its path, its size and the time of its last change
    std::uint64_t size = 0; ///< in bytes as it is stored; 0 when not known

    friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

/// Of a path as open_stream() takes it; of a file that is not there, of its path alone. Throws nothing.
[[nodiscard]] FileStamp file_stamp(const std::string& path);

/// Of all files that the inputs of a command stand for, in the order in which they are read. Inputs that cannot be
/// looked into are left out: who reads them says why.
[[nodiscard]] std::vector<FileStamp> stamp_inputs(const std::vector<std::string>& inputs, bool with_tables);

} // namespace yaqut::io
