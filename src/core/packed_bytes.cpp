// SPDX-License-Identifier: Apache-2.0
#include "core/packed_bytes.hpp"

#include <bit>

#include "core/error.hpp"

namespace yaqut {

namespace {

constexpr unsigned byte_bits = 8;
constexpr unsigned payload_bits = 7; ///< of a byte of a number; the eighth says that more follow
constexpr std::uint8_t more_follow = 0x80;

[[noreturn]] void damaged() { throw Error("damaged record"); }

} // namespace

void PackedWriter::number(std::uint64_t value) {
    while (value >= more_follow) {
        byte(static_cast<std::uint8_t>(value | more_follow));
        value >>= payload_bits;
    }
    byte(static_cast<std::uint8_t>(value));
}

void PackedWriter::signed_number(std::int64_t value) {
    const auto bits = static_cast<std::uint64_t>(value);
    number((bits << 1U) ^ (value < 0 ? ~std::uint64_t{0} : 0)); // small negative numbers stay small
}

void PackedWriter::fixed(std::uint64_t value) {
    for (unsigned i = 0; i < sizeof value; ++i) {
        byte(static_cast<std::uint8_t>(value >> (i * byte_bits)));
    }
}

void PackedWriter::real(double value) { fixed(std::bit_cast<std::uint64_t>(value)); }

void PackedWriter::text(std::string_view value) {
    number(value.size());
    m_bytes += value;
}

std::uint8_t PackedReader::byte() {
    if (m_left.empty()) {
        damaged();
    }
    const auto value = static_cast<std::uint8_t>(m_left.front());
    m_left.remove_prefix(1);
    return value;
}

std::uint64_t PackedReader::number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += payload_bits) {
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
    std::uint64_t value = 0;
    for (unsigned i = 0; i < sizeof value; ++i) {
        value |= static_cast<std::uint64_t>(byte()) << (i * byte_bits);
    }
    return value;
}

double PackedReader::real() { return std::bit_cast<double>(fixed()); }

std::string_view PackedReader::text() { return raw(number()); }

std::string_view PackedReader::raw(std::uint64_t size) {
    if (size > m_left.size()) {
        damaged();
    }
    const std::string_view bytes = m_left.substr(0, size);
    m_left.remove_prefix(size);
    return bytes;
}

std::size_t PackedReader::count() {
    const std::uint64_t count = number();
    if (count > m_left.size()) {
        damaged();
    }
    return count;
}

} // namespace yaqut
