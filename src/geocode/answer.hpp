// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/location.hpp"
#include "core/place.hpp"

namespace yaqut::geocode {

enum class MatchType : std::uint8_t {
    exact,          ///< spelled so
    normalized,     ///< the same but for hamza, ta marbuta, the article, spaces, a word that says what it is
    transliterated, ///< another way to write the same sounds
    fuzzy,          ///< misspelled
};
[[nodiscard]] std::string_view to_string(MatchType match);

enum class Status : std::uint8_t {
    ok,
    ambiguous,   ///< several places fit
    below_score, ///< something fits, but too badly to be trusted
    not_found,
    empty, ///< no name was given
    error, ///< the row cannot be read
};
[[nodiscard]] std::string_view to_string(Status status);
inline constexpr std::size_t status_count = 6;

/// A row of a list: cells as they are written. Only `name` is needed.
struct Request {
    std::string_view name;    ///< may hold what the place lies in, behind a comma
    std::string_view country; ///< a name or code; restricts
    std::string_view admin1;  ///< name of a first-level unit
};

struct Candidate {
    PlaceIndex place = 0;
    MatchType match = MatchType::exact;
    float score = 0.0F; ///< share of belief, 0 to 1; of all candidates together at most 1
};

struct Answer {
    Status status = Status::not_found;
    std::vector<Candidate> candidates; ///< best first, no more than asked for
    std::uint32_t candidate_count = 0; ///< of places worth a thought, shown or not
    std::string note;                  ///< what is wrong with the row, or what of it was not used
};

struct Box {
    Location south_west;
    Location north_east; ///< its longitude is below the other one when the box crosses the antimeridian
    [[nodiscard]] bool contains(Location point) const;
};

struct Settings {
    std::vector<std::string> countries;  ///< ISO codes: only places there; empty: anywhere
    std::optional<Box> box;              ///< only places there
    std::optional<FeatureClass> feature; ///< only such places
    std::optional<Location> near;        ///< places near it go before others
    double min_score = 0.75;             ///< of what is ok
    std::size_t candidates = 5;          ///< kept in an answer
};

/// Precision of a place of this class as UCDP counts it: 1 exact, 3 second and 4 first level unit, 5 region or line,
/// 6 country, 7 sea.
[[nodiscard]] int where_precision(FeatureClass feature);

} // namespace yaqut::geocode
