// SPDX-License-Identifier: Apache-2.0
#include "lexicon/phrase_table.hpp"

#include "text/key_hash.hpp"

namespace yaqut::lexicon {

namespace {

constexpr std::size_t filter_words = 1024; // 65,536 bits: 8 KiB, at most a few thousand first words

bool joins_words(std::string_view mark) { return mark == "-" || mark == "_"; }

} // namespace

PhraseTable::PhraseTable(KeyKind kind) : m_kind(kind), m_filter(filter_words) {}

void PhraseTable::add(std::string_view phrase, std::uint32_t value) {
    const text::Document document(phrase, text::Document::Parts::tokens);
    std::optional<std::uint64_t> hash;
    for (const text::Token& token : document.tokens()) {
        if (token.kind == text::TokenKind::punct && joins_words(document.strict(token))) {
            continue;
        }
        if (!hash) {
            hash = hash_of(token);
            m_filter[(*hash >> 6U) % m_filter.size()] |= std::uint64_t{1} << (*hash & 63U);
        } else {
            m_nodes[*hash].extends = true;
            hash = text::extend_phrase(*hash, hash_of(token));
        }
    }
    if (hash) {
        m_nodes[*hash].values.push_back(value);
    }
}

std::optional<PhraseTable::Match> PhraseTable::longest(const text::Document& document, std::size_t token,
                                                       std::size_t limit) const {
    return extend(document, hash_of(document.token(token)), token, limit);
}

std::optional<PhraseTable::Match> PhraseTable::longest(const text::Document& document, std::size_t token,
                                                       const text::Reading& first, std::size_t limit) const {
    return extend(document, m_kind == KeyKind::strict ? first.strict_hash : first.loose_hash, token, limit);
}

std::optional<PhraseTable::Match> PhraseTable::extend(const text::Document& document, std::uint64_t first,
                                                      std::size_t token, std::size_t limit) const {
    if (!may_begin(first)) {
        return std::nullopt;
    }
    std::optional<Match> best;
    std::uint64_t hash = first;
    std::optional<std::size_t> position = token;
    while (position) {
        const auto found = m_nodes.find(hash);
        if (found == m_nodes.end()) {
            break;
        }
        if (!found->second.values.empty()) {
            best = Match{found->second.values, static_cast<std::uint32_t>(*position + 1 - token)};
        }
        if (!found->second.extends) {
            break;
        }
        position = next_word(document, *position, limit);
        if (position) {
            hash = text::extend_phrase(hash, hash_of(document.token(*position)));
        }
    }
    return best;
}

std::span<const std::uint32_t> PhraseTable::word(std::uint64_t hash) const {
    if (!may_begin(hash)) {
        return {};
    }
    const auto found = m_nodes.find(hash);
    return found == m_nodes.end() ? std::span<const std::uint32_t>{} : found->second.values;
}

std::optional<std::size_t> next_word(const text::Document& document, std::size_t token, std::size_t limit) {
    std::size_t next = token + 1;
    if (next >= limit || document.token(next).newline_before) {
        return std::nullopt;
    }
    if (document.token(next).kind != text::TokenKind::punct) {
        return next;
    }
    const text::Token& mark = document.token(next);
    const bool direct = !mark.space_before && joins_words(document.strict(mark));
    if (!direct || next + 1 >= limit || document.token(next + 1).space_before) {
        return std::nullopt;
    }
    return document.token(next + 1).kind == text::TokenKind::punct ? std::nullopt : std::optional{next + 1};
}

} // namespace yaqut::lexicon
