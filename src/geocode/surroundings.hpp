// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gazetteer/gazetteer.hpp"
#include "geocode/name_search.hpp"

namespace yaqut::geocode {

/// What a row says about where its place lies. The views point into the gazetteer.
struct Surroundings {
    std::vector<std::string_view> countries; ///< the place lies in one of these; empty: not said
    std::vector<std::pair<std::string_view, std::string_view>> units; ///< country and code of first-level units
    std::vector<Location> places;                                     ///< it lies in or at one of these
    std::string unknown; ///< the first thing that is said and not known: "country \"Narnia\""
};

/// Reads what rows say about where a place lies. Const and thread-safe.
class SurroundingsReader {
  public:
    SurroundingsReader(const gazetteer::Gazetteer& gazetteer, const NameSearch& search, const QueryReader& reader,
                       const Settings& settings)
        : m_gazetteer(gazetteer), m_search(search), m_reader(reader), m_settings(settings) {}

    void add_country(std::string_view cell, Surroundings& result) const;
    /// `near`: first-level units may be misspelled.
    void add_admin1(std::string_view cell, const NearKeys& near, Surroundings& result) const;
    /// Any place behind a comma; what is not known is taken down as unknown.
    void add_container(std::string_view text, Surroundings& result) const;
    /// Country codes of a name or code of a country; none when it is not known.
    [[nodiscard]] std::vector<std::string_view> countries_of(std::string_view text) const;

  private:
    [[nodiscard]] std::vector<Hit> find(std::string_view text, std::optional<FeatureClass> feature,
                                        const Surroundings& within, const NearKeys* near) const;

    const gazetteer::Gazetteer& m_gazetteer;
    const NameSearch& m_search;
    const QueryReader& m_reader;
    const Settings& m_settings;
};

} // namespace yaqut::geocode
