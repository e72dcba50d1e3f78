// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>

namespace yaqut::io {

/// Adds the lowest `size` bytes of a number, the lowest first.
inline void append_little_endian(std::string& out, std::uint64_t number, std::size_t size) {
    for (std::size_t i = 0; i < size; ++i) {
        out += static_cast<char>(number >> (8U * i) & 0xFFU);
    }
}

/// Adds the lowest `size` bytes of a number, the highest first.
inline void append_big_endian(std::string& out, std::uint64_t number, std::size_t size) {
    for (std::size_t i = size; i > 0; --i) {
        out += static_cast<char>(number >> (8U * (i - 1)) & 0xFFU);
    }
}

inline void append_double(std::string& out, double number) {
    append_little_endian(out, std::bit_cast<std::uint64_t>(number), sizeof(number));
}

} // namespace yaqut::io
