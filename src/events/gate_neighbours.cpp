// SPDX-License-Identifier: Apache-2.0
#include "events/gate_neighbours.hpp"

#include <algorithm>

#include "events/status_words.hpp"

namespace yaqut::events {

namespace {

constexpr HashedWord hashed(std::string_view word) { return {word, text::KeyHash::of(word)}; }
constexpr HashedWord place = hashed("@place");
constexpr HashedWord time = hashed("@time");
constexpr HashedWord number = hashed("@number");
constexpr HashedWord end_of_sentence = hashed("@end");

/// Places, times and numbers are of one kind each.
const HashedWord* kind_at(const TaggedText& text, std::uint32_t token) {
    if (text.toponym(token) >= 0) {
        return &place;
    }
    if (text.timex(token) >= 0) {
        return &time;
    }
    return text.document().token(token).kind == text::TokenKind::number ? &number : nullptr;
}

HashedWord word_at(const TaggedText& text, std::uint32_t token) {
    const HashedWord* const kind = kind_at(text, token);
    const text::Token& found = text.document().token(token);
    return kind != nullptr ? *kind : HashedWord{text.document().loose(found), found.loose_hash};
}

HashedWord bare_word_at(const TaggedText& text, std::uint32_t token) {
    const HashedWord* const kind = kind_at(text, token);
    return kind != nullptr ? *kind : without_article(text.document(), token);
}

} // namespace

Neighbours::Neighbours(const TaggedText& text, const Draft& draft) {
    const TokenRange sentence = sentence_of(text, draft);
    const std::uint32_t first = draft.trigger.begin;
    const std::uint32_t last = draft.trigger.end;
    const text::Token& self = text.document().token(first);
    add(Beside::self, {text.document().loose(self), self.loose_hash});
    add(Beside::before, first > sentence.begin ? word_at(text, first - 1) : end_of_sentence);
    add(Beside::after, last < sentence.end ? word_at(text, last) : end_of_sentence);
    for (std::uint32_t t = first; t > sentence.begin && first - t < reach; --t) {
        add(Beside::ahead, bare_word_at(text, t - 1));
    }
    for (std::uint32_t t = last; t < std::min(sentence.end, last + reach); ++t) {
        add(Beside::behind, bare_word_at(text, t));
    }
}

/// Words of one side stand beside each other in the list.
void Neighbours::add(Beside where, HashedWord word) {
    for (std::uint32_t i = m_size; i > 0 && m_all[i - 1].where == where; --i) {
        if (m_all[i - 1].hash == word.hash) {
            return;
        }
    }
    m_all[m_size++] = {where, word.key, word.hash};
}

} // namespace yaqut::events
