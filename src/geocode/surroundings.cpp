// SPDX-License-Identifier: Apache-2.0
#include "geocode/surroundings.hpp"

#include <algorithm>

#include "text/country_codes.hpp"

namespace yaqut::geocode {

namespace {

constexpr std::size_t most_places = 5;

/// Everything but what the row itself says is left open: a unit's point may lie outside the box that rows lie in.
const Settings& open_settings() {
    static const Settings settings;
    return settings;
}

void note(std::string_view what, std::string_view cell, Surroundings& result) {
    if (result.unknown.empty()) {
        result.unknown.append(what).append(" \"").append(cell).append("\" is not known");
    }
}

} // namespace

std::vector<Hit> SurroundingsReader::find(std::string_view text, std::optional<FeatureClass> feature,
                                          const Surroundings& within, const NearKeys* near) const {
    Scope scope;
    scope.settings = &open_settings();
    scope.feature = feature;
    scope.countries = within.countries;
    if (scope.countries.empty()) {
        scope.countries.assign(m_settings.countries.begin(), m_settings.countries.end());
    }
    const Query query = m_reader.read(text);
    std::vector<Hit> hits = m_search.exact(query.forms, scope);
    if (hits.empty() && near != nullptr) {
        constexpr double good = 0.75;
        hits = m_search.similar(query.forms, scope, *near);
        std::erase_if(hits, [](const Hit& hit) { return hit.quality < good; });
    }
    return hits;
}

std::vector<std::string_view> SurroundingsReader::countries_of(std::string_view text) const {
    std::vector<std::string_view> codes;
    const std::string code = text.size() == 2 || text.size() == 3 ? text::country_alpha2(text) : std::string();
    if (!code.empty()) {
        if (const auto country = m_gazetteer.country(code)) {
            return {country->country};
        }
    }
    Scope scope;
    scope.settings = &open_settings();
    scope.feature = FeatureClass::country;
    for (const Hit& hit : m_search.exact(m_reader.read(text).forms, scope)) {
        codes.push_back(hit.place.country);
    }
    return codes;
}

void SurroundingsReader::add_country(std::string_view cell, Surroundings& result) const {
    result.countries = countries_of(cell);
    if (result.countries.empty()) {
        note("country", cell, result);
    }
}

void SurroundingsReader::add_admin1(std::string_view cell, const NearKeys& near, Surroundings& result) const {
    for (const Hit& hit : find(cell, FeatureClass::adm1, result, &near)) {
        if (!hit.place.admin1_code.empty()) {
            result.units.emplace_back(hit.place.country, hit.place.admin1_code);
        }
    }
    if (result.units.empty()) {
        note("first-level unit", cell, result);
    }
}

void SurroundingsReader::add_container(std::string_view text, Surroundings& result) const {
    const auto countries = countries_of(text);
    if (!countries.empty()) {
        if (result.countries.empty()) {
            result.countries = countries;
        }
        return;
    }
    std::vector<Hit> hits = find(text, std::nullopt, result, nullptr);
    std::sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
        return a.place.importance != b.place.importance ? a.place.importance > b.place.importance
                                                        : a.place.index < b.place.index;
    });
    for (const Hit& hit : hits) {
        if (hit.place.feature == FeatureClass::adm1) {
            result.units.emplace_back(hit.place.country, hit.place.admin1_code);
        } else if (result.places.size() < most_places) {
            result.places.push_back(hit.place.location);
        }
    }
    if (hits.empty()) {
        note("place", text, result);
    }
}

} // namespace yaqut::geocode
