// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/language.hpp"
#include "core/location.hpp"
#include "core/place.hpp"

namespace yaqut {

/// A name as a source gives it.
struct ImportedName {
    std::string text; ///< UTF-8, as written
    Language language = Language::other;
    NameKind kind = NameKind::alternate;
    std::optional<bool> ambiguous{}; ///< needs a cue to be a place; nullopt: by the gazetteer's list and rule
};

/// A place as a source gives it, before it has a number in a gazetteer.
struct ImportedPlace {
    std::string id; ///< unique in the world: "gn:88319", "osm:n123", "sp:hon"
    Location location;
    FeatureClass feature = FeatureClass::other;
    std::string feature_code; ///< GeoNames feature code; empty: not known
    std::string country;      ///< ISO alpha-2; empty: not known
    std::string admin1_code;  ///< GeoNames code within the country; empty: not known
    std::string admin1;       ///< its name; empty: not known
    std::uint32_t population = 0;
    float radius_km = 0.0F;          ///< extent or uncertainty; 0: by class and population
    float importance = 0.0F;         ///< 0 to 1; 0: by class and population
    std::string source;              ///< "geonames", "osm", a file's name
    std::string licence;             ///< as the source states it
    std::vector<ImportedName> names; ///< preferred ones first, never empty
};

/// Places one after the other. A bad row is reported to whom the source was given at its making, and left out.
class PlaceSource {
  public:
    PlaceSource() = default;
    PlaceSource(const PlaceSource&) = delete;
    PlaceSource& operator=(const PlaceSource&) = delete;
    virtual ~PlaceSource() = default;

    /// Fills `place` with the next one (its strings and vectors are used again); false at the end. Throws InputError
    /// when the source cannot be read on.
    [[nodiscard]] virtual bool next(ImportedPlace& place) = 0;

    /// What was read, for `info`: "places.tsv 0123456789abcdef". Asked after the last place.
    [[nodiscard]] virtual std::string description() const { return {}; }
};

} // namespace yaqut
