// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/toponym.hpp"
#include "gazetteer/gazetteer.hpp"
#include "text/document.hpp"

namespace yaqut::toponyms {

/// For names that the gazetteer lacks in their spelling (مدينة غوسلار الألمانية): the place that sounds so, in any
/// script, in a country that the article names. Such a place is for no map, since the spelling is a guess.
class SimilarNames {
  public:
    /// `results`, which must outlive it: what is resolved so far tells the countries.
    SimilarNames(const gazetteer::Gazetteer& gazetteer, const text::Document& document,
                 std::span<const ResolvedToponym> results)
        : m_gazetteer(gazetteer), m_document(document), m_results(results) {}

    /// Gives result number `index`, of an unknown name, such a place; the name may have one word more than was thought
    /// to belong to it. One that is said to lie in another place keeps that instead, unless the two are near each other
    /// or the names sound much alike.
    void apply(std::vector<ResolvedToponym>& results, std::size_t index) const;

  private:
    struct Choice {
        Place place;
        gazetteer::SoundHit hit;
        double cost; ///< lower is better
    };

    [[nodiscard]] std::optional<Choice> find(const ToponymMention& mention, std::string_view key) const;
    /// May the name go on with the token?
    [[nodiscard]] bool may_go_on(std::size_t index, std::uint32_t token) const;
    /// Tokens between the mention and the next name of a place in the country; none where there is none.
    [[nodiscard]] std::optional<std::uint32_t> away(std::string_view country, const ToponymMention& mention) const;

    const gazetteer::Gazetteer& m_gazetteer;
    const text::Document& m_document;
    std::span<const ResolvedToponym> m_results;
};

} // namespace yaqut::toponyms
