// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace yaqut {

namespace packed {
constexpr std::uint8_t more_follow = 0x80; ///< in a byte of a number
}

/// Writes values one after the other into bytes: small numbers take one byte, nothing says what a value is. The same
/// values give the same bytes on every machine.
class PackedWriter {
  public:
    void byte(std::uint8_t value) { m_bytes += static_cast<char>(value); }
    void number(std::uint64_t value) { ///< 1 to 10 bytes
        value < packed::more_follow ? byte(static_cast<std::uint8_t>(value)) : long_number(value);
    }
    void signed_number(std::int64_t value); ///< 1 to 10 bytes
    void fixed(std::uint64_t value);        ///< 8 bytes
    void real(double value);                ///< 8 bytes, bit by bit
    void text(std::string_view value) {     ///< its length, then its bytes
        number(value.size());
        m_bytes += value;
    }
    void raw(std::string_view bytes) { m_bytes += bytes; }

    [[nodiscard]] std::string& bytes() { return m_bytes; }
    [[nodiscard]] const std::string& bytes() const { return m_bytes; }

  private:
    void long_number(std::uint64_t value);

    std::string m_bytes;
};

/// Reads what PackedWriter wrote, in the same order. The bytes are hostile: every function throws Error when they end
/// too early or are none that the writer makes.
class PackedReader {
  public:
    /// The bytes must outlive the reader and the texts that it gives.
    explicit PackedReader(std::string_view bytes) : m_left(bytes) {}

    std::uint8_t byte() {
        if (m_left.empty()) {
            damaged();
        }
        const auto value = static_cast<std::uint8_t>(m_left.front());
        m_left.remove_prefix(1);
        return value;
    }
    std::uint64_t number() {
        const std::uint8_t first = byte();
        return first < packed::more_follow ? first : long_number(first);
    }
    std::int64_t signed_number();
    std::uint64_t fixed();
    double real();
    std::string_view text() { return raw(number()); }
    std::string_view raw(std::uint64_t size) {
        if (size > m_left.size()) {
            damaged();
        }
        const std::string_view bytes = m_left.substr(0, size);
        m_left.remove_prefix(size);
        return bytes;
    }
    /// A number of things of at least one byte each that follow: never more than there are bytes left.
    std::size_t count();

    [[nodiscard]] bool at_end() const { return m_left.empty(); }

  private:
    [[noreturn]] static void damaged();
    std::uint64_t long_number(std::uint8_t first);

    std::string_view m_left;
};

} // namespace yaqut
