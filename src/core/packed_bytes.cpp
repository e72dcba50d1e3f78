// SPDX-License-Identifier: Apache-2.0
#include "core/packed_bytes.hpp"

#include <array>
#include <bit>

#include "core/error.hpp"

namespace yaqut {

namespace {

using packed::more_follow;

constexpr unsigned byte_bits = 8;
constexpr unsigned payload_bits = 7; ///< of a byte of a number; the eighth says that more follow

} // namespace

void PackedWriter::long_number(std::uint64_t value) {
    std::array<char, 10> digits{};
    std::size_t size = 0;
    for (; value >= more_follow; value >>= payload_bits) {
        digits.at(size++) = static_cast<char>(value | more_follow);
    }
    digits.at(size++) = static_cast<char>(value);
    m_bytes.append(digits.data(), size);
}

void PackedWriter::signed_number(std::int64_t value) {
    const auto bits = static_cast<std::uint64_t>(value);
    number((bits << 1U) ^ (value < 0 ? ~std::uint64_t{0} : 0)); // small negative numbers stay small
}

void PackedWriter::fixed(std::uint64_t value) {
    std::array<char, sizeof value> bytes{};
    for (unsigned i = 0; i < sizeof value; ++i) {
        bytes.at(i) = static_cast<char>(value >> (i * byte_bits));
    }
    m_bytes.append(bytes.data(), bytes.size());
}

void PackedWriter::real(double value) { fixed(std::bit_cast<std::uint64_t>(value)); }

void PackedReader::damaged() { throw Error("damaged record"); }

std::uint64_t PackedReader::long_number(std::uint8_t first) {
    std::uint64_t value = first & (more_follow - 1U);
    for (unsigned shift = payload_bits; shift < 64; shift += payload_bits) {
        const std::uint8_t next = byte();
        value |= static_cast<std::uint64_t>(next & (more_follow - 1U)) << shift;
        if (next < more_follow) {
            return value;
        }
    }
    damaged();
}

std::int64_t PackedReader::signed_number() {
    const std::uint64_t bits = number();
    return static_cast<std::int64_t>((bits >> 1U) ^ ((bits & 1U) != 0 ? ~std::uint64_t{0} : 0));
}

std::uint64_t PackedReader::fixed() {
    const std::string_view bytes = raw(sizeof(std::uint64_t));
    std::uint64_t value = 0;
    for (unsigned i = 0; i < sizeof value; ++i) {
        value |= static_cast<std::uint64_t>(static_cast<std::uint8_t>(bytes[i])) << (i * byte_bits);
    }
    return value;
}

double PackedReader::real() { return std::bit_cast<double>(fixed()); }

std::size_t PackedReader::count() {
    const std::uint64_t count = number();
    if (count > m_left.size()) {
        damaged();
    }
    return count;
}

} // namespace yaqut
