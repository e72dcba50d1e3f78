// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "core/byte_stream.hpp"

namespace yaqut::io {

using yaqut::ByteStream;

/// Opens a file of the system, a member of GDAL's virtual file systems ("/vsi..."), or standard input ("-").
/// Throws yaqut::Error with the bare reason ("no such file or folder").
[[nodiscard]] std::unique_ptr<ByteStream> open_stream(const std::string& path);

[[nodiscard]] std::unique_ptr<ByteStream> stream_of(std::string bytes);

} // namespace yaqut::io
