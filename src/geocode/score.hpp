// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "geocode/answer.hpp"
#include "geocode/geocoder.hpp"
#include "geocode/name_search.hpp"
#include "geocode/surroundings.hpp"

namespace yaqut::geocode {

/// Everything besides the name that speaks for or against a place.
struct Evidence {
    const Settings& settings;
    const Context& context;
    const Surroundings& surroundings;
};

/// Compares the hits with each other and with the chance that none of them is meant, and decides.
[[nodiscard]] Answer weigh(const std::vector<Hit>& hits, const Evidence& evidence);

} // namespace yaqut::geocode
