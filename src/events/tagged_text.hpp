// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/timex.hpp"
#include "core/toponym.hpp"
#include "events/rules.hpp"
#include "text/document.hpp"

namespace yaqut::events {

/// What the rules know of one token.
struct Tag {
    const Entry* entry = nullptr; ///< nullptr: nothing
    CueSet cues;
    std::uint16_t commas = 0; ///< marks of the sentence before it that end a clause
    std::uint16_t clause = 0; ///< counts up within a sentence at commas, relative pronouns, verbs after و
    std::uint16_t quotes = 0; ///< quotation marks of the sentence before it: odd inside a quotation
    bool conjoined = false;   ///< و or ف was taken off
    bool punct = false;
    std::uint8_t length = 1; ///< tokens of the phrase that begins here
    bool break_before = false;
    bool casualty_word = false; ///< some reading is a word of killing
    bool event_word = false;    ///< some reading tells an event that is no mere casualty
};

/// The tokens of a document with the rules' words, clauses and the mentions over them. Views: all arguments must
/// outlive it.
class TaggedText {
  public:
    TaggedText(const text::Document& document, const Rules& rules, std::span<const ResolvedToponym> toponyms,
               std::span<const Timex> timexes);

    [[nodiscard]] const text::Document& document() const { return m_document; }
    [[nodiscard]] const Rules& rules() const { return m_rules; }
    [[nodiscard]] std::size_t size() const { return m_tags.size(); }
    [[nodiscard]] const Tag& operator[](std::size_t token) const { return m_tags[token]; }
    [[nodiscard]] bool has(std::size_t token, Cue cue) const { return m_tags[token].cues.has(cue); }
    [[nodiscard]] std::span<const Sense> senses(std::size_t token) const {
        const Entry* entry = m_tags[token].entry;
        return entry == nullptr ? std::span<const Sense>{} : m_rules.senses(*entry);
    }
    /// The reading of the token in this group; nullptr when it has none.
    [[nodiscard]] const Sense* sense(std::size_t token, Group group) const;
    /// Some reading is a verb form of the kind.
    [[nodiscard]] bool has_form(std::size_t token, FormFlag flag) const;

    /// Index of the toponym / time expression that covers the token, -1 when there is none.
    [[nodiscard]] std::int32_t toponym(std::size_t token) const { return m_toponym[token]; }
    [[nodiscard]] std::int32_t timex(std::size_t token) const { return m_timex[token]; }
    [[nodiscard]] std::span<const ResolvedToponym> toponyms() const { return m_toponyms; }
    [[nodiscard]] std::span<const Timex> timexes() const { return m_timexes; }
    /// Marks that end a clause between two tokens of one sentence.
    [[nodiscard]] int commas_between(std::size_t a, std::size_t b) const;
    /// Clause boundaries between two tokens of one sentence.
    [[nodiscard]] int breaks_between(std::size_t a, std::size_t b) const;

    /// One of the two stands in a quotation that the other is not in.
    [[nodiscard]] bool quoted_apart(std::size_t a, std::size_t b) const {
        const std::uint16_t one = m_tags[a].quotes;
        const std::uint16_t other = m_tags[b].quotes;
        return one != other && (one % 2 == 1 || other % 2 == 1);
    }

  private:
    void tag_words();
    void tag(std::size_t token, std::size_t limit, WordReading reading);
    [[nodiscard]] WordReading reading(const text::Token& token) const;
    [[nodiscard]] const Entry* find_latin(const text::Token& token) const;
    [[nodiscard]] const Entry* find_arabic(const text::Token& token, bool& conjoined) const;
    [[nodiscard]] bool only_with_pronoun(const Entry& entry) const;
    void number_clauses();
    [[nodiscard]] bool breaks_clause(std::size_t token) const;

    const text::Document& m_document;
    const Rules& m_rules;
    std::span<const ResolvedToponym> m_toponyms;
    std::span<const Timex> m_timexes;
    std::vector<Tag> m_tags;
    std::vector<std::int32_t> m_toponym;
    std::vector<std::int32_t> m_timex;
};

} // namespace yaqut::events
