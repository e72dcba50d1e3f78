// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>

#include "text/char_rules.hpp"

namespace yaqut::text {

/// The few questions that are put to ICU. None of them allocates.

/// Does a character never compose with the one before it?
[[nodiscard]] bool starts_cluster(char32_t code_point);

/// What a character of a strict key is: letters by script, `combining`, or `punct` for all that is not a letter.
[[nodiscard]] CharClass classify(char32_t code_point);

[[nodiscard]] bool is_upper(char32_t code_point);
[[nodiscard]] char32_t to_lower(char32_t code_point);

/// A base character with its marks. Bounded: what exceeds it is dropped.
struct Cluster {
    static constexpr std::size_t capacity = 32;
    std::array<char32_t, capacity> code_points{};
    std::size_t size = 0;

    void push(char32_t code_point) {
        if (size < capacity) {
            code_points[size++] = code_point;
        }
    }
};

/// Canonical composition (NFC) of a cluster.
[[nodiscard]] Cluster compose(const Cluster& cluster);

/// Compatibility decomposition and composition (NFKC) of one character.
[[nodiscard]] Cluster compose_compatible(char32_t code_point);

/// Canonical decomposition (NFD) of one character.
[[nodiscard]] Cluster decompose(char32_t code_point);

/// Is it a mark that stands on another character (general category Mn)?
[[nodiscard]] bool is_mark(char32_t code_point);

} // namespace yaqut::text
