// SPDX-License-Identifier: Apache-2.0
#include "gazetteer/base_matcher.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "gazetteer/filter.hpp"
#include "gazetteer/name_keys.hpp"
#include "spatial/geodesic.hpp"

namespace yaqut::gazetteer {

namespace {

struct Reach {
    FeatureClass one;
    FeatureClass other;
    double km;
};

/// Classes that may stand for the same thing, and how far apart its points may be in two sources.
constexpr std::array reaches{
    Reach{FeatureClass::city, FeatureClass::city, 12.0},
    Reach{FeatureClass::city, FeatureClass::district, 3.0},
    Reach{FeatureClass::district, FeatureClass::district, 5.0},
    Reach{FeatureClass::city, FeatureClass::camp, 3.0},
    Reach{FeatureClass::camp, FeatureClass::camp, 8.0},
    Reach{FeatureClass::airport, FeatureClass::airport, 8.0},
    Reach{FeatureClass::airport, FeatureClass::facility, 4.0},
    Reach{FeatureClass::facility, FeatureClass::facility, 3.0},
    Reach{FeatureClass::facility, FeatureClass::other, 2.0},
    Reach{FeatureClass::country, FeatureClass::country, 3000.0},
    Reach{FeatureClass::adm1, FeatureClass::adm1, 250.0},
    Reach{FeatureClass::adm2, FeatureClass::adm2, 60.0},
    Reach{FeatureClass::region, FeatureClass::region, 200.0},
    Reach{FeatureClass::sea, FeatureClass::sea, 500.0},
    Reach{FeatureClass::sea, FeatureClass::water, 100.0},
    Reach{FeatureClass::water, FeatureClass::water, 30.0},
    Reach{FeatureClass::island, FeatureClass::island, 40.0},
    Reach{FeatureClass::mountain, FeatureClass::mountain, 15.0},
    Reach{FeatureClass::road, FeatureClass::road, 3.0},
    Reach{FeatureClass::other, FeatureClass::other, 2.0},
};

/// Two entries of one source are two places, unless they are doubles.
constexpr double reach_in_one_source = 3.0;

double reach_of(FeatureClass a, FeatureClass b) {
    for (const Reach& reach : reaches) {
        if ((reach.one == a && reach.other == b) || (reach.one == b && reach.other == a)) {
            return reach.km;
        }
    }
    return -1.0;
}

std::string_view scheme_of(std::string_view id) { return id.substr(0, id.find(':')); }

bool same_country(const std::array<char, 2>& code, std::string_view country) {
    return code[0] == '\0' || country.empty() || std::string_view(code.data(), code.size()) == country;
}

} // namespace

void BaseMatcher::look_at(PlaceIndex index, const ImportedPlace& place, Best& best) const {
    const format::PlaceRecord& record = m_base.place(index);
    double reach = reach_of(static_cast<FeatureClass>(record.feature), place.feature);
    if (reach < 0.0 || !same_country(record.country, place.country)) {
        return;
    }
    const Location location{record.lon / format::degrees_per_unit, record.lat / format::degrees_per_unit};
    constexpr double km_per_degree = 111.0;
    if (!location.valid() || std::abs(location.lat - place.location.lat) * km_per_degree > reach) {
        return;
    }
    if (scheme_of(m_base.id(record)) == scheme_of(place.id)) {
        reach = std::min(reach, reach_in_one_source);
    }
    const double km = spatial::distance_km(location, place.location);
    if (km <= reach && (!best.place || km < best.km || (km == best.km && index < *best.place))) {
        best = {index, km};
    }
}

std::optional<PlaceIndex> BaseMatcher::find(const ImportedPlace& place) const {
    if (const auto same = m_base.find_id(place.id)) {
        return same;
    }
    Best best;
    for (const ImportedName& name : place.names) {
        if (name.kind == NameKind::demonym || name.kind == NameKind::abbreviation) {
            continue;
        }
        const NameKeys keys = keys_of(name.text);
        if (!keys.usable() || !filter_passes(m_base.filter, keys.first_word)) {
            continue;
        }
        for (const NameEntry& entry : m_base.postings(m_base.phrases.find(keys.phrase))) {
            if (entry.kind != NameKind::demonym) {
                look_at(entry.place, place, best);
            }
        }
    }
    return best.place;
}

} // namespace yaqut::gazetteer
