// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <type_traits>
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
/// Small facts of all stages stand side by side in the word's row, as long as it has room.
template <typename Fact> class WordFacts {
  public:
    WordFacts(const Document& document, const FactKey<Fact>& key) {
        WordCache* const words = document.words();
        if (words == nullptr) {
            return;
        }
        if constexpr (small) {
            if (const auto place = words->place_in_row(key.number(), bytes_in_row)) {
                m_rows = words->rows() + *place;
                return;
            }
        }
        m_kept = &kept(*words, key.number());
        if (m_kept->facts.size() < words->size()) {
            m_kept->facts.resize(words->size());
        }
    }

    template <typename Make> [[nodiscard]] Fact of(const Token& token, Make&& make) const {
        if (token.word == no_word || (m_rows == nullptr && m_kept == nullptr)) {
            return make();
        }
        if constexpr (small) {
            if (m_rows != nullptr) {
                std::byte* const place = place_of(token.word);
                if (!is_known(place)) {
                    const Fact fact = make();
                    std::memcpy(place, &fact, sizeof(Fact));
                    place[sizeof(Fact)] = std::byte{1};
                }
                return read(place);
            }
        }
        std::optional<Fact>& fact = m_kept->facts[token.word];
        if (!fact) {
            fact = make();
        }
        return *fact;
    }

    /// The fact when it was worked out before.
    [[nodiscard]] std::optional<Fact> known(const Token& token) const {
        if (token.word == no_word || (m_rows == nullptr && m_kept == nullptr)) {
            return std::nullopt;
        }
        if constexpr (small) {
            if (m_rows != nullptr) {
                const std::byte* const place = place_of(token.word);
                return is_known(place) ? std::optional(read(place)) : std::nullopt;
            }
        }
        return m_kept->facts[token.word];
    }

    /// Gives the fact without a branch when it was worked out before, else Fact{}; false: it was not.
    [[nodiscard]] bool look(const Token& token, Fact& fact) const {
        if constexpr (small) {
            if (m_rows != nullptr) {
                static constexpr std::array<std::byte, bytes_in_row> nothing{};
                const std::byte* const place = token.word == no_word ? nothing.data() : place_of(token.word);
                fact = read(place);
                return is_known(place);
            }
        }
        const std::optional<Fact> found = known(token);
        fact = found.value_or(Fact{});
        return found.has_value();
    }

    /// Where of() will find the fact, to bring it nearer; nullptr for words without a number.
    [[nodiscard]] const void* place_of(const Token& token) const {
        if (token.word == no_word) {
            return nullptr;
        }
        if (m_rows != nullptr) {
            return place_of(token.word);
        }
        return m_kept == nullptr ? nullptr : m_kept->facts.data() + token.word;
    }
    /// Brings what of() will read for a token a few steps later nearer.
    void fetch(const Token& token) const { __builtin_prefetch(place_of(token)); }

  private:
    static constexpr std::size_t bytes_in_row = sizeof(Fact) + 1; ///< the fact, and whether it is known
    static constexpr bool small = std::is_trivially_copyable_v<Fact> && sizeof(Fact) <= sizeof(std::uint64_t);

    struct Kept final : WordCache::Facts {
        void forget() override { facts.clear(); }
        std::vector<std::optional<Fact>> facts; ///< by WordId
    };

    [[nodiscard]] static Kept& kept(WordCache& words, std::uint64_t number) {
        return static_cast<Kept&>(words.facts(number, [] { return std::make_unique<Kept>(); }));
    }

    [[nodiscard]] std::byte* place_of(WordId word) const { return m_rows + word * WordCache::row_bytes; }
    [[nodiscard]] static bool is_known(const std::byte* place) { return place[sizeof(Fact)] != std::byte{0}; }
    [[nodiscard]] static Fact read(const std::byte* place) {
        std::array<std::byte, sizeof(Fact)> bytes;
        std::memcpy(bytes.data(), place, bytes.size());
        return std::bit_cast<Fact>(bytes);
    }

    std::byte* m_rows = nullptr; ///< the fact's place in the first word's row
    Kept* m_kept = nullptr;      ///< where rows have no room for it
};

} // namespace yaqut::text
