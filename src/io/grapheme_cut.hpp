// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

namespace yaqut::io {

/// Cuts texts between characters as people see them: a letter stays with its marks. Not thread-safe.
class GraphemeCutter {
  public:
    GraphemeCutter();
    GraphemeCutter(const GraphemeCutter&) = delete;
    GraphemeCutter& operator=(const GraphemeCutter&) = delete;
    ~GraphemeCutter();

    /// The longest beginning of valid UTF-8 that has at most `max_bytes` bytes. A single character longer than that is
    /// cut between code points.
    [[nodiscard]] std::string_view cut(std::string_view utf8, std::size_t max_bytes);

  private:
    struct Breaks;
    std::unique_ptr<Breaks> m_breaks;
};

} // namespace yaqut::io
