// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace yaqut {

/// What happened. Codes of ACLED, CAMEO and PLOVER for each stand in lexicon/event_types.tsv.
enum class EventType : std::uint8_t {
    airstrike,
    shelling,
    armed_clash,
    bombing,
    suicide_bombing,
    attack,
    assassination,
    killing,
    abduction,
    siege,
    capture,
    raid,
    withdrawal,
    shootdown,
    weapons_seizure,
    destruction,
    mobilize,
    protest,
    riot,
    arrest,
    trial,
    release,
    visit,
    meeting,
    agreement,
    ceasefire,
    statement,
    vote,
    appointment,
    displacement,
    aid,
    sanction,
    crash,
    fire_blast,
    flood_storm,
    earthquake,
};

inline constexpr std::size_t event_type_count = 36;

/// Upper-case name as in all outputs: "AIRSTRIKE".
[[nodiscard]] std::string_view to_string(EventType type);
[[nodiscard]] std::optional<EventType> parse_event_type(std::string_view name);

} // namespace yaqut
