// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "gazetteer/gazetteer.hpp"
#include "gazetteer/key_list.hpp"
#include "gazetteer/name_keys.hpp"
#include "gazetteer/slot_table.hpp"

namespace yaqut::gazetteer {

/// Everything that names are looked up by, as it goes to the file.
struct BuiltKeyIndex {
    std::vector<NameEntry> postings;
    BuiltTable phrases;
    BuiltTable fused;
    std::vector<std::uint64_t> filter;       ///< of first words
    std::vector<std::uint64_t> fused_filter; ///< of fused keys
    BuiltKeyList keys;
    std::uint64_t key_count = 0; ///< phrases that are names
};

/// Collects the keys of names. What it makes does not depend on the order in which names were added.
class KeyIndexBuilder {
  public:
    /// `place` is a number of the caller's; see finish().
    void add(const NameKeys& keys, std::uint32_t place, Language language, NameKind kind, bool ambiguous);

    /// Leaves the builder empty. `numbers` gives the PlaceIndex for each of the caller's numbers.
    [[nodiscard]] BuiltKeyIndex finish(std::span<const PlaceIndex> numbers);

    /// A name under one of its keys.
    struct Item {
        std::uint64_t hash = 0;
        NameEntry name;
    };

  private:
    [[nodiscard]] BuiltKeyList sorted_keys();

    std::vector<Item> m_phrases;
    std::vector<Item> m_fused; ///< names of two words and more
    std::vector<std::uint64_t> m_prefixes;
    std::vector<std::uint64_t> m_first_words;
    std::string m_loose; ///< loose keys, one after the other
    std::vector<std::size_t> m_loose_ends;
};

} // namespace yaqut::gazetteer
