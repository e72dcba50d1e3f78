// SPDX-License-Identifier: Apache-2.0
#include "lexicon/phrase_table.hpp"

#include "text/key_hash.hpp"

namespace yaqut::lexicon {

namespace {

constexpr std::size_t first_slots = 64;    // a power of two
constexpr std::size_t filter_words = 1024; // 65,536 bits: 8 KiB, at most a few thousand first words

bool joins_words(std::string_view mark) { return mark == "-" || mark == "_"; }

} // namespace

PhraseTable::PhraseTable(KeyKind kind) : m_kind(kind), m_filter(filter_words), m_slots(first_slots) {}

const PhraseTable::Node* PhraseTable::find(std::uint64_t hash) const {
    for (std::size_t at = hash & (m_slots.size() - 1);; at = (at + 1) & (m_slots.size() - 1)) {
        const Slot& slot = m_slots[at];
        if (slot.node == 0) {
            return nullptr;
        }
        if (slot.hash == hash) {
            return &m_nodes[slot.node - 1];
        }
    }
}

PhraseTable::Node& PhraseTable::make(std::uint64_t hash) {
    if (2 * (m_nodes.size() + 1) > m_slots.size()) {
        grow();
    }
    std::size_t at = hash & (m_slots.size() - 1);
    while (m_slots[at].node != 0 && m_slots[at].hash != hash) {
        at = (at + 1) & (m_slots.size() - 1);
    }
    if (m_slots[at].node == 0) {
        m_nodes.emplace_back();
        m_slots[at] = {hash, static_cast<std::uint32_t>(m_nodes.size())};
    }
    return m_nodes[m_slots[at].node - 1];
}

void PhraseTable::grow() {
    std::vector<Slot> old(2 * m_slots.size());
    old.swap(m_slots);
    for (const Slot& slot : old) {
        if (slot.node != 0) {
            std::size_t at = slot.hash & (m_slots.size() - 1);
            while (m_slots[at].node != 0) {
                at = (at + 1) & (m_slots.size() - 1);
            }
            m_slots[at] = slot;
        }
    }
}

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
            make(*hash).extends = true;
            hash = text::extend_phrase(*hash, hash_of(token));
        }
    }
    if (hash) {
        make(*hash).values.push_back(value);
    }
}

std::optional<PhraseTable::Match> PhraseTable::longest(const text::Document& document, std::size_t token,
                                                       std::size_t limit) const {
    return extend(document, hash_of(document.token(token)), token, limit);
}

std::optional<PhraseTable::Match> PhraseTable::longest(const text::Document& document, std::size_t token,
                                                       const text::Reading& first, std::size_t limit) const {
    return extend(document, hash_of(first), token, limit);
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
        const Node* const found = find(hash);
        if (found == nullptr) {
            break;
        }
        if (!found->values.empty()) {
            best = Match{found->values, static_cast<std::uint32_t>(*position + 1 - token)};
        }
        if (!found->extends) {
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
    const Node* const found = find(hash);
    return found == nullptr ? std::span<const std::uint32_t>{} : found->values;
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
