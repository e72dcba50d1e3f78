// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "core/fixed_list.hpp"
#include "text/document.hpp"

namespace yaqut::text {

/// Arabic proclitics that are written together with the next word. Combined as bits.
enum class Clitic : std::uint8_t {
    none = 0,
    waw = 1U << 0,     ///< و
    fa = 1U << 1,      ///< ف
    ba = 1U << 2,      ///< ب
    kaf = 1U << 3,     ///< ك
    lam = 1U << 4,     ///< ل
    article = 1U << 5, ///< ال
    alef = 1U << 6,    ///< interrogative أ
};

[[nodiscard]] constexpr Clitic operator|(Clitic a, Clitic b) {
    return static_cast<Clitic>(static_cast<std::uint8_t>(a) | static_cast<std::uint8_t>(b));
}
[[nodiscard]] constexpr bool has_clitic(Clitic set, Clitic clitic) {
    return (static_cast<std::uint8_t>(set) & static_cast<std::uint8_t>(clitic)) != 0;
}

/// One way to read a word: proclitics and the word that remains.
struct Reading {
    Clitic clitics = Clitic::none;  ///< what was taken off (with `article`: ال was taken off, too)
    std::uint16_t key_begin = 0;    ///< strict key bytes of the token that were taken off
    std::uint16_t word_begin = 0;   ///< strict key byte where the word begins: after the proclitics, before its article
    bool restored_article = false;  ///< للقاهرة: the remaining key is ال + token key from key_begin
    bool restored_lam = false;      ///< للاذقية: the remaining key is الل + token key from key_begin
    std::uint32_t source_begin = 0; ///< source byte of word_begin
    std::uint64_t strict_hash = 0;  ///< of the remaining key
    std::uint64_t loose_hash = 0;
};

/// Readings of one token, at most `capacity`; the whole token comes first.
class Readings {
  public:
    static constexpr std::size_t capacity = 10;

    [[nodiscard]] const Reading* begin() const { return m_readings.data(); }
    [[nodiscard]] const Reading* end() const { return m_readings.data() + m_size; }
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] const Reading& operator[](std::size_t index) const { return m_readings[index]; }
    void push(const Reading& reading) {
        if (m_size < capacity) {
            m_readings[m_size++] = reading;
        }
    }

  private:
    std::array<Reading, capacity> m_readings;
    std::size_t m_size = 0;
};

/// All readings that the letters allow, in the order (أ)(و|ف)(ب|ك|ل)(ال): fewest letters taken off first. At least two
/// letters remain. لل+X has three readings (ل+ال+X, ل+ل+X, ل+الل+X). For tokens that are not Arabic words, and for
/// joined clitics before quotes and digits (لـ«...»), just the whole token. Whether the word that remains means
/// anything is for the caller to decide.
[[nodiscard]] Readings readings(const Document& document, const Token& token);

/// What a reading takes off, and the loose hash of what remains.
struct LooseReading {
    Clitic clitics;
    std::uint64_t loose_hash;
};
using LooseReadings = FixedList<LooseReading, Readings::capacity>;

/// The readings of the token that take something off, in the order of readings(), which costs several times as much.
void find_loose_readings(const Document& document, const Token& token, LooseReadings& out);

/// The strict / loose key that remains in a reading, as text.
[[nodiscard]] std::string remaining_strict(const Document& document, const Token& token, const Reading& reading);
[[nodiscard]] std::string remaining_loose(const Document& document, const Token& token, const Reading& reading);

} // namespace yaqut::text
