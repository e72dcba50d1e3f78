// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace yaqut::text {

/// ISO 3166-1 alpha-2 of a code of two or three letters in any case ("LY", "lby"); empty when it is none.
[[nodiscard]] std::string country_alpha2(std::string_view code);

} // namespace yaqut::text
