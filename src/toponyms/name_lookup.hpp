// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

#include "core/language.hpp"
#include "gazetteer/gazetteer.hpp"

namespace yaqut::toponyms {

/// What the gazetteer has for the words of a mention.
enum class NameCover : std::uint8_t {
    none,     ///< nothing that spans the words
    by_place, ///< only the place that it is named after or a part of: the city in "hospital of CITY", "north of CITY"
    whole,    ///< the place itself
};

/// Looks a mention up by the rules of the recognizer, apart from any text: proclitics and articles are taken off, the
/// longest name counts, run-together words are found, nationalities stand for their country. A name of the gazetteer
/// must span all words but descriptors. Descriptors that are no part of a name (city, province, quarter) may be there;
/// after those that are (airport, camp, river) the place must have this class, or else it is NameCover::by_place. Names
/// may be joined by commas: "Paris, Texas". Language::other is read with the tables for the script.
[[nodiscard]] NameCover look_up(const gazetteer::Gazetteer& gazetteer, std::string_view mention, Language language);

} // namespace yaqut::toponyms
