// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "events/cluster.hpp"
#include "events/join_features.hpp"
#include "events/tagged_text.hpp"

namespace yaqut::events {

using JoinScore = LinkScore<JoinFeature>;

/// How well a mention fits an event told before, and how well it would be one of its own.
class JoinScorer {
  public:
    /// `text` must outlive it. Scores remember their parts when asked to.
    JoinScorer(const TaggedText& text, bool remember);

    [[nodiscard]] JoinScore alone(const Draft& draft) const;
    /// `drafts` are all mentions; `latest`: no event was told after this one.
    [[nodiscard]] JoinScore join(const std::vector<Draft>& drafts, const Draft& draft, const Cluster& cluster,
                                 bool latest) const;

  private:
    void add_facts(JoinScore& score, const Draft& event, const Draft& draft) const;
    [[nodiscard]] const std::optional<Place>& place_of(const Draft& draft) const {
        return m_text->toponyms()[static_cast<std::size_t>(draft.place.toponym)].place;
    }

    const TaggedText* m_text;
    const LinkWeights* m_weights;
    bool m_remember;
};

} // namespace yaqut::events
