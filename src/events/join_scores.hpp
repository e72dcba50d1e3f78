// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
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
    /// `text` and `drafts`, all mentions of the article, must outlive it. Scores remember their parts when asked to.
    JoinScorer(const TaggedText& text, const std::vector<Draft>& drafts, bool remember);

    [[nodiscard]] JoinScore alone(const Draft& draft) const;
    /// `index` is that of the mention; `latest`: no event was told after this one.
    [[nodiscard]] JoinScore join(std::uint32_t index, const Cluster& cluster, bool latest) const;

  private:
    /// Hashes of the words of content around a mention, sorted.
    struct Around {
        std::array<std::uint32_t, 16> words{};
        std::uint32_t size = 0;
    };

    [[nodiscard]] Around around(const Draft& draft) const;
    /// How much the mentions share that is rare in the article.
    [[nodiscard]] float shared(const Around& a, const Around& b) const;
    /// Told by one row of the tables, or by one word.
    [[nodiscard]] bool names_same(const Draft& a, const Draft& b) const;
    void add_words(JoinScore& score, std::uint32_t index, const Cluster& cluster) const;
    void add_facts(JoinScore& score, const Draft& event, const Draft& draft) const;
    [[nodiscard]] const std::optional<Place>& place_of(const Draft& draft) const {
        return m_text->toponyms()[static_cast<std::size_t>(draft.place.toponym)].place;
    }

    const TaggedText* m_text;
    const LinkWeights* m_weights;
    const std::vector<Draft>* m_drafts;
    std::vector<Around> m_around;           ///< by mention
    std::vector<std::uint32_t> m_all_words; ///< of all mentions, sorted
    bool m_remember;
};

} // namespace yaqut::events
