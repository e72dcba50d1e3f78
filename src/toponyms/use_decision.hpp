// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <utility>

#include "core/language.hpp"
#include "toponyms/use_model.hpp"

namespace yaqut::toponyms {

/// From which probability on a use is believed.
struct UseDecision {
    float place = 0.5F; ///< location and metonym together, to count as a place
    /// How much of `place` must be location, else it is a metonym: only a location is shown on a map, and a state that
    /// acts is no place where something is.
    float location_share = 0.5F;
    bool beats_all = false;   ///< a place must be likelier than each use that is a name; else, than a nationality
    bool lists_agree = false; ///< see agree_in_lists()
    float unknown = 0.5F;     ///< location, for words that are a name only because of their descriptor
    float doubtful = 1.0F;    ///< location and metonym together, to be a doubtful place

    /// The most likely use and its probability. Location and metonym are decided together first: telling the two apart
    /// must not cost a place.
    [[nodiscard]] std::pair<ToponymUse, float> use(const UseScores& scores) const;
    /// Is a name with this decision a mention? `unknown_name`: it stands in no gazetteer.
    [[nodiscard]] bool keeps(ToponymUse use, float score, bool unknown_name) const;
    /// The place that a name of the gazetteer may be, where none of its other uses is likelier: `use` says that it is
    /// none.
    [[nodiscard]] std::optional<std::pair<ToponymUse, float>> doubtful_use(const UseScores& scores) const;

  private:
    [[nodiscard]] bool is_place(const UseScores& scores, float share) const;
    [[nodiscard]] std::pair<ToponymUse, float> place_use(const UseScores& scores) const;
};

/// The shares chosen for a language. tools/toponyms/README.md tells how.
[[nodiscard]] UseDecision use_decision(Language language);

} // namespace yaqut::toponyms
