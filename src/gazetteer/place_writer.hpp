// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "gazetteer/ambiguity.hpp"
#include "gazetteer/complaints.hpp"
#include "gazetteer/external_sort.hpp"
#include "gazetteer/key_index.hpp"
#include "gazetteer/place_blob.hpp"
#include "gazetteer/spool.hpp"

namespace yaqut::gazetteer {

/// A place read back, with the keys of its names in the order of the file.
struct KeyedPlace {
    std::string blob; ///< holds the texts of `place`
    BlobPlace place;
    std::vector<NameKeys> keys;
    std::vector<bool> ambiguous;
    std::vector<std::string> faults; ///< names left out
};

/// Numbers places in the order in which they come, and makes the sections about places from them.
class PlaceWriter {
  public:
    PlaceWriter(const WorkSpace& space, KeyIndexBuilder& index)
        : m_index(index), m_places(space.share(4)), m_names(space.share(8)), m_strings(space.share(4)),
          m_ids(space.share(4)) {}

    /// Cuts the names into words, puts them in the order of the file and decides which are ambiguous. Safe to call
    /// while another place is added.
    static void prepare(KeyedPlace& place, const AmbiguityRule& rule);
    void add(const KeyedPlace& place, Complaints& complaints);

    /// Writes `places` to `terms`; to be called once, after the last place.
    void write_places(FileWriter& file, const std::vector<std::string>& terms);
    /// Writes `ids` and `countries`; to be called once.
    void write_ids(FileWriter& file);

    [[nodiscard]] std::uint64_t place_count() const { return m_place_count; }
    [[nodiscard]] std::uint64_t name_count() const { return m_name_count; }

  private:
    KeyIndexBuilder& m_index;
    Spool m_places;
    Spool m_names;
    Spool m_strings;
    BlobSorter m_ids; ///< id, NUL, PlaceIndex
    std::map<std::array<char, 2>, PlaceIndex> m_countries;
    std::uint64_t m_place_count = 0;
    std::uint64_t m_name_count = 0;
    std::string m_id_blob;
};

} // namespace yaqut::gazetteer
