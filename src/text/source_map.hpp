// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

namespace yaqut::text {

/// Where the characters of a key stand in the source. Most stand side by side there as they do in the key, so that a
/// text needs one entry for each place where the two part, not one for each byte.
class SourceMap {
  public:
    /// From the key byte on, the characters follow each other as from the source byte on, up to the next piece.
    struct Piece {
        std::uint32_t key = 0;
        std::uint32_t source = 0;
    };

    void clear() {
        m_pieces.clear();
        m_moved.clear();
    }
    /// The character of the key that begins at `key` is the one of the source at `source`. In rising order of keys.
    void add(std::size_t key, std::size_t source) {
        const Piece piece{static_cast<std::uint32_t>(key), static_cast<std::uint32_t>(source)};
        if (m_pieces.empty() || m_pieces.back().source - m_pieces.back().key != piece.source - piece.key) {
            m_pieces.push_back(piece);
        }
    }
    /// Forgets the characters of the key at and behind `key`.
    void cut(std::size_t key) {
        while (!m_pieces.empty() && m_pieces.back().key >= key) {
            m_pieces.pop_back();
        }
    }
    /// A digit that was moved within the key of its number. In rising order of keys.
    void add_moved(std::size_t key, std::uint32_t source) {
        m_moved.push_back({static_cast<std::uint32_t>(key), source});
    }

    /// Source byte where the character begins that the byte of `key` belongs to.
    [[nodiscard]] std::uint32_t source_of(std::string_view key, std::size_t byte) const;
    /// The same for a byte of a number's key.
    [[nodiscard]] std::uint32_t source_of_digit(std::size_t byte) const;

    [[nodiscard]] std::span<const Piece> pieces() const { return m_pieces; }
    [[nodiscard]] std::size_t bytes() const { return m_pieces.capacity() * sizeof(Piece); }

  private:
    [[nodiscard]] std::uint32_t source_of_character(std::size_t byte) const;

    std::vector<Piece> m_pieces;
    std::vector<Piece> m_moved;
};

/// Reads a map from left to right. Asked for bytes of the key at which characters begin; there is at least one.
class SourceCursor {
  public:
    explicit SourceCursor(std::span<const SourceMap::Piece> pieces) : m_pieces(pieces) { enter(); }

    [[nodiscard]] std::uint32_t at(std::size_t key) {
        while (key >= m_end) {
            ++m_index;
            enter();
        }
        while (key < m_begin) {
            --m_index;
            enter();
        }
        return static_cast<std::uint32_t>(key) + m_offset;
    }
    /// Do the characters from `begin` up to the one at `end`, which there must be, stand side by side in the source?
    [[nodiscard]] bool goes_on(std::size_t begin, std::size_t end) {
        (void)at(begin);
        return end < m_end;
    }

  private:
    void enter() {
        if (m_index >= m_pieces.size()) {
            m_begin = 0;
            m_end = std::numeric_limits<std::size_t>::max();
            return;
        }
        const SourceMap::Piece& piece = m_pieces[m_index];
        m_begin = m_index == 0 ? 0 : piece.key;
        m_end = m_index + 1 < m_pieces.size() ? m_pieces[m_index + 1].key : std::numeric_limits<std::size_t>::max();
        m_offset = piece.source - piece.key;
    }

    std::span<const SourceMap::Piece> m_pieces;
    std::size_t m_index = 0;
    std::size_t m_begin = 0; ///< of the piece that was asked for last
    std::size_t m_end = 0;
    std::uint32_t m_offset = 0; ///< from key to source, may wrap around
};

} // namespace yaqut::text
