// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>

#include "core/toponym.hpp"
#include "gazetteer/gazetteer.hpp"
#include "toponyms/use_features.hpp"

namespace yaqut::toponyms {

/// Do the words around the name say that it is a first-level unit, not the town of the same name: the title of its
/// governor, a village in it? Only where some of the places that it may mean is such a unit.
[[nodiscard]] bool means_unit(const gazetteer::Gazetteer& gazetteer, const UseContext& context, std::size_t candidate,
                              std::span<const Candidate> places);

/// Do the words before the name belong to towns (المحكمة الابتدائية بتونس) or to countries (حدود تونس)?
/// MentionCue::of_town, of_state, both or none.
[[nodiscard]] MentionCue level_cue(const UseContext& context, std::size_t candidate);

/// May the name be a country or region, and a town?
[[nodiscard]] bool has_levels(const gazetteer::Gazetteer& gazetteer, std::span<const Candidate> places);

/// Is one of the places the seat of another one: Tunis of Tunisia, Aleppo the town of its governorate?
[[nodiscard]] bool has_seat_of_its_name(const gazetteer::Gazetteer& gazetteer, std::span<const Candidate> places);

/// Does a word that only begins names stand before it: عين الزرقاء?
[[nodiscard]] bool goes_on_from_before(const UseContext& context, std::size_t candidate);

} // namespace yaqut::toponyms
