// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

namespace yaqut {

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

} // namespace yaqut
