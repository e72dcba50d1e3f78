// SPDX-License-Identifier: Apache-2.0
#include "text/country_codes.hpp"

#include <algorithm>

#include <unicode/uloc.h>

namespace yaqut::text {

std::string country_alpha2(std::string_view code) {
    std::string upper(code);
    std::transform(upper.begin(), upper.end(), upper.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    for (const char* const* country = uloc_getISOCountries(); *country != nullptr; ++country) {
        const std::string locale = std::string("und_") + *country;
        if (upper == *country || (upper.size() == 3 && upper == uloc_getISO3Country(locale.c_str()))) {
            return *country;
        }
    }
    return {};
}

} // namespace yaqut::text
