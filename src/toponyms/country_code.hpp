// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bitset>
#include <cstdint>
#include <string_view>

namespace yaqut::toponyms {

/// The two letters of an ISO 3166-1 code as one number, so that countries are compared at once; 0: none.
using CountryCode = std::uint16_t;

[[nodiscard]] constexpr CountryCode country_code(std::string_view iso2) {
    return iso2.size() < 2 ? CountryCode{0}
                           : static_cast<CountryCode>(static_cast<unsigned char>(iso2[0]) << 8U |
                                                      static_cast<unsigned char>(iso2[1]));
}

/// Countries by code, whatever two bytes it is made of.
using CountrySet = std::bitset<std::size_t{1} << 16U>;

} // namespace yaqut::toponyms
