// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "io/byte_stream.hpp"

namespace yaqut::io {

struct PackedText {
    std::unique_ptr<ByteStream> stream;
    std::string name; ///< for messages: "LY.txt"
};

/// A text file, or the one in a .zip (named like the archive, or the only .txt) or a .gz. Throws InputError.
[[nodiscard]] PackedText open_packed_text(const std::string& path);

} // namespace yaqut::io
