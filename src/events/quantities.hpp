// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/event.hpp"
#include "events/draft.hpp"
#include "events/tagged_text.hpp"
#include "lexicon/number_words.hpp"
#include "text/word_facts.hpp"

namespace yaqut::events {

/// People counted at one place of the text.
struct Count {
    enum class Kind : std::uint8_t { person, dead, wounded, missing, displaced };
    TokenRange tokens;
    Quantity quantity;
    Kind kind = Kind::person;
    bool conjoined = false; ///< joined to what stands before: and five others
    bool bare = false;      ///< a number without a noun
};

/// Anything may have happened to them; the others are named after it.
[[nodiscard]] inline bool are_people(Count::Kind kind) {
    return kind == Count::Kind::person || kind == Count::Kind::displaced;
}

/// What one word of harm says: who died, who was hurt, who is missing, who had to leave home.
struct Casualties {
    std::uint32_t token = 0; ///< of the word
    Quantity dead;
    Quantity injured;
    Quantity missing;
    Quantity displaced;
};

/// Reads numbers of people and assigns them to the words of harm.
class QuantityReader {
  public:
    explicit QuantityReader(Language language) : m_numbers(language) {}

    /// All casualties that a sentence tells, in order. Parts of a total (among them) are left out; zero only when the
    /// text says that there were none. `leaving`: tokens that tell of people leaving home, in order.
    [[nodiscard]] std::vector<Casualties> read(const TaggedText& text, std::uint32_t sentence,
                                               std::span<const std::uint32_t> leaving) const;

  private:
    using BeginsNumber = text::WordFacts<bool>;
    [[nodiscard]] std::vector<Count> counts(const TaggedText& text, TokenRange range) const;
    [[nodiscard]] std::optional<Count> count_at(const TaggedText& text, std::uint32_t token, TokenRange range,
                                                const BeginsNumber& begins_number) const;
    [[nodiscard]] std::optional<Count> number_at(const TaggedText& text, std::uint32_t token, TokenRange range,
                                                 const BeginsNumber& begins_number) const;
    [[nodiscard]] std::optional<Count> noun_at(const TaggedText& text, std::uint32_t token, TokenRange range) const;
    [[nodiscard]] std::optional<Count> range_at(const TaggedText& text, std::uint32_t token, std::uint32_t end,
                                                TokenRange range) const;
    [[nodiscard]] std::optional<Count> toll_at(const TaggedText& text, std::uint32_t token, TokenRange range,
                                               const BeginsNumber& begins_number) const;
    [[nodiscard]] std::optional<Count> vague_at(const TaggedText& text, std::uint32_t token, TokenRange range) const;

    lexicon::NumberWords m_numbers;
    text::FactKey<bool> m_begins_number;
};

/// Gives each word of harm in the range the people it counts.
[[nodiscard]] std::vector<Casualties> assign_casualties(const TaggedText& text, TokenRange range,
                                                        std::vector<Count> counts,
                                                        std::span<const std::uint32_t> leaving);

/// Sums of two counts; an unknown part makes the maximum unknown.
[[nodiscard]] Quantity sum(const Quantity& a, const Quantity& b);
/// What two mentions in one article say together: the more exact of the two.
[[nodiscard]] Quantity refined(const Quantity& a, const Quantity& b);
/// What two reports of one number allow together.
[[nodiscard]] Quantity widest(const Quantity& a, const Quantity& b);
/// Could both be said of one event?
[[nodiscard]] bool compatible(const Quantity& a, const Quantity& b);

} // namespace yaqut::events
