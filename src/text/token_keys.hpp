// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

#include "text/document.hpp"
#include "text/key_hash.hpp"
#include "text/word_cache.hpp"

namespace yaqut::text {

/// Gives tokens their loose keys and hashes, from the cache for words that it knows.
class TokenKeys {
  public:
    /// Loose keys are written over `loose`, which grows as needed. `words` may be null.
    TokenKeys(std::string& loose, std::size_t strict_bytes, WordCache* words);

    /// Longer words are cut: a key has a 16 bit size, and no word of a language is near this.
    static constexpr std::size_t max_word_bytes = 1024;

    /// Fills in the keys of a word that the cache, which there must be, knows.
    void take(Token& token, WordId known) {
        const WordCache::Word& word = (*m_words)[known];
        token.word = known;
        token.strict_hash = word.strict_hash;
        token.loose_hash = word.loose_hash;
        token.loose_begin = static_cast<std::uint32_t>(m_size);
        token.loose_size = word.loose_size;
        std::memcpy(room(word.loose.size()), word.loose.data(), word.loose.size());
        m_size += word.loose_size;
    }

    /// Works out the keys of a mark of one byte.
    void make_mark(Token& token, char mark) {
        token.loose_begin = static_cast<std::uint32_t>(m_size);
        token.loose_size = 1;
        *room(1) = mark;
        ++m_size;
        token.strict_hash = token.loose_hash = mark_hashes[static_cast<unsigned char>(mark) & 0x7FU];
    }

    /// Works out the keys of a word of two-byte Arabic letters that the cache, which there must be, does not know and
    /// may take in. `key` and `hash` are those of `strict`.
    void make_plain_arabic(Token& token, std::string_view strict, const ShortKey& key, std::uint64_t hash) {
        token.loose_begin = static_cast<std::uint32_t>(m_size);
        make_arabic(token, strict);
        keep(token, key, hash);
    }

    /// Works the keys out. `usual`: they may come from the cache, and it may take the word in.
    void make(Token& token, std::string_view strict, bool usual);

  private:
    char* room(std::size_t bytes) {
        if (m_loose.size() - m_size < bytes) {
            m_loose.resize(m_loose.size() + m_loose.size() / 2 + bytes);
        }
        return m_loose.data() + m_size;
    }
    static constexpr std::array<std::uint64_t, 0x80> mark_hashes = [] {
        std::array<std::uint64_t, 0x80> hashes{};
        for (std::size_t i = 0; i < hashes.size(); ++i) {
            const char mark = static_cast<char>(i);
            hashes[i] = KeyHash::of({&mark, 1});
        }
        return hashes;
    }();

    /// The keys of the token are worked out: shall the cache keep them?
    void keep(Token& token, const ShortKey& key, std::uint64_t hash);
    void make_arabic(Token& token, std::string_view strict);
    void make_general(Token& token, std::string_view strict);
    void append(std::string_view key) {
        std::copy(key.begin(), key.end(), room(key.size()));
        m_size += key.size();
    }

    std::string& m_loose;
    std::size_t m_size = 0; ///< bytes of m_loose that are keys
    WordCache* m_words;
    std::string m_folded;
};

} // namespace yaqut::text
