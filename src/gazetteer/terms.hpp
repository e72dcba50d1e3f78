// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "gazetteer/format.hpp"

namespace yaqut::gazetteer {

/// Numbers for texts that repeat; 0 is the empty one.
class Terms {
  public:
    Terms() { number({}); }
    std::uint32_t number(std::string_view text);
    [[nodiscard]] const std::vector<std::string>& texts() const { return m_texts; }

  private:
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    std::vector<std::string> m_texts;
    std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> m_numbers;
};

/// Numbers for sources with their licences. Throws Error beyond 65536 of them.
class Origins {
  public:
    std::uint16_t number(std::uint32_t source, std::uint32_t licence);
    [[nodiscard]] const std::vector<format::OriginRecord>& records() const { return m_records; }

  private:
    std::vector<format::OriginRecord> m_records;
    std::unordered_map<std::uint64_t, std::uint16_t> m_numbers;
};

} // namespace yaqut::gazetteer
