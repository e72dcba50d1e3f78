// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "dates/expression.hpp"
#include "dates/reader.hpp"

namespace yaqut::dates {

/// What the grammars of all languages share: the walk over the readings of a token, and words that stand alone. Each
/// rule looks at a bounded number of tokens and has no state. Refers to the reader, which must outlive it.
class Grammar {
  public:
    virtual ~Grammar() = default;
    Grammar(const Grammar&) = delete;
    Grammar& operator=(const Grammar&) = delete;

    /// The expression that begins at the token; nullopt when none does.
    [[nodiscard]] std::optional<Expression> at(std::size_t token) const;

  protected:
    using Found = std::optional<Expression>;

    static constexpr std::int64_t largest_count = 10'000;

    explicit Grammar(const Reader& reader) : m_reader(reader) {}

    /// What begins with digits.
    [[nodiscard]] virtual Found digits(std::size_t at) const = 0;
    /// What begins with a number word that is not a word of time as well.
    [[nodiscard]] virtual Found number_word(std::size_t at) const = 0;
    /// What begins with one reading of a word.
    [[nodiscard]] virtual Found by_word(const Hit& hit) const = 0;

    [[nodiscard]] static Unit unit_of(const Hit& hit) { return static_cast<Unit>(hit.value()); }
    [[nodiscard]] Expression reference(const Hit& hit) const;
    [[nodiscard]] Expression frequency(const Hit& hit) const;
    [[nodiscard]] Expression minutes(const Hit& hit) const;
    [[nodiscard]] Expression night_offset(const Hit& hit) const;

    const Reader& m_reader;
};

} // namespace yaqut::dates
