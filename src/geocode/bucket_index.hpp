// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace yaqut::geocode {

/// Numbers filed under hashes, four bytes each. Filled in two rounds over the same pairs: count() for all of them,
/// then add() for all of them. A look-up also gives numbers of other hashes that share a bucket.
class BucketIndex {
  public:
    explicit BucketIndex(unsigned bits) : m_shift(64U - bits), m_ends((std::size_t{1} << bits) + 1) {}

    void count(std::uint64_t hash) { ++m_ends[bucket(hash)]; }
    void start_adding() {
        std::uint32_t sum = 0;
        for (std::uint32_t& end : m_ends) {
            sum += end;
            end = sum;
        }
        m_numbers.resize(sum);
    }
    void add(std::uint64_t hash, std::uint32_t number) { m_numbers[--m_ends[bucket(hash)]] = number; }

    template <typename Use> void find(std::uint64_t hash, Use use) const {
        const std::size_t at = bucket(hash);
        for (std::uint32_t i = m_ends[at]; i < m_ends[at + 1]; ++i) {
            use(m_numbers[i]);
        }
    }

  private:
    [[nodiscard]] std::size_t bucket(std::uint64_t hash) const { return hash >> m_shift; }

    unsigned m_shift;
    std::vector<std::uint32_t> m_ends; ///< where each bucket begins, once it is filled
    std::vector<std::uint32_t> m_numbers;
};

} // namespace yaqut::geocode
