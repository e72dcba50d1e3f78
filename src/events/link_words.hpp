// SPDX-License-Identifier: Apache-2.0
// The words around an event and a place or time that it may take, each with a weight of its own: what the named
// features of the links cannot tell apart.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "events/draft.hpp"
#include "events/keyed_weights.hpp"
#include "events/link_model.hpp"
#include "events/tagged_text.hpp"

namespace yaqut::events {

/// Where a word stands. That of `after_` is of places and times after the event's word, that of `before_` of those
/// before it.
enum class Spot : std::uint8_t {
    none_self, ///< the event's own word, for taking none
    none_left, ///< the word before the event's
    none_right,
    none_type, ///< the type of the event
    prior,     ///< the word before the place or time
    second,    ///< the one before that
    next,      ///< the word after it
    first,     ///< its own first word, unless that is the name: "city", "there", "since"
    after_prior,
    after_next,
    after_clitic, ///< what is written together with the name before it
    after_self,   ///< the event's own word
    after_type,
    after_left, ///< the word before the event's
    after_right,
    after_between, ///< a word between the two, each once
    before_prior,
    before_next,
    before_clitic,
    before_self,
    before_type,
    before_left,
    before_right,
    before_between,
    size
};
inline constexpr std::array<std::string_view, static_cast<std::size_t>(Spot::size)> spot_names{
    "none_self",     "none_left",   "none_right",  "none_type",     "prior",        "second",
    "next",          "first",       "after_prior", "after_next",    "after_clitic", "after_self",
    "after_type",    "after_left",  "after_right", "after_between", "before_prior", "before_next",
    "before_clitic", "before_self", "before_type", "before_left",   "before_right", "before_between",
};

/// A table of what single words are worth: columns where (a name of a Spot), word, weight. Throws TableError for a name
/// that it does not know.
class WordWeights {
  public:
    explicit WordWeights(const lexicon::Table& table);

    /// `word`: KeyHash of the loose key. 0 for words that the table does not hold.
    [[nodiscard]] float of(Spot spot, std::uint64_t word) const { return m_weights.of(key_of(spot, word)); }

  private:
    [[nodiscard]] static std::uint32_t key_of(Spot spot, std::uint64_t word) {
        const std::uint64_t mixed = (word ^ static_cast<std::uint64_t>(spot)) * 0x9e3779b97f4a7c15ULL;
        return static_cast<std::uint32_t>(mixed >> 32U);
    }

    KeyedWeights m_weights;
};

/// A place or a time in the sentence of an event.
struct LinkTarget {
    TokenRange tokens;
    std::string_view clitic; ///< written together with the name: "in", "and", "to"
    bool named = false;      ///< the first token is the name itself, and no word of its own
};

/// What the words are worth to the links of events. Views: the text and the weights must outlive it.
class LinkWords {
  public:
    LinkWords(const TaggedText& text, const WordWeights& weights) : m_text(&text), m_weights(&weights) {}

    [[nodiscard]] float of_none(const Draft& draft) const;
    [[nodiscard]] float of_target(const Draft& draft, const LinkTarget& target) const;
    /// The same as words, for the trainer.
    [[nodiscard]] LinkWordList list_none(const Draft& draft) const;
    [[nodiscard]] LinkWordList list_target(const Draft& draft, const LinkTarget& target) const;

  private:
    struct Word {
        std::uint64_t key = 0;
        std::string_view text; ///< only of words that are no tokens
        std::int64_t token = -1;
    };
    [[nodiscard]] Word word_at(std::int64_t token, TokenRange sentence) const;
    [[nodiscard]] std::string text_of(const Word& word) const;
    template <typename Act> void visit_none(const Draft& draft, const Act& act) const;
    template <typename Act> void visit_target(const Draft& draft, const LinkTarget& target, const Act& act) const;

    const TaggedText* m_text;
    const WordWeights* m_weights;
};

} // namespace yaqut::events
