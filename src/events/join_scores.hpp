// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/scratch.hpp"
#include "events/cluster.hpp"
#include "events/join_features.hpp"
#include "events/key_lists.hpp"
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
    /// Hashes of the words of content around a mention, each once; behind them their first again.
    struct Around {
        std::array<std::uint32_t, 16> words{};
        std::uint32_t size = 0;
    };

    [[nodiscard]] Around around(const Draft& draft) const;
    /// How much the mentions share that is rare in the article.
    [[nodiscard]] float shared(const Around& a, const Around& b) const;
    /// The mention's word without what is written together with it.
    [[nodiscard]] std::string_view name_of(const Draft& draft) const;
    /// Told by one row of the tables, or by one word.
    [[nodiscard]] bool names_same(std::uint32_t a, std::uint32_t b) const;
    void add_words(JoinScore& score, std::uint32_t index, const Cluster& cluster) const;
    void add_facts(JoinScore& score, const Draft& event, const Draft& draft) const;
    [[nodiscard]] const std::optional<Place>& place_of(const Draft& draft) const {
        return m_text->toponyms()[static_cast<std::size_t>(draft.place.toponym)].place;
    }

    const TaggedText* m_text;
    const LinkWeights* m_weights;
    const std::vector<Draft>* m_drafts;
    ScratchVector<Around> m_around;          ///< by mention
    ScratchVector<std::string_view> m_names; ///< the same
    KeyCounts m_all_words;                   ///< in how many m_around each is
    bool m_remember;
};

} // namespace yaqut::events
