// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <memory>
#include <vector>

#include "gazetteer/gazetteer.hpp"
#include "text/document.hpp"
#include "text/word_facts.hpp"

namespace yaqut::toponyms {

/// A place with what is worked out from it alone.
struct KnownPlace {
    Place place;
    std::array<float, 3> direction{}; ///< unit vector to the place from the centre of the globe
    float importance = 0.0F;
    std::uint64_t country = 0; ///< hash of its country; 0: none
    std::uint64_t unit = 0;    ///< hash of its first-level unit; 0: none
};

/// The places that the names of one worker's last texts may mean, read from the gazetteer once per place instead of
/// once per text. Kept in the worker's word cache. What it has met before changes nothing but the time.
class PlaceMemory final : public text::WordCache::Facts {
  public:
    PlaceMemory();
    ~PlaceMemory() override;

    /// The worker's memory, or `own` for a document without a worker. A new text begins: places that were handed out
    /// before may go.
    [[nodiscard]] static PlaceMemory& for_text(const text::Document& document, const text::FactKey<PlaceMemory>& key,
                                               std::unique_ptr<PlaceMemory>& own);

    /// Valid until the next text.
    [[nodiscard]] const KnownPlace& place(const gazetteer::Gazetteer& gazetteer, PlaceIndex index);

    void forget() override {} // places have nothing to do with the numbers of words

  private:
    [[nodiscard]] std::size_t slot_of(PlaceIndex index) const;
    void begin_text();
    void grow();

    std::vector<const KnownPlace*> m_slots; ///< open addressing, a power of two, at most half full
    std::deque<KnownPlace> m_places;
};

} // namespace yaqut::toponyms
