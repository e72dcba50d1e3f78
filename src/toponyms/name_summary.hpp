// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

#include "core/place.hpp"
#include "toponyms/country_code.hpp"

namespace yaqut::toponyms {

/// What matters of all places that a name may mean.
struct NameSummary {
    FeatureClass feature = FeatureClass::other; ///< of the most important place
    std::uint32_t population = 0;               ///< the largest
    NameKind kind = NameKind::official;         ///< of the most important place's name
    bool ambiguous = false;                     ///< an ordinary word or a person's name, too
    bool demonym_only = false;
    bool demonym = false;         ///< some of the names are demonyms
    bool country = false;         ///< some place is a country
    bool capital = false;         ///< the most important place is a country's capital
    CountryCode country_code = 0; ///< of the most important place

    /// The countries of all places, each once, at most eight.
    [[nodiscard]] std::span<const CountryCode> countries() const {
        return std::span(m_countries).first(m_country_count);
    }
    [[nodiscard]] bool lies_in(CountryCode code) const {
        const auto all = countries();
        return std::find(all.begin(), all.end(), code) != all.end();
    }
    void add_country(CountryCode code) {
        if (code != 0 && m_country_count < m_countries.size() && !lies_in(code)) {
            m_countries[m_country_count++] = code; // NOLINT: bounded by the line above
        }
    }

  private:
    std::array<CountryCode, 8> m_countries{};
    std::uint8_t m_country_count = 0;
};

} // namespace yaqut::toponyms
