// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>

namespace yaqut::geocode {

/// How far apart two spellings are: the cheapest way to turn one into the other by letters put in, left out, replaced
/// or exchanged with their neighbours, where what people confuse costs less. Made from a table; const and thread-safe.
class Spelling {
  public:
    Spelling();

    /// Of letters without spaces. 1 is any wrong letter. `most` or more: at least `most`.
    [[nodiscard]] double distance(std::u32string_view a, std::u32string_view b, double most) const;

  private:
    [[nodiscard]] double replaced(char32_t a, char32_t b) const;
    [[nodiscard]] double left_out(char32_t letter, char32_t before) const;
    void add_pair(char32_t a, char32_t b, double cost);

    std::unordered_map<std::uint64_t, double> m_pairs;
    std::unordered_map<char32_t, double> m_left_out;
};

} // namespace yaqut::geocode
