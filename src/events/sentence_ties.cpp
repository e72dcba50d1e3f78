// SPDX-License-Identifier: Apache-2.0
#include "events/sentence_ties.hpp"

#include <algorithm>

namespace yaqut::events {

namespace {

constexpr std::uint32_t words_read = 60;   ///< of a sentence
constexpr std::uint16_t shortest_word = 6; ///< bytes; words no longer tie nothing

/// The first word that is no mark.
std::uint32_t first_word(const TaggedText& text, TokenRange sentence) {
    std::uint32_t token = sentence.begin;
    while (token < sentence.end && text[token].punct) {
        ++token;
    }
    return token;
}

bool opens_item(const TaggedText& text, TokenRange sentence) {
    constexpr CueSet openers{Cue::in, Cue::from, Cue::also, Cue::apart, Cue::alongside};
    const std::uint32_t token = first_word(text, sentence);
    return token < sentence.end && text.cues(token).has_any(openers);
}

} // namespace

SentenceTies::SentenceTies(const TaggedText& text) : m_text(&text), m_places(text.document().sentences().size()) {
    std::uint16_t count = 0;
    for (const text::Sentence& sentence : text.document().sentences()) {
        count = static_cast<std::uint16_t>(count + (opens_item(text, sentence.tokens) ? 1 : 0));
        m_openings.push_back(count);
    }
}

bool SentenceTies::opens(std::uint32_t sentence) const {
    return m_openings[sentence] != (sentence == 0 ? 0 : m_openings[sentence - 1]);
}

int SentenceTies::openings_between(std::uint32_t a, std::uint32_t b) const {
    return m_openings[std::max(a, b)] - m_openings[std::min(a, b)];
}

void SentenceTies::read(std::uint32_t sentence) {
    Place& place = m_places[sentence];
    if (place.read) {
        return;
    }
    place.read = true;
    place.first = static_cast<std::uint32_t>(m_words.size());
    const text::Document& document = m_text->document();
    const TokenRange tokens = document.sentences()[sentence].tokens;
    const std::uint32_t end = std::min(tokens.end, tokens.begin + words_read);
    for (std::uint32_t t = tokens.begin; t < end; ++t) {
        const text::Token& token = document.token(t);
        const auto word = static_cast<std::uint32_t>(token.loose_hash);
        if (token.loose_size <= shortest_word || (place.bits.may_have(word) && is_among(words_of(sentence), word))) {
            continue;
        }
        m_words.push_back(word);
        place.bits.add(word);
        ++place.count;
    }
}

SentenceTies::Words SentenceTies::words_of(std::uint32_t sentence) const {
    const Place& place = m_places[sentence];
    return std::span(m_words).subspan(place.first, place.count);
}

int SentenceTies::shared_words(std::uint32_t a, std::uint32_t b) {
    read(a);
    read(b);
    const Words one = words_of(a);
    const Words other = words_of(b);
    const KeyBits& bits = m_places[b].bits;
    int shared = 0;
    for (const std::uint32_t word : one) {
        shared += bits.may_have(word) && is_among(other, word) ? 1 : 0;
    }
    return shared;
}

} // namespace yaqut::events
