// SPDX-License-Identifier: Apache-2.0
// The places that a name may mean, by importance.
#include <algorithm>
#include <cmath>

#include "toponyms/names.hpp"

namespace yaqut::toponyms {

using gazetteer::NameEntry;

double importance(const Place& place) {
    const double people = std::log10(static_cast<double>(place.population) + 1.0); // 0 to 9
    switch (place.feature) {
    case FeatureClass::country: return 10.0;
    case FeatureClass::region:
    case FeatureClass::sea: return 6.0;
    case FeatureClass::adm1: return std::max(people - 1.5, 4.5);
    case FeatureClass::adm2: return std::max(people - 2.5, 2.5);
    case FeatureClass::city: return people + (place.feature_code == "PPLC" ? 1.5 : 0.0);
    case FeatureClass::district: return std::max(people - 1.0, 1.0);
    default: return std::max(people, 3.0);
    }
}

namespace {

struct Ranked {
    double value = 0.0;
    Candidate candidate;
};

/// Collects the places that names stand for.
class PlaceRanking {
  public:
    PlaceRanking(const gazetteer::Gazetteer& gazetteer, MatchKind match, bool demonym)
        : m_gazetteer(gazetteer), m_match(match), m_demonym(demonym) {}

    /// `check`: strict_check of the spelling in the text. `towns`: only these.
    void take(std::span<const NameEntry> entries, std::uint32_t check, bool towns) {
        constexpr std::size_t most = 512;
        const auto names = entries.first(std::min(entries.size(), most));
        int best_level = 2; // spellings made by rule count only where no real name is written so
        for (const NameEntry& entry : names) {
            best_level = std::min(best_level, level(entry));
        }
        for (const NameEntry& entry : names) {
            if (level(entry) == best_level &&
                (!towns || m_gazetteer.place(entry.place).feature == FeatureClass::city)) {
                take(entry, entry.strict_check == check);
            }
        }
    }

    [[nodiscard]] std::vector<Candidate> best(std::size_t limit) {
        std::stable_sort(m_ranked.begin(), m_ranked.end(),
                         [](const Ranked& a, const Ranked& b) { return a.value > b.value; });
        std::vector<Candidate> candidates;
        for (const Ranked& r : std::span(m_ranked).first(std::min(limit, m_ranked.size()))) {
            candidates.push_back(r.candidate);
        }
        return candidates;
    }

  private:
    [[nodiscard]] int level(const NameEntry& entry) const {
        return (entry.kind == NameKind::demonym) != m_demonym ? 2 : (entry.kind == NameKind::translit ? 1 : 0);
    }

    void take(const NameEntry& entry, bool same_spelling) {
        const MatchKind match = m_match == MatchKind::fused ? MatchKind::fused
                                : same_spelling             ? MatchKind::strict
                                                            : MatchKind::loose;
        const auto known = std::find_if(m_ranked.begin(), m_ranked.end(),
                                        [&](const Ranked& r) { return r.candidate.place == entry.place; });
        if (known != m_ranked.end()) {
            known->candidate.match = std::min(known->candidate.match, match);
            known->candidate.name = std::min(known->candidate.name, entry.kind);
            return;
        }
        const double value = importance(m_gazetteer.place(entry.place)) + (match == MatchKind::strict ? 1.0 : 0.0);
        m_ranked.push_back({value, {entry.place, match, 0.0F, entry.kind}});
    }

    const gazetteer::Gazetteer& m_gazetteer;
    MatchKind m_match;
    bool m_demonym;
    std::vector<Ranked> m_ranked;
};

} // namespace

std::vector<Candidate> places_of(const gazetteer::Gazetteer& gazetteer, const NameCandidate& name, bool demonym,
                                 std::size_t limit) {
    PlaceRanking ranking(gazetteer, name.match, demonym);
    ranking.take(name.names, static_cast<std::uint32_t>(name.strict_hash), false);
    ranking.take(name.bare, name.bare_check, true);
    return ranking.best(limit);
}

} // namespace yaqut::toponyms
