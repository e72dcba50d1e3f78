// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>

#include "core/date.hpp"
#include "events/cluster.hpp"
#include "events/link_model.hpp"
#include "events/place_certainty_features.hpp"
#include "events/tagged_text.hpp"

namespace yaqut::events {

/// What the other events of an article say of the place of one, and how far back it is: what is told of last year is
/// seldom where the article's other events are.
class PlaceCompany {
  public:
    /// `text` and `clusters` must outlive it.
    PlaceCompany(const TaggedText& text, std::span<const Cluster> clusters, std::optional<Date> dct)
        : m_text(text), m_clusters(clusters), m_dct(dct) {}

    /// The event must have a place; a whole country says nothing here. Looks at a fixed number of other events at most.
    void add_to(LinkScore<PlaceCertaintyFeature>& score, const Cluster& cluster) const;

  private:
    void add_others(LinkScore<PlaceCertaintyFeature>& score, const Draft& event) const;
    void add_age(LinkScore<PlaceCertaintyFeature>& score, const Draft& event) const;
    [[nodiscard]] const ResolvedToponym& toponym(const Draft& event) const {
        return m_text.toponyms()[static_cast<std::size_t>(event.place.toponym)];
    }

    const TaggedText& m_text;
    std::span<const Cluster> m_clusters;
    std::optional<Date> m_dct; ///< day of publication
};

} // namespace yaqut::events
