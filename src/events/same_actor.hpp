// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace yaqut::events {

/// Do two names, as articles write them, mean one actor? Known parties by any of their names in the table event_actors
/// (قسد, SDF); others when the shorter name stands inside the longer one and is no mere kind of actor: حفتر and
/// اللواء المتقاعد خليفة حفتر, but not الجيش and الجيش المصري, which only the article that says both can tell.
/// Symmetric; false for empty names. Thread-safe.
[[nodiscard]] bool same_actor(std::string_view a, std::string_view b);

} // namespace yaqut::events
