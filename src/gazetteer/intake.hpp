// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/place_source.hpp"
#include "gazetteer/base_matcher.hpp"
#include "gazetteer/complaints.hpp"
#include "gazetteer/external_sort.hpp"
#include "gazetteer/hash_set.hpp"
#include "gazetteer/place_blob.hpp"
#include "gazetteer/terms.hpp"

namespace yaqut::gazetteer {

/// Takes places in: checks them, finds those that the base has, and sorts all of them by weight.
class Intake {
  public:
    /// `base` may be null; it outlives the object. Its terms and origins keep their numbers.
    Intake(const FileView* base, const WorkSpace& space, Complaints& complaints);

    /// All places of a source. Bad ones are complained about and left out, as are those of other countries (`countries`
    /// empty: none). `progress` is called with the number of places now and then.
    void take(PlaceSource& source, const std::vector<std::string>& countries,
              const std::function<void(std::uint64_t)>& progress);

    /// Adds the base's places with what the sources added to them, and sorts. To be called once, after all sources.
    void finish();

    /// Places as encode() wrote them, in order.
    BlobSorter& places() { return m_places; }
    [[nodiscard]] std::uint64_t merged() const { return m_merged; }
    [[nodiscard]] Terms& terms() { return m_terms; }
    [[nodiscard]] const Origins& origins() const { return m_origins; }

  private:
    /// Places that are worked on together.
    struct Batch {
        std::vector<ImportedPlace> places;
        std::size_t size = 0;
        std::vector<std::optional<PlaceIndex>> matches;
    };

    bool read(PlaceSource& source, const std::vector<std::string>& countries, Batch& batch);
    void match(Batch& batch) const;
    void store(const Batch& batch);
    [[nodiscard]] bool check(ImportedPlace& place);
    void add_place(const ImportedPlace& place);
    void add_names(PlaceIndex base, const ImportedPlace& place);
    [[nodiscard]] format::PlaceRecord record_of(const ImportedPlace& place);
    [[nodiscard]] std::uint32_t admin1_of(const ImportedPlace& place);
    void take_base_terms();
    void add_base_place(PlaceIndex index, const std::vector<BlobName>& added);

    const FileView* m_base;
    std::optional<BaseMatcher> m_matcher;
    Complaints& m_complaints;
    Terms m_terms;
    Origins m_origins;
    std::map<std::pair<std::array<char, 2>, std::uint32_t>, std::uint32_t> m_units; ///< country, code: name; terms
    HashSet m_ids;                                                                  ///< of places added
    BlobSorter m_places;
    BlobSorter m_additions; ///< names for places of the base: PlaceIndex, number, names
    BlobPlace m_place;
    std::string m_blob;
    std::uint32_t m_merged = 0;
};

} // namespace yaqut::gazetteer
