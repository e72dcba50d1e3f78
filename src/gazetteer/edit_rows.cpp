// SPDX-License-Identifier: Apache-2.0
#include "gazetteer/edit_rows.hpp"

#include <algorithm>
#include <utility>

#include "text/utf8.hpp"

namespace yaqut::gazetteer {

namespace {

constexpr unsigned largest = 200; ///< stays within a byte after another edit

} // namespace

std::u32string code_points_of(std::string_view key) {
    std::u32string result;
    for (std::size_t i = 0; i < key.size();) {
        const text::Utf8Char at = text::utf8_char(key, i);
        result += at.code_point;
        i += at.size;
    }
    return result;
}

EditRows::EditRows(std::u32string word, unsigned most)
    : m_word(std::move(word)), m_most(most), m_width(m_word.size() + 1), m_rows(m_width) {
    for (std::size_t i = 0; i < m_width; ++i) {
        m_rows[i] = static_cast<unsigned char>(std::min<std::size_t>(i, largest));
    }
}

void EditRows::push(char32_t letter) {
    const std::size_t above = depth();
    m_rows.resize((above + 2) * m_width);
    unsigned char* now = m_rows.data() + (above + 1) * m_width;
    const unsigned char* before = row(above);
    const unsigned char* before_that = above > 0 ? row(above - 1) : nullptr;
    now[0] = static_cast<unsigned char>(std::min<std::size_t>(above + 1, largest));
    for (std::size_t i = 1; i < m_width; ++i) {
        unsigned best = std::min(before[i], now[i - 1]) + 1U;
        best = std::min(best, before[i - 1] + (m_word[i - 1] == letter ? 0U : 1U));
        if (before_that != nullptr && i > 1 && m_word[i - 2] == letter && m_word[i - 1] == m_letters.back()) {
            best = std::min(best, before_that[i - 2] + 1U);
        }
        now[i] = static_cast<unsigned char>(std::min(best, largest));
    }
    m_letters += letter;
}

void EditRows::pop_to(std::size_t depth) { m_letters.resize(std::min(depth, m_letters.size())); }

bool EditRows::hopeless() const {
    const std::size_t last = depth();
    const auto least = [this](std::size_t at) { return *std::min_element(row(at), row(at) + m_width); };
    // An exchange of neighbours reaches back over one row.
    return least(last) > m_most && (last == 0 || least(last - 1) + 1U > m_most);
}

} // namespace yaqut::gazetteer
