// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "gazetteer/format.hpp"
#include "gazetteer/source_tables.hpp"

namespace yaqut::gazetteer {

/// The places and their names as they go to the file.
struct BuiltPlaces {
    std::vector<format::PlaceRecord> places;
    std::vector<format::NameRecord> names;
    std::string strings;
    std::vector<format::TermRecord> terms;
    std::vector<PlaceIndex> ids;
    std::vector<format::CountryRecord> countries;
    std::vector<PlaceIndex> numbers; ///< for each place of the source tables its PlaceIndex
};

/// `latin` tells for each name of the tables whether its first word is Latin; names of size 0 are passed over. Places
/// without names are complained about and left out; their number is meaningless.
[[nodiscard]] BuiltPlaces build_places(const SourceTables& tables, const std::vector<bool>& latin,
                                       Complaints& complaints);

} // namespace yaqut::gazetteer
