// SPDX-License-Identifier: Apache-2.0
#include "events/status_words.hpp"

#include <algorithm>

#include "text/key_hash.hpp"

namespace yaqut::events {

std::uint32_t clause_begin(const TaggedText& text, const Draft& draft, std::uint32_t token, std::uint32_t reach) {
    const TokenRange sentence = sentence_of(text, draft);
    std::uint32_t begin = token;
    while (begin > sentence.begin && token - begin < reach && !text[begin].break_before && !text[begin - 1].punct) {
        --begin;
    }
    return begin;
}

Front front_of(const TaggedText& text, const Draft& draft) {
    const std::uint32_t first = draft.extent.begin;
    const std::uint32_t start = sentence_of(text, draft).begin;
    Front front;
    front.begin = clause_begin(text, draft, first, governor_reach);
    front.clause = cues_in(text, front.begin, first);
    front.far = front.clause;
    front.far |= cues_in(text, first - std::min(first - start, farthest_reach), front.begin);
    return front;
}

bool any_before(const TaggedText& text, std::uint32_t begin, std::uint32_t end, const CueSet& cues) {
    for (std::uint32_t token = begin; token < end; ++token) {
        if (text.cues(token).has_any(cues)) {
            return true;
        }
    }
    return false;
}

namespace {

/// Two Arabic letters of a word that has them there.
constexpr std::uint32_t letters(std::string_view word, std::size_t offset = 0) {
    std::uint32_t bytes = 0;
    for (std::size_t i = 0; i < sizeof(bytes); ++i) { // one load
        bytes |= static_cast<std::uint32_t>(static_cast<unsigned char>(word[offset + i])) << 8 * i;
    }
    return bytes;
}

} // namespace

/// Most words have no article, and a call to compare their beginning with each form of it would take most of the time.
std::string_view without_article(std::string_view word) {
    constexpr std::size_t shortest = 4; // bytes of what is left: two letters
    constexpr std::size_t short_lead = 4;
    constexpr std::size_t long_lead = 6;
    if (word.size() <= short_lead + shortest) {
        return word;
    }
    const std::uint32_t first = letters(word);
    if (first == letters("ال") || first == letters("لل")) {
        return word.substr(short_lead);
    }
    const bool joined = (first == letters("وا") || first == letters("با")) && letters(word, 2) == letters("ال");
    return joined && word.size() > long_lead + shortest ? word.substr(long_lead) : word;
}

HashedWord without_article(const text::Document& document, std::uint32_t token) {
    const text::Token& word = document.token(token);
    const std::string_view loose = document.loose(word);
    const std::string_view bare = without_article(loose);
    return {bare, bare.size() == loose.size() ? word.loose_hash : text::KeyHash::of(bare)};
}

bool is_topic(const TaggedText& text, const Draft& draft) {
    const std::uint32_t first = draft.extent.begin;
    return !draft.verb && first > sentence_of(text, draft).begin && text.has(first - 1, Cue::topic);
}

bool set_apart(const TaggedText& text, const Draft& draft, std::uint32_t begin) {
    const std::uint32_t first = draft.extent.begin;
    return first > begin && text.has(first - 1, Cue::in) && !is_topic(text, draft);
}

bool is_tried(EventType type) {
    return type == EventType::capture || type == EventType::raid || type == EventType::abduction ||
           type == EventType::siege;
}

} // namespace yaqut::events
