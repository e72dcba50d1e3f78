// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "gazetteer/format.hpp"

/// A set of hashes, such as the words that names begin with: a Bloom filter whose bits for one word lie in one 64-bit
/// unit, so that a question costs one memory access. About 1 % of the other hashes pass.
namespace yaqut::gazetteer {

/// Four of the unit's bits, from the low bits of the hash; the high ones choose the unit.
[[nodiscard]] constexpr std::uint64_t filter_bits(std::uint64_t word) {
    const auto bit = [word](unsigned shift) { return std::uint64_t{1} << ((word >> shift) & 63U); };
    return bit(0) | bit(6) | bit(12) | bit(18);
}

[[nodiscard]] inline bool filter_passes(std::span<const std::uint64_t> filter, std::uint64_t word) {
    const std::uint64_t bits = filter_bits(word);
    return !filter.empty() && (filter[format::spread(word, filter.size())] & bits) == bits;
}

/// Brings what filter_passes() reads nearer.
inline void fetch_filter(std::span<const std::uint64_t> filter, std::uint64_t word) {
    if (!filter.empty()) {
        __builtin_prefetch(&filter[format::spread(word, filter.size())]);
    }
}

/// A filter for `words` different words, nothing in it. Twelve bits per word, but no more than a megabyte, which stays
/// in the processor's cache; only gazetteers of millions of different first words get more, four bits per word, since a
/// full filter would pass everything.
[[nodiscard]] inline std::vector<std::uint64_t> empty_filter(std::uint64_t words) {
    constexpr std::uint64_t bits = 64;
    constexpr std::uint64_t megabyte = (std::uint64_t{1} << 20U) / sizeof(std::uint64_t);
    const std::uint64_t wanted = std::min<std::uint64_t>(words * 12 / bits, megabyte);
    return std::vector<std::uint64_t>(std::max<std::uint64_t>({1, wanted, words * 4 / bits}));
}

inline void add_to_filter(std::vector<std::uint64_t>& filter, std::uint64_t word) {
    filter[format::spread(word, filter.size())] |= filter_bits(word);
}

} // namespace yaqut::gazetteer
