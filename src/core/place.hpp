// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/location.hpp"

namespace yaqut {

/// What kind of thing a place is. The order is part of the gazetteer's file format.
enum class FeatureClass : std::uint8_t {
    country,  ///< independent state or ISO 3166-1 territory
    adm1,     ///< governorate, province, state
    adm2,     ///< district
    city,     ///< populated place: city, town, village
    district, ///< part of a populated place
    airport,  ///< airport, airbase, airfield
    facility, ///< port, oil field, terminal, border crossing, base, hospital
    camp,     ///< refugee or displacement camp
    region,   ///< macro-region, historic or informal region
    sea,      ///< ocean, sea, gulf, strait
    water,    ///< river, lake, dam, canal, valley
    island,
    mountain,
    road, ///< road, street, square, bridge
    other,
};

[[nodiscard]] std::string_view to_string(FeatureClass feature);
[[nodiscard]] std::optional<FeatureClass> parse_feature_class(std::string_view name);

/// What kind of name a place has. The order is part of the gazetteer's file format.
enum class NameKind : std::uint8_t {
    official,
    short_name,
    alternate,
    historic,
    colloquial,
    demonym,
    translit,
    abbreviation
};

/// Dense number of a place within one gazetteer file.
using PlaceIndex = std::uint32_t;

/// A gazetteer entry. The views point into the memory-mapped gazetteer and are valid as long as it is open.
struct Place {
    PlaceIndex index = 0;
    std::string_view id;      ///< stable, with its source: "gn:88319" (GeoNames), "ap:HLLB", "sp:ras-lanuf"
    std::string_view name;    ///< preferred name in Latin script
    std::string_view name_ar; ///< preferred Arabic name; empty when unknown
    Location location;        ///< for areas a point that stands for them
    FeatureClass feature = FeatureClass::other;
    std::string_view feature_code; ///< GeoNames feature code (PPLC, ADM1, AIRP ...); empty when unknown
    std::string_view country;      ///< ISO 3166-1 alpha-2; empty for seas and macro-regions
    std::string_view admin1;       ///< name of the first-level unit; empty when unknown
    std::string_view admin1_code;  ///< GeoNames admin-1 code within the country
    std::uint32_t population = 0;  ///< 0 when unknown
    float radius_km = 0.0F;        ///< uncertainty or extent; 0 when unknown
    float importance = 0.0F;       ///< prior, 0 to 1

    friend bool operator==(const Place&, const Place&) = default;
};

/// The number behind "gn:88319"; nullopt for other sources.
[[nodiscard]] std::optional<std::uint32_t> geonames_id(std::string_view place_id);

} // namespace yaqut
