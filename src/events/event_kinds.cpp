// SPDX-License-Identifier: Apache-2.0
// What the types of events have in common.
#include "events/draft.hpp"

namespace yaqut::events {

bool is_violent(EventType type) {
    switch (type) {
    case EventType::airstrike:
    case EventType::shelling:
    case EventType::armed_clash:
    case EventType::bombing:
    case EventType::suicide_bombing:
    case EventType::attack:
    case EventType::assassination:
    case EventType::killing:
    case EventType::raid: return true;
    default: return false;
    }
}

bool may_cause_casualties(EventType type) {
    switch (type) {
    case EventType::capture:
    case EventType::siege:
    case EventType::shootdown:
    case EventType::destruction:
    case EventType::protest:
    case EventType::riot:
    case EventType::abduction:
    case EventType::crash:
    case EventType::fire_blast:
    case EventType::flood_storm:
    case EventType::earthquake: return true;
    default: return is_violent(type);
    }
}

} // namespace yaqut::events
