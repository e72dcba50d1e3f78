// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <cstdlib>
#include <span>
#include <vector>

#include "core/timex.hpp"
#include "core/toponym.hpp"
#include "events/rules.hpp"
#include "events/word_tags.hpp"
#include "text/document.hpp"

namespace yaqut::events {

/// The tokens of a document with the rules' words, clauses and the mentions over them. Views: all arguments but the
/// words must outlive it.
class TaggedText {
  public:
    /// `words` are those of the document, read by the rules.
    TaggedText(const text::Document& document, const Rules& rules, WordTags words,
               std::span<const ResolvedToponym> toponyms, std::span<const Timex> timexes);

    [[nodiscard]] const text::Document& document() const { return m_document; }
    [[nodiscard]] const Rules& rules() const { return m_rules; }
    [[nodiscard]] std::size_t size() const { return m_words.tags.size(); }
    [[nodiscard]] const Tag& operator[](std::size_t token) const { return m_words.tags[token]; }
    [[nodiscard]] const SentenceWords& words_of(std::uint32_t sentence) const { return m_words.sentences[sentence]; }
    [[nodiscard]] bool has(std::size_t token, Cue cue) const { return entry(token).cues.has(cue); }
    [[nodiscard]] const CueSet& cues(std::size_t token) const { return entry(token).cues; }
    [[nodiscard]] std::span<const Sense> senses(std::size_t token) const { return m_rules.senses(entry(token)); }
    /// The reading of the token in this group; nullptr when it has none.
    [[nodiscard]] const Sense* sense(std::size_t token, Group group) const;
    /// Some reading is a verb form of the kind.
    [[nodiscard]] bool has_form(std::size_t token, FormFlag flag) const { return has_flag(entry(token).forms, flag); }

    /// Calls act(token) for all words with the mark.
    template <typename Act> void each_marked(WordMark mark, Act&& act) const {
        for (std::uint32_t sentence = 0; sentence < m_words.sentences.size(); ++sentence) {
            if (!has_mark(m_words.sentences[sentence].marks, mark)) {
                continue;
            }
            const TokenRange tokens = m_document.sentences()[sentence].tokens;
            for (std::uint32_t token = tokens.begin; token < tokens.end; ++token) {
                if (has_mark(m_words.tags[token].marks, mark)) {
                    act(token);
                }
            }
        }
    }

    /// Index of the toponym / time expression that covers the token, -1 when there is none.
    [[nodiscard]] std::int32_t toponym(std::size_t token) const { return m_words.tags[token].toponym; }
    [[nodiscard]] std::int32_t timex(std::size_t token) const { return m_words.tags[token].timex; }
    /// The mentions as they were resolved, in order of the text.
    [[nodiscard]] std::span<const ResolvedToponym> mentions() const { return m_mentions; }
    /// The same as events take them, and after them the parts of countries: see reread().
    [[nodiscard]] std::span<const ResolvedToponym> toponyms() const { return m_toponyms; }
    [[nodiscard]] std::span<const Timex> timexes() const { return m_timexes; }
    /// Sets the clauses of the sentences that may tell nothing; those of the others are known from the start.
    void number_other_clauses();
    /// Takes other readings of the same mentions, in the same order, and after them what else may be an event's place;
    /// they must outlive the text.
    void reread(std::span<const ResolvedToponym> toponyms) { m_toponyms = toponyms; }
    /// Marks that end a clause between two tokens of one sentence.
    [[nodiscard]] int commas_between(std::size_t a, std::size_t b) const {
        return std::abs(static_cast<int>(m_words.tags[a].commas) - static_cast<int>(m_words.tags[b].commas));
    }
    /// Clause boundaries between two tokens of one sentence.
    [[nodiscard]] int breaks_between(std::size_t a, std::size_t b) const {
        return std::abs(static_cast<int>(m_words.tags[a].clause) - static_cast<int>(m_words.tags[b].clause));
    }

    /// One of the two stands in a quotation that the other is not in.
    [[nodiscard]] bool quoted_apart(std::size_t a, std::size_t b) const {
        const std::uint16_t one = m_words.tags[a].quotes;
        const std::uint16_t other = m_words.tags[b].quotes;
        return one != other && (one % 2 == 1 || other % 2 == 1);
    }

  private:
    [[nodiscard]] const Entry& entry(std::size_t token) const { return *m_words.tags[token].entry; }
    void number_clauses(TokenRange sentence);
    [[nodiscard]] char mark_at(std::uint32_t token) const;
    [[nodiscard]] bool breaks_clause(const Tag& tag) const;

    const text::Document& m_document;
    const Rules& m_rules;
    WordTags m_words;
    std::span<const ResolvedToponym> m_mentions;
    std::span<const ResolvedToponym> m_toponyms;
    std::span<const Timex> m_timexes;
};

} // namespace yaqut::events
