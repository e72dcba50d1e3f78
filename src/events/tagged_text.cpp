// SPDX-License-Identifier: Apache-2.0
#include "events/tagged_text.hpp"

#include <algorithm>
#include <string_view>

namespace yaqut::events {

namespace {

/// Of a mark; the strict key of these has one byte.
constexpr bool ends_clause(char mark) {
    switch (mark) {
    case ',':
    case ';':
    case ':':
    case '-':
    case '(': return true;
    default: return false;
    }
}

template <std::int32_t Tag::*Mention> void mark(ScratchVector<Tag>& tags, TokenRange range, std::size_t index) {
    for (std::size_t token = range.begin; token < std::min<std::size_t>(range.end, tags.size()); ++token) {
        tags[token].*Mention = static_cast<std::int32_t>(index);
    }
}

} // namespace

TaggedText::TaggedText(const text::Document& document, const Rules& rules, WordTags words,
                       std::span<const ResolvedToponym> toponyms, std::span<const Timex> timexes)
    : m_document(document), m_rules(rules), m_words(std::move(words)), m_mentions(toponyms), m_toponyms(toponyms),
      m_timexes(timexes) {
    for (std::size_t i = 0; i < toponyms.size(); ++i) {
        mark<&Tag::toponym>(m_words.tags, toponyms[i].mention.tokens, i);
    }
    for (std::size_t i = 0; i < timexes.size(); ++i) {
        mark<&Tag::timex>(m_words.tags, timexes[i].tokens, i);
    }
    for (std::uint32_t sentence = 0; sentence < document.sentences().size(); ++sentence) {
        if (words_of(sentence).may_tell) {
            number_clauses(document.sentences()[sentence].tokens);
        }
    }
}

void TaggedText::number_other_clauses() {
    for (std::uint32_t sentence = 0; sentence < m_document.sentences().size(); ++sentence) {
        if (!words_of(sentence).may_tell) {
            number_clauses(m_document.sentences()[sentence].tokens);
        }
    }
}

/// The mark that a token is, when it has one byte.
char TaggedText::mark_at(std::uint32_t token) const {
    const std::string_view mark = m_document.strict(m_document.token(token));
    return mark.size() == 1 ? mark.front() : '\0';
}

/// Of a word, by what it is.
bool TaggedText::breaks_clause(const Tag& tag) const {
    if (has_mark(tag.marks, WordMark::opens)) {
        return true;
    }
    if (!tag.conjoined) {
        return false;
    }
    // و before a verb begins a clause; before a noun it joins two parts of one.
    const std::span<const Sense> senses = m_rules.senses(*tag.entry);
    return std::all_of(senses.begin(), senses.end(), [](const Sense& s) { return has_flag(s.flags, FormFlag::verb); });
}

void TaggedText::number_clauses(TokenRange sentence) {
    std::uint16_t clause = 0;
    std::uint16_t commas = 0;
    std::uint16_t quotes = 0;
    for (std::uint32_t token = sentence.begin; token < sentence.end; ++token) {
        Tag& tag = m_words.tags[token];
        bool quote = false;
        if (tag.punct || tag.conjoined || has_mark(tag.marks, WordMark::opens)) { // few
            const char mark = tag.punct ? mark_at(token) : '\0';
            quote = mark == '"';
            tag.break_before = token > sentence.begin && (tag.punct ? ends_clause(mark) : breaks_clause(tag));
            clause = static_cast<std::uint16_t>(clause + (tag.break_before ? 1 : 0));
            commas = static_cast<std::uint16_t>(commas + (tag.punct && tag.break_before ? 1 : 0));
        }
        tag.commas = commas;
        tag.clause = clause;
        tag.quotes = quotes;
        quotes = static_cast<std::uint16_t>(quotes + (quote ? 1 : 0));
    }
}

const Sense* TaggedText::sense(std::size_t token, Group group) const {
    for (const Sense& sense : senses(token)) {
        if (sense.group == group) {
            return &sense;
        }
    }
    return nullptr;
}

} // namespace yaqut::events
