// SPDX-License-Identifier: Apache-2.0
// What the columns of the events layer take from an event, where it is more than a member of it.
#pragma once

#include <string>
#include <string_view>

#include "core/event.hpp"
#include "io/event_schema.hpp"

namespace yaqut::io {

/// A column of the table event_types; null where it is empty or names several ("a|b").
[[nodiscard]] FieldValue event_code(EventType type, std::string_view column);
/// Is there one, or are there several?
[[nodiscard]] bool has_code(EventType type, std::string_view column);

/// Reasons of the place, or why there is none.
[[nodiscard]] FieldValue place_reason(const Event& event);
/// What the date rests on, or why there is none.
[[nodiscard]] FieldValue date_reason(const Event& event);

/// Who acts, and who is acted upon or the other side.
[[nodiscard]] FieldValue first_actor(const Event& event);
[[nodiscard]] FieldValue second_actor(const Event& event);

/// ISO 3166-1 alpha-3 for alpha-2.
[[nodiscard]] FieldValue country_code3(const std::string& alpha2);

/// "name|id|score;name|id|score".
[[nodiscard]] FieldValue other_candidates(const Event& event);

} // namespace yaqut::io
