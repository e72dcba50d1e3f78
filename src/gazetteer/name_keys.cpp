// SPDX-License-Identifier: Apache-2.0
#include "gazetteer/name_keys.hpp"

#include <algorithm>

#include "gazetteer/format.hpp"
#include "text/key_hash.hpp"

namespace yaqut::gazetteer {

namespace {

void add_word(NameKeys& keys, const text::Document& document, const text::Token& token) {
    const std::string_view loose = document.loose(token);
    if (keys.words == 0) {
        keys.first_word = token.loose_hash;
        keys.phrase = token.loose_hash;
        keys.strict = token.strict_hash;
        keys.script = token.script;
    } else {
        keys.prefixes.push_back(keys.phrase);
        keys.phrase = text::extend_phrase(keys.phrase, token.loose_hash);
        keys.strict = text::extend_phrase(keys.strict, token.strict_hash);
        keys.loose += ' ';
    }
    keys.loose += loose;
    ++keys.words;
}

} // namespace

bool NameKeys::usable() const { return words > 0 && words <= format::max_words; }

NameKeys keys_of(std::string_view name) {
    const text::Document document(name, text::Document::Parts::tokens);
    NameKeys keys;
    text::KeyHash fused;
    for (const text::Token& token : document.tokens()) {
        if (token.kind == text::TokenKind::punct) {
            continue;
        }
        if (keys.words == format::max_words) {
            ++keys.words;
            break;
        }
        add_word(keys, document, token);
        fused.add(document.loose(token));
    }
    keys.fused = fused.value();
    return keys;
}

std::uint64_t phrase_of_loose(std::string_view loose) {
    std::uint64_t phrase = 0;
    for (std::size_t begin = 0; begin <= loose.size();) {
        const std::size_t end = std::min(loose.find(' ', begin), loose.size());
        const std::uint64_t word = text::KeyHash::of(loose.substr(begin, end - begin));
        phrase = begin == 0 ? word : text::extend_phrase(phrase, word);
        begin = end + 1;
    }
    return phrase;
}

} // namespace yaqut::gazetteer
