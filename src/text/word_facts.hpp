// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "text/document.hpp"
#include "text/word_cache.hpp"

namespace yaqut::text {

/// Names one kind of facts about words. A stage has it as a member, next to the tables that the facts come from: the
/// facts of two stages, and of a stage that is made anew, are kept apart.
template <typename Fact> class FactKey {
  public:
    [[nodiscard]] std::uint64_t number() const { return m_number; }

  private:
    std::uint64_t m_number = WordCache::new_facts_number();
};

/// What a stage knows of words, kept in the cache that a document was read with: worked out once per word instead of
/// once per token. Made per document, used by the document's thread.
///
///     text::WordFacts<Senses> senses(document, m_senses_key);
///     const Senses found = senses.of(token, [&] { return look_up(token); });
///
/// A fact must follow from the token's strict key alone (and so from its loose key, hashes, kind and script): not from
/// its place, its capitals or its neighbours. `Fact` is small and copied. Without a cache, each time is the first.
template <typename Fact> class WordFacts {
  public:
    WordFacts(const Document& document, const FactKey<Fact>& key)
        : m_kept(document.words() == nullptr ? nullptr : &kept(*document.words(), key.number())) {
        if (m_kept != nullptr && m_kept->facts.size() < document.words()->size()) {
            m_kept->facts.resize(document.words()->size());
        }
    }

    template <typename Make> [[nodiscard]] Fact of(const Token& token, Make&& make) const {
        if (m_kept == nullptr || token.word == no_word) {
            return make();
        }
        std::optional<Fact>& fact = m_kept->facts[token.word];
        if (!fact) {
            fact = make();
        }
        return *fact;
    }

    /// The fact when it was worked out before.
    [[nodiscard]] std::optional<Fact> known(const Token& token) const {
        return m_kept == nullptr || token.word == no_word ? std::nullopt : m_kept->facts[token.word];
    }

    /// Where of() will find the fact, to bring it nearer; nullptr for words without a number.
    [[nodiscard]] const void* place_of(const Token& token) const {
        return m_kept == nullptr || token.word == no_word ? nullptr : m_kept->facts.data() + token.word;
    }
    /// Brings what of() will read for a token a few steps later nearer.
    void fetch(const Token& token) const { __builtin_prefetch(place_of(token)); }

  private:
    struct Kept final : WordCache::Facts {
        void forget() override { facts.clear(); }
        std::vector<std::optional<Fact>> facts; ///< by WordId
    };

    [[nodiscard]] static Kept& kept(WordCache& words, std::uint64_t number) {
        return static_cast<Kept&>(words.facts(number, [] { return std::make_unique<Kept>(); }));
    }

    Kept* m_kept;
};

} // namespace yaqut::text
