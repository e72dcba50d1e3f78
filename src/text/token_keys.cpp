// SPDX-License-Identifier: Apache-2.0
#include "text/token_keys.hpp"

#include <algorithm>

#include "text/fold.hpp"
#include "text/key_hash.hpp"
#include "text/normalize.hpp"

namespace yaqut::text {

TokenKeys::TokenKeys(std::string& loose, std::size_t strict_bytes, WordCache* words) : m_loose(loose), m_words(words) {
    m_loose.resize(std::max(m_loose.size(), strict_bytes + ShortKey::read_size)); // seldom more
}

void TokenKeys::make(Token& token, std::string_view strict, bool usual) {
    usual = usual && m_words != nullptr && strict.size() <= ShortKey::longest;
    ShortKey key;
    std::uint64_t hash = 0;
    if (usual) {
        key = ShortKey::read(strict.data(), strict.size());
        hash = key.hash();
        if (const WordId known = m_words->find(key, hash); known != no_word) {
            take(token, known);
            return;
        }
    }
    token.loose_begin = static_cast<std::uint32_t>(m_size);
    if (token.script == Script::arabic && strict.size() <= max_word_bytes && is_plain_arabic(strict)) {
        make_arabic(token, strict);
    } else {
        make_general(token, strict);
    }
    token.loose_size = static_cast<std::uint16_t>(m_size - token.loose_begin);
    if (usual) {
        keep(token, key, hash);
    }
}

void TokenKeys::keep(Token& token, const ShortKey& key, std::uint64_t hash) {
    if (token.loose_size > ShortKey::longest || !m_words->wants(hash)) {
        return;
    }
    if (token.word = m_words->find(key, hash); token.word != no_word) {
        return; // added since it was looked for
    }
    WordCache::Word word;
    word.strict = key;
    std::copy_n(m_loose.data() + token.loose_begin, token.loose_size, word.loose.begin());
    word.loose_size = static_cast<std::uint8_t>(token.loose_size);
    word.strict_hash = token.strict_hash;
    word.loose_hash = token.loose_hash;
    token.word = m_words->add(word, hash);
}

/// The frequent case: folds and hashes in one go, both hashes side by side.
void TokenKeys::make_arabic(Token& token, std::string_view strict) {
    char* const begin = room(strict.size());
    char* end = begin;
    KeyHash strict_hash;
    KeyHash loose_hash;
    const char* letter = strict.data();
    fold_arabic(strict, [&](char first, char second) {
        end[0] = first;
        end[1] = second;
        strict_hash.add({letter, 2});
        loose_hash.add({end, 2});
        end += 2;
        letter += 2;
    });
    strict_hash.add(strict.substr(static_cast<std::size_t>(letter - strict.data()))); // final hamza
    token.strict_hash = strict_hash.value();
    token.loose_hash = loose_hash.value();
    token.loose_size = static_cast<std::uint16_t>(end - begin);
    m_size += token.loose_size;
}

void TokenKeys::make_general(Token& token, std::string_view strict) {
    token.strict_hash = token.loose_hash = KeyHash::of(strict);
    const auto is_plain = [](char c) { return c >= 'a' && c <= 'z'; };
    if (token.kind != TokenKind::word || std::all_of(strict.begin(), strict.end(), is_plain)) {
        append(strict);
        return;
    }
    m_folded.clear();
    append_loose(strict, m_folded);
    token.loose_hash = KeyHash::of(m_folded);
    append(m_folded);
}

} // namespace yaqut::text
