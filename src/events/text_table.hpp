// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace yaqut::events {

/// Texts by number, 0 for the empty one; they are the caller's and must live as long. Most that return are found; a
/// text that another one has driven out stands there twice.
class TextTable {
  public:
    TextTable() { m_texts.reserve(usual_texts); }

    std::uint64_t number_of(std::string_view text) {
        if (text.empty()) {
            return 0;
        }
        std::uint32_t& number = m_slots[slot_of(text)];
        if (number == 0 || m_texts[number - 1] != text) {
            m_texts.push_back(text);
            number = static_cast<std::uint32_t>(m_texts.size());
        }
        return number;
    }
    [[nodiscard]] const std::vector<std::string_view>& texts() const { return m_texts; }

  private:
    static constexpr std::size_t usual_texts = 48;
    static constexpr unsigned slot_bits = 8;

    /// By the length and both ends: long texts are seldom the same in these only.
    static std::size_t slot_of(std::string_view text) {
        std::uint64_t head = 0;
        std::uint64_t tail = 0;
        const std::size_t part = std::min(text.size(), sizeof head);
        std::memcpy(&head, text.data(), part);
        std::memcpy(&tail, text.data() + text.size() - part, part);
        const std::uint64_t mixed = (head + text.size() * 0x632be59bd9b4e019ULL) * 0x9e3779b97f4a7c15ULL ^ tail;
        return (mixed * 0xd6e8feb86659fd93ULL) >> (64U - slot_bits);
    }

    std::array<std::uint32_t, std::size_t{1} << slot_bits> m_slots{}; ///< numbers of texts; 0: none
    std::vector<std::string_view> m_texts;
};

} // namespace yaqut::events
