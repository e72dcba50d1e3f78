// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/toponym.hpp"
#include "text/document.hpp"

namespace yaqut::toponyms {

/// Extent of a place, or how far off its point may be; by its class where the gazetteer does not say.
[[nodiscard]] double radius_of(const Place& place);

/// How the article stands to the country of a mention's place.
struct CountryStanding {
    bool foreign = false;   ///< a lesser place of a country that the article does not speak of
    bool spoken_of = false; ///< other names say that it is about the country, or there are none
};

/// For names that the gazetteer lacks: the town or district that the text says they are in. A point is given only when
/// that is a narrow place, named as what holds the name (معسكر الدفاع في مدينة درنة); the middle of a governorate, or
/// of a town that is merely named nearby, is no answer.
class ContainingPlace {
  public:
    /// `countries`: one per result.
    ContainingPlace(const text::Document& document, std::span<const ResolvedToponym> results,
                    std::span<const CountryStanding> countries);

    /// Is the mention's place no answer, though it has one? A quarter of a frequent name (النصر) that the gazetteer
    /// knows in other towns only, a site called after a town or country that it is not in (طريق قابس، ملعب الإمارات).
    [[nodiscard]] bool is_elsewhere(const ResolvedToponym& result, const CountryStanding& country) const;

    /// Gives the mention the point of what holds it; without such a place it is left unresolved, with the reason and
    /// the wider place that it is in or near (ResolvedToponym::within).
    void apply(std::vector<ResolvedToponym>& results, std::size_t index) const;

  private:
    struct Container {
        std::uint32_t token;
        std::size_t result;
        bool spoken_of; ///< its country, by other names
    };

    /// The closest place named within reach that `fits` what the part's descriptor promises.
    template <typename Fits>
    [[nodiscard]] std::optional<std::size_t> nearest(const ResolvedToponym& part, Fits fits) const;
    void put_in_surroundings(ResolvedToponym& part) const;
    [[nodiscard]] bool is_said_to_hold(const ResolvedToponym& container, const ResolvedToponym& part) const;
    [[nodiscard]] bool is_named(PlaceIndex place) const;
    [[nodiscard]] bool is_only_town(const ResolvedToponym& part) const;
    [[nodiscard]] std::uint32_t blocks_between(std::uint32_t a, std::uint32_t b) const;

    const text::Document& m_document;
    std::span<const ResolvedToponym> m_results;
    std::vector<Container> m_containers; ///< by position
    std::optional<Place> m_only_country; ///< of all places of the article, if it is a small one
};

/// Does the descriptor promise a site that the place merely contains (an airport, when only the town is known)?
[[nodiscard]] bool contains_only(const ToponymMention& mention, const Place& place);

} // namespace yaqut::toponyms
