// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/place_source.hpp"

namespace yaqut::gazetteer {

/// A line of allCountries.txt; the views point into it.
struct GeoNamesRow {
    std::uint32_t id = 0;
    std::string_view name;
    std::string_view ascii_name;
    std::string_view other_names; ///< separated by commas
    Location location;
    std::string_view feature_class;
    std::string_view feature_code;
    std::string_view country;
    std::string_view admin1_code;
    std::uint32_t population = 0;
};

/// Throws BadRow. `cells` is used again from row to row.
[[nodiscard]] GeoNamesRow read_geonames_row(std::string_view line, std::vector<std::string_view>& cells);

/// A line of alternateNamesV2.txt.
struct AlternateRow {
    std::uint32_t place = 0; ///< GeoNames id
    std::string_view name;
    Language language = Language::other;
    NameKind kind = NameKind::alternate;
    bool preferred = false;
    bool wanted = false; ///< a name in a language and script that is read; else only `place` is set
};

/// Throws BadRow.
[[nodiscard]] AlternateRow read_alternate_row(std::string_view line, std::vector<std::string_view>& cells);

} // namespace yaqut::gazetteer
