// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/toponym.hpp"
#include "lexicon/table.hpp"
#include "toponyms/use_features.hpp"

namespace yaqut::toponyms {

inline constexpr std::size_t use_count = static_cast<std::size_t>(ToponymUse::other) + 1;

/// Probabilities of the uses, in the order of ToponymUse.
using UseScores = std::array<float, use_count>;

/// Probabilities from the sums of the uses' weights, whose last number counts for nothing.
[[nodiscard]] UseScores probabilities_of(const std::array<float, use_count + 1>& sums);

/// A log-linear model: each feature adds its weights, the uses' sums become probabilities. The weights stand in
/// the language's table toponym_weights.tsv, in hundredths.
class UseModel {
  public:
    /// Reads the table; a table that does not exist gives a model that knows nothing.
    explicit UseModel(std::string_view table);
    /// The same from rows that need not be built into the program.
    explicit UseModel(const lexicon::Table& rows);

    [[nodiscard]] UseScores scores(const UseFeatures& features) const;

  private:
    using Four = float __attribute__((vector_size(16)));
    /// One more than there are uses: two registers, added at once.
    struct Weights {
        Four low{};
        Four high{};
    };
    static constexpr std::size_t half = 4;

    /// Four bytes, so that the table stays in a near cache: most words have no weight.
    struct WordSlot {
        std::uint16_t check = 0; ///< of the hash; the row's own hash decides
        std::uint16_t row = no_row;
    };
    static constexpr std::uint16_t no_row = 0xFFFF;

    void read(const lexicon::Table& rows);
    void add_dense(UseSlot slot, std::string_view value, const Weights& weights, std::string_view table);
    void build_index(std::string_view table);
    [[nodiscard]] const Weights* find(std::uint64_t word) const;
    [[nodiscard]] static std::uint16_t check_of(std::uint64_t hash) { return static_cast<std::uint16_t>(hash >> 48U); }

    std::vector<Weights> m_dense;
    std::vector<Weights> m_word_weights;
    std::vector<std::uint64_t> m_word_hashes; ///< one per row of m_word_weights
    std::vector<WordSlot> m_index;            ///< open addressing, a power of two
};

/// Hash of a phrase written as loose words with single spaces.
[[nodiscard]] std::uint64_t loose_phrase_hash(std::string_view phrase);

} // namespace yaqut::toponyms
