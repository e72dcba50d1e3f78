// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

namespace yaqut::io {

/// Finds where a JSON object or array ends, byte by byte, without looking at what it holds.
class JsonScanner {
  public:
    enum class State : std::uint8_t {
        inside,   ///< the value goes on
        complete, ///< this byte ends it
        broken,   ///< a line ends inside a string
    };

    /// The first byte must be '{' or '['.
    State feed(char c) {
        if (m_in_string) {
            return feed_string(c);
        }
        switch (c) {
        case '"': m_in_string = true; break;
        case '{':
        case '[': ++m_depth; break;
        case '}':
        case ']': return --m_depth == 0 ? State::complete : State::inside;
        default: break;
        }
        return State::inside;
    }

  private:
    State feed_string(char c) {
        if (c == '\n') {
            return State::broken;
        }
        if (m_escaped) {
            m_escaped = false;
        } else if (c == '\\') {
            m_escaped = true;
        } else if (c == '"') {
            m_in_string = false;
        }
        return State::inside;
    }

    std::size_t m_depth = 0;
    bool m_in_string = false;
    bool m_escaped = false;
};

} // namespace yaqut::io
