// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <string>

namespace yaqut::io {

/// Bytes from somewhere, read once from start to end.
class ByteStream {
  public:
    ByteStream() = default;
    ByteStream(const ByteStream&) = delete;
    ByteStream& operator=(const ByteStream&) = delete;
    virtual ~ByteStream() = default;

    /// Reads up to `size` bytes, waiting for at least one; 0 only at the end. Throws yaqut::Error with the bare reason.
    [[nodiscard]] virtual std::size_t read(char* to, std::size_t size) = 0;
};

/// Opens a file of the system, a member of GDAL's virtual file systems ("/vsi..."), or standard input ("-").
/// Throws yaqut::Error with the bare reason ("no such file or folder").
[[nodiscard]] std::unique_ptr<ByteStream> open_stream(const std::string& path);

[[nodiscard]] std::unique_ptr<ByteStream> stream_of(std::string bytes);

} // namespace yaqut::io
