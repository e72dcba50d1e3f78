// SPDX-License-Identifier: Apache-2.0
#include "events/gate_neighbours.hpp"

#include <algorithm>

#include "events/status_words.hpp"

namespace yaqut::events {

namespace {

/// Places, times and numbers are of one kind each.
std::string_view word_at(const TaggedText& text, std::uint32_t token) {
    const text::Token& found = text.document().token(token);
    if (text.toponym(token) >= 0) {
        return "@place";
    }
    if (text.timex(token) >= 0) {
        return "@time";
    }
    return found.kind == text::TokenKind::number ? "@number" : text.document().loose(found);
}

} // namespace

Neighbours::Neighbours(const TaggedText& text, const Draft& draft) {
    const TokenRange sentence = sentence_of(text, draft);
    const std::uint32_t first = draft.trigger.begin;
    const std::uint32_t last = draft.trigger.end;
    add(Beside::self, text.document().loose(text.document().token(first)));
    add(Beside::before, first > sentence.begin ? word_at(text, first - 1) : "@end");
    add(Beside::after, last < sentence.end ? word_at(text, last) : "@end");
    for (std::uint32_t t = first; t > sentence.begin && first - t < reach; --t) {
        add(Beside::ahead, without_article(word_at(text, t - 1)));
    }
    for (std::uint32_t t = last; t < std::min(sentence.end, last + reach); ++t) {
        add(Beside::behind, without_article(word_at(text, t)));
    }
}

void Neighbours::add(Beside where, std::string_view word) {
    const auto same = [&](const Neighbour& other) { return other.where == where && other.word == word; };
    if (std::none_of(begin(), end(), same)) {
        m_all[m_size++] = {where, word};
    }
}

} // namespace yaqut::events
