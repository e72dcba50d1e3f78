// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "core/place.hpp"

namespace yaqut::io {

/// Words for the class of a place, as tables of places have them: yaqut's own (city), those of running text (town,
/// محافظة, aéroport), GeoNames feature codes (PPL, P.PPL, P), values of place=* in OpenStreetMap (hamlet).
class PlaceClasses {
  public:
    PlaceClasses();

    struct Meaning {
        FeatureClass feature = FeatureClass::other;
        std::string_view feature_code; ///< GeoNames, when the word was one
    };
    /// In any case, with spaces around, '_' for spaces; nullopt for unknown words.
    [[nodiscard]] std::optional<Meaning> find(std::string_view word) const;

  private:
    void add(std::string_view word, FeatureClass feature, std::string_view code = {});

    std::unordered_map<std::string, Meaning> m_words; ///< by loose key
};

} // namespace yaqut::io
