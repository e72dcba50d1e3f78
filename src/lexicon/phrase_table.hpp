// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "text/clitics.hpp"
#include "text/document.hpp"

namespace yaqut::lexicon {

/// Which key of a word is compared.
enum class KeyKind : std::uint8_t {
    strict, ///< spelling counts: على is not علي
    loose,  ///< hamza, final ى/ي and ة/ه, Latin diacritics do not count
};

/// Words and phrases with values, matched against the tokens of a document. One probe of a small bit table turns away
/// nearly all tokens that begin no phrase. Build once, then use from any number of threads.
class PhraseTable {
  public:
    explicit PhraseTable(KeyKind kind = KeyKind::loose);

    /// A phrase is cut into words as a document's text would be. Several values for one phrase are kept in the order
    /// in which they were added. An empty phrase is ignored.
    void add(std::string_view phrase, std::uint32_t value);

    struct Match {
        std::span<const std::uint32_t> values;
        std::uint32_t token_count = 0; ///< tokens covered, from the one asked for
    };

    /// The longest phrase that begins at `token` and ends before `limit` (a token index). Words must follow each
    /// other with nothing but white space, hyphens or '_' between them.
    [[nodiscard]] std::optional<Match> longest(const text::Document& document, std::size_t token,
                                               std::size_t limit) const;
    /// The same with the first word read as `first` (proclitics taken off).
    [[nodiscard]] std::optional<Match> longest(const text::Document& document, std::size_t token,
                                               const text::Reading& first, std::size_t limit) const;

    /// May a phrase begin with this word? One probe: false for nearly all words.
    [[nodiscard]] bool may_begin(const text::Token& token) const { return may_begin(hash_of(token)); }
    [[nodiscard]] bool may_begin(const text::Reading& first) const { return may_begin(hash_of(first)); }

    /// Values of a single word, by its hash (strict or loose as the table is); empty when it has none.
    [[nodiscard]] std::span<const std::uint32_t> word(std::uint64_t hash) const;
    [[nodiscard]] std::span<const std::uint32_t> word(const text::Token& token) const { return word(hash_of(token)); }
    [[nodiscard]] bool empty() const { return m_nodes.empty(); }

  private:
    /// A word or the beginning of a phrase.
    struct Node {
        bool extends = false; ///< a longer phrase begins so
        std::vector<std::uint32_t> values;
    };

    [[nodiscard]] std::uint64_t hash_of(const text::Token& token) const {
        return m_kind == KeyKind::strict ? token.strict_hash : token.loose_hash;
    }
    [[nodiscard]] std::uint64_t hash_of(const text::Reading& reading) const {
        return m_kind == KeyKind::strict ? reading.strict_hash : reading.loose_hash;
    }
    [[nodiscard]] std::optional<Match> extend(const text::Document& document, std::uint64_t first, std::size_t token,
                                              std::size_t limit) const;
    [[nodiscard]] bool may_begin(std::uint64_t hash) const {
        return ((m_filter[(hash >> 6U) % m_filter.size()] >> (hash & 63U)) & 1U) != 0;
    }

    struct Slot {
        std::uint64_t hash = 0;
        std::uint32_t node = 0; ///< index + 1; 0: free
    };

    [[nodiscard]] const Node* find(std::uint64_t hash) const;
    Node& make(std::uint64_t hash);
    void grow();

    KeyKind m_kind;
    std::vector<std::uint64_t> m_filter; ///< bit table of first words
    std::vector<Slot> m_slots;           ///< open addressing, at most half full
    std::vector<Node> m_nodes;
};

/// The token after `token` within a phrase: skips one hyphen or '_' that joins two words directly; nullopt when
/// other punctuation or a new line stands between, or `limit` is reached.
[[nodiscard]] std::optional<std::size_t> next_word(const text::Document& document, std::size_t token,
                                                   std::size_t limit);

} // namespace yaqut::lexicon
