// SPDX-License-Identifier: Apache-2.0
#include "text/sentences.hpp"

#include <algorithm>

#include "text/words.hpp"

namespace yaqut::text {

namespace {

constexpr std::uint32_t max_sentence_tokens = 600;

} // namespace

void SentenceSplitter::append(const Block& block, std::vector<Sentence>& sentences) {
    m_block = block.tokens;
    m_headline = block.kind == BlockKind::headline;
    std::uint32_t begin = m_block.begin;
    while (begin < m_block.end) {
        const std::uint32_t end = end_of_sentence(begin);
        Sentence sentence;
        sentence.tokens = {begin, end};
        sentence.span = {m_tokens[begin].span.begin, m_tokens[end - 1].span.end};
        sentences.push_back(sentence);
        begin = end;
    }
}

std::uint32_t SentenceSplitter::end_of_sentence(std::uint32_t begin) {
    const std::uint32_t limit = std::min(m_block.end, begin + max_sentence_tokens);
    std::uint32_t passed = begin;
    for (; !m_marks.empty() && m_marks.front() < limit; m_marks = m_marks.subspan(1)) {
        const std::uint32_t i = m_marks.front();
        if (i < passed || !is_stop(i)) {
            continue;
        }
        const std::uint32_t after = after_stop(i, limit);
        if (after >= limit || ends_sentence(begin, i, after)) {
            return after;
        }
        passed = after;
    }
    return limit;
}

bool SentenceSplitter::is_ellipsis(std::uint32_t i) const {
    const Token& token = m_tokens[i];
    return token.kind == TokenKind::punct && m_strict.substr(token.strict_begin, token.strict_size) == "…";
}

bool SentenceSplitter::is_stop(std::uint32_t i) const {
    const char c = mark(i);
    return c == '.' || c == '?' || c == '!' || is_ellipsis(i);
}

/// First token after a run of stops and of the quotes and brackets that close directly after them.
std::uint32_t SentenceSplitter::after_stop(std::uint32_t i, std::uint32_t limit) const {
    std::uint32_t after = i + 1;
    while (after < limit && !m_tokens[after].newline_before) {
        const bool joined = !m_tokens[after].space_before;
        if (!is_stop(after) && !(joined && is_closing(after))) {
            break;
        }
        ++after;
    }
    return after;
}

bool SentenceSplitter::is_closing(std::uint32_t i) const {
    const char c = mark(i);
    return c == '"' || c == ')' || c == ']' || c == '\'' || c == '}';
}

/// Does the stop at `stop` end the sentence that began at `begin`, when it goes on with `after`?
bool SentenceSplitter::ends_sentence(std::uint32_t begin, std::uint32_t stop, std::uint32_t after) const {
    const Token& next = m_tokens[after];
    if (next.newline_before) {
        return true;
    }
    const bool small = next.script == Script::latin && !next.capital;
    if (small || mark(after) == ',' || mark(after) == ';') {
        return false;
    }
    const bool dots = is_ellipsis(stop) || (mark(stop) == '.' && mark(stop + 1) == '.');
    if (dots && m_headline) {
        return false;
    }
    const bool alone = mark(stop) == '.' && after == stop + 1;
    return !alone || ends_after_full_stop(begin, stop, next);
}

bool SentenceSplitter::ends_after_full_stop(std::uint32_t begin, std::uint32_t stop, const Token& next) const {
    if (stop == begin) {
        return false;
    }
    const Token& word = m_tokens[stop - 1];
    const bool joined = !m_tokens[stop].space_before;
    if (word.kind == TokenKind::number) {
        const bool inside_digits = joined && !next.space_before && next.kind == TokenKind::number;
        const bool list_number = stop - 1 == begin;
        return !inside_digits && !list_number;
    }
    if (word.kind != TokenKind::word || !joined) {
        return true;
    }
    if (word.script == Script::latin) {
        const bool initial = word.strict_size == 1 && word.capital;
        return !initial && !is_abbreviation(word.strict_hash);
    }
    constexpr std::uint16_t arabic_letter = 2;
    if (next.space_before) {
        return word.strict_size != arabic_letter;
    }
    // Names of sites and of letters (BBC) have short words; a space left out stands between longer ones.
    return word.strict_size >= 3 * arabic_letter && next.strict_size >= 4 * arabic_letter;
}

} // namespace yaqut::text
