// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "io/event_schema.hpp"

namespace yaqut::io {

/// Whose columns a layer has: yaqut's own, or those of another data set, for programs that read it.
enum class Profile : std::uint8_t {
    none,
    acled, ///< Armed Conflict Location & Event Data
    ucdp,  ///< Uppsala Conflict Data Program, Georeferenced Event Dataset
    gdelt, ///< GDELT 2.0 events
    lpf,   ///< Linked Places Format: no columns, a form of GeoJSON
};

struct ProfileInfo {
    Profile profile;
    std::string_view name; ///< as in --profile
    std::string_view description;
};

/// All but `none`, in the order in which they are shown.
[[nodiscard]] std::span<const ProfileInfo> profiles();
[[nodiscard]] std::optional<Profile> parse_profile(std::string_view name);
[[nodiscard]] std::string_view to_string(Profile profile);

/// The columns, named and ordered as in the data set; event_fields() for `none`. What yaqut does not know is null. Not
/// for lpf.
[[nodiscard]] std::span<const EventField> profile_fields(Profile profile);

/// Would the data set hold the event? None of them holds what is only planned or did not happen; each has types of its
/// own; Linked Places needs a place.
[[nodiscard]] bool profile_has(Profile profile, const Event& event);

} // namespace yaqut::io
