// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace yaqut::gazetteer {

/// Skeletons of names: what of their sounds survives transliteration, the same for Arabic and Latin letters. Vowels,
/// doubled letters, spaces and articles are left out. Made from tables; const and thread-safe.
class Sounds {
  public:
    Sounds();

    /// Replaces `out` by the skeletons of a loose key, words joined by single spaces: one, or two where an article may
    /// be written together with its word. None when a letter of the key has no sound, as of other scripts, or when less
    /// than two sounds are left.
    void skeletons(std::string_view loose, std::vector<std::string>& out) const;

    /// The skeleton of the key as it is written, with the vowels between its sounds, as far as they are written: A, I,
    /// U. Empty when a letter has no sound.
    [[nodiscard]] std::string reading(std::string_view loose) const;
    [[nodiscard]] static bool is_vowel(char c); ///< of a reading

    /// The first sound of all skeletons of a key, found without making them; 0 when it takes more than a look.
    [[nodiscard]] char first_sound(std::string_view loose) const;

    /// Is the word an article in Latin letters?
    [[nodiscard]] bool is_article(std::string_view word) const { return m_articles.contains(word); }

    /// The key without the articles before or in its words; the key itself when there is none.
    [[nodiscard]] std::string without_articles(std::string_view loose) const;

  private:
    struct Group {
        std::string_view letters;
        std::string_view sound;
        std::string_view start;
        std::string_view vowel;
    };
    [[nodiscard]] const Group* group_at(std::string_view word) const;
    /// False when a letter has no sound.
    bool append_word(std::string_view word, bool first, bool with_vowels, std::string& out) const;
    bool append_words(std::string_view loose, bool split_articles, bool with_vowels, std::string& out) const;
    [[nodiscard]] std::size_t fused_article(std::string_view word) const;

    std::array<std::vector<Group>, 256> m_groups; ///< by first byte, longest first
    std::unordered_set<std::string_view> m_articles;
    std::vector<std::string_view> m_fused;
};

} // namespace yaqut::gazetteer
