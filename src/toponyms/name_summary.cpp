// SPDX-License-Identifier: Apache-2.0
#include "toponyms/name_summary.hpp"

#include <algorithm>

#include "toponyms/names.hpp"

namespace yaqut::toponyms {

using gazetteer::NameEntry;

NameSummary summarise(const gazetteer::Gazetteer& gazetteer, const NameCandidate& name) {
    NameSummary summary;
    summary.demonym_only = !name.names.empty();
    double best = -1.0;
    const auto check = static_cast<std::uint32_t>(name.strict_hash);
    const std::size_t count = std::min(name.names.size(), entries_read);
    for (const NameEntry& entry : name.names.first(count)) {
        if (name.match == MatchKind::strict && entry.strict_check != check) {
            continue; // another spelling: the text says what it means
        }
        const bool demonym = entry.kind == NameKind::demonym;
        if (!demonym && text::has_clitic(name.clitics, text::Clitic::article)) {
            continue; // السورية is no name of the country
        }
        const Place place = gazetteer.place(entry.place);
        summary.demonym_only &= demonym;
        summary.demonym |= demonym;
        summary.ambiguous |= entry.ambiguous != 0;
        summary.country |= place.feature == FeatureClass::country;
        summary.population = std::max(summary.population, place.population);
        summary.add_country(country_code(place.country));
        if (const double value = importance(place); value > best) {
            best = value;
            summary.feature = place.feature;
            summary.kind = entry.kind;
            summary.country_code = country_code(place.country);
            summary.capital = place.feature_code == "PPLC";
        }
    }
    return summary;
}

} // namespace yaqut::toponyms
