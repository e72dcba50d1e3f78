// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gazetteer/gazetteer.hpp"
#include "geocode/answer.hpp"

namespace yaqut::geocode {

/// What a list as a whole tells about its rows.
struct Context {
    std::string country;        ///< in which most rows lie; empty: no such
    std::uint64_t agreeing = 0; ///< clear rows in that country
    std::uint64_t clear = 0;    ///< rows that are clear without context
    [[nodiscard]] bool known() const { return !country.empty(); }
};

/// A place near a point.
struct Nearby {
    PlaceIndex place = 0;
    double km = 0.0;
};

/// Finds the places of names of lists. A name that several places have, and none of them clearly before the others, is
/// ambiguous, never guessed. The same rows and settings give the same answers. geocode() may be called from several
/// threads; the gazetteer must outlive the object.
class Geocoder {
  public:
    /// How many names will come: misspelled ones are looked for by walking all names, or with an index, which is made
    /// when it is first needed.
    enum class Load : std::uint8_t { few, many };

    Geocoder(const gazetteer::Gazetteer& gazetteer, Settings settings, Load load);
    ~Geocoder();
    Geocoder(const Geocoder&) = delete;
    Geocoder& operator=(const Geocoder&) = delete;

    [[nodiscard]] Answer geocode(const Request& request) const;

    /// The country of a row that is clear without context and without thinking of misspellings; empty: it is not.
    [[nodiscard]] std::string clear_country(const Request& request) const;

    /// The country in which most of the clear ones among these rows lie, if there is one.
    [[nodiscard]] static Context context_of(const std::vector<std::string>& countries_of_clear_rows);
    /// Not while other threads use the object.
    void use(Context context);

    /// The places nearest to a point that the settings admit, nearest first.
    [[nodiscard]] std::vector<Nearby> nearest(Location point, std::size_t count) const;

  private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace yaqut::geocode
