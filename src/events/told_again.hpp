// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "events/draft.hpp"
#include "events/tagged_text.hpp"

namespace yaqut::events {

/// Of the places that two tellings of one event have, the one that says more: what is stated before what the context
/// gives, then the finer one, then the place before what is near it. The first when they are equals.
[[nodiscard]] PlaceLink better_place(const TaggedText& text, const PlaceLink& first, const PlaceLink& second);

/// The same for dates: the surest, best told and most exact one.
[[nodiscard]] DateLink better_date(const DateLink& first, const DateLink& second);

} // namespace yaqut::events
