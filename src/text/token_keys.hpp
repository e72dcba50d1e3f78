// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

#include "text/document.hpp"
#include "text/word_cache.hpp"

namespace yaqut::text {

/// Gives tokens their loose keys and hashes, from the cache for words that it knows.
class TokenKeys {
  public:
    /// Loose keys are appended to `loose`; finish() cuts off what was set aside for more. `words` may be null.
    TokenKeys(std::string& loose, std::size_t strict_bytes, WordCache* words);
    void finish() { m_loose.resize(m_size); }

    /// Longer words are cut: a key has a 16 bit size, and no word of a language is near this.
    static constexpr std::size_t max_word_bytes = 1024;

    /// Fills in the keys of a word that the cache, which there must be, knows by its strict key and the hash of that;
    /// false when it does not.
    bool take_known(Token& token, const ShortKey& strict, std::uint64_t hash) {
        token.word = m_words->find(strict, hash);
        if (token.word == no_word) {
            return false;
        }
        const WordCache::Word& word = (*m_words)[token.word];
        token.strict_hash = word.strict_hash;
        token.loose_hash = word.loose_hash;
        token.loose_begin = static_cast<std::uint32_t>(m_size);
        token.loose_size = word.loose_size;
        std::memcpy(room(word.loose.size()), word.loose.data(), word.loose.size());
        m_size += word.loose_size;
        return true;
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
