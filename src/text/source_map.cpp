// SPDX-License-Identifier: Apache-2.0
#include "text/source_map.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace yaqut::text {

std::uint32_t SourceMap::source_of(std::string_view key, std::size_t byte) const {
    while (byte > 0 && is_continuation(key[byte])) {
        --byte;
    }
    return source_of_character(byte);
}

std::uint32_t SourceMap::source_of_digit(std::size_t byte) const {
    const auto moved = std::lower_bound(m_moved.begin(), m_moved.end(), byte,
                                        [](Piece piece, std::size_t at) { return piece.key < at; });
    return moved != m_moved.end() && moved->key == byte ? moved->source : source_of_character(byte);
}

std::uint32_t SourceMap::source_of_character(std::size_t byte) const {
    const auto behind = std::upper_bound(m_pieces.begin(), m_pieces.end(), byte,
                                         [](std::size_t at, Piece piece) { return at < piece.key; });
    const Piece& piece = *(behind - 1);
    return static_cast<std::uint32_t>(byte) - piece.key + piece.source;
}

} // namespace yaqut::text
