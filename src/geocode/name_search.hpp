// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "gazetteer/gazetteer.hpp"
#include "geocode/answer.hpp"
#include "geocode/near_keys.hpp"
#include "geocode/query.hpp"
#include "geocode/spelling.hpp"

namespace yaqut::geocode {

/// A place whose name fits.
struct Hit {
    Place place;
    double quality = 0.0; ///< of the name alone: 1 spelled so
    MatchType match = MatchType::exact;
    std::optional<FeatureClass> descriptor; ///< that was cut off the name
};

/// What places are looked for.
struct Scope {
    const Settings* settings = nullptr;
    std::vector<std::string_view> countries; ///< of this row; empty: those of the settings
    std::optional<FeatureClass> feature;     ///< of this search; nullopt: that of the settings

    [[nodiscard]] bool admits(const Place& place) const;
    [[nodiscard]] bool restricts() const;
};

/// Finds places by name: the spelling itself, its habits (hamza, article, spaces), and at need what is written or
/// sounds alike. Const and thread-safe; what it is made of must outlive it.
class NameSearch {
  public:
    NameSearch(const gazetteer::Gazetteer& gazetteer, const gazetteer::Sounds& sounds, const Spelling& spelling)
        : m_gazetteer(gazetteer), m_sounds(sounds), m_spelling(spelling) {}

    /// One hit for each place, the best. `near` null: no misspellings.
    [[nodiscard]] std::vector<Hit> exact(const std::vector<NameForm>& forms, const Scope& scope) const;
    [[nodiscard]] std::vector<Hit> similar(const std::vector<NameForm>& forms, const Scope& scope,
                                           const NearKeys& near) const;

  private:
    struct SimilarKey {
        double quality = 0.0;
        std::string key;
        MatchType match = MatchType::fuzzy;
    };
    class Hits;
    /// The skeleton that two keys have in common; empty: none.
    [[nodiscard]] std::string common_skeleton(std::string_view a, std::string_view b) const;
    void look_up(const NameForm& form, Hits& hits) const;
    [[nodiscard]] std::vector<SimilarKey> similar_keys(const NameForm& form, const NearKeys& near) const;
    [[nodiscard]] std::optional<SimilarKey> judge(const NameForm& form, std::string_view key, bool sounds) const;

    const gazetteer::Gazetteer& m_gazetteer;
    const gazetteer::Sounds& m_sounds;
    const Spelling& m_spelling;
};

} // namespace yaqut::geocode
