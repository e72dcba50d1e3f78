// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace yaqut::gazetteer {

/// The code points of a key; a byte that belongs to no character gives U+FFFD.
[[nodiscard]] std::u32string code_points_of(std::string_view key);

/// Edit distances of a fixed word to all beginnings of another one that is spelled out letter by letter, and taken back
/// again: the rows of the well-known table, kept as a stack. Words in sorted order share the rows of what they share.
/// An edit is a letter put in, left out or replaced, or two neighbours exchanged.
class EditRows {
  public:
    EditRows(std::u32string word, unsigned most);

    [[nodiscard]] std::size_t depth() const { return m_letters.size(); }
    void push(char32_t letter);
    void pop_to(std::size_t depth);
    /// Of all letters pushed; more than `most` is not exact.
    [[nodiscard]] unsigned distance() const { return row(depth())[m_word.size()]; }
    /// Nothing that begins with these letters is within `most` edits.
    [[nodiscard]] bool hopeless() const;

  private:
    [[nodiscard]] const unsigned char* row(std::size_t depth) const { return m_rows.data() + depth * m_width; }

    std::u32string m_word;
    unsigned m_most;
    std::size_t m_width;
    std::vector<unsigned char> m_rows;
    std::u32string m_letters;
};

} // namespace yaqut::gazetteer
