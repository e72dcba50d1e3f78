// SPDX-License-Identifier: Apache-2.0
#include "gazetteer/priors.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace yaqut::gazetteer {

namespace {

/// As the bundled tables have it: by population, capitals and seats above others, parts and remains below.
float importance_of_city(std::string_view code, std::uint32_t population) {
    constexpr double least_people = 100.0;
    double value = std::min(0.88, std::log10(std::max<double>(population, least_people)) / 8.0);
    if (code == "PPLC") {
        value += 0.09;
    } else if (code == "PPLA") {
        value += 0.03;
    } else if (code == "PPLX" || code == "PPLL" || code == "PPLF") {
        value -= 0.05;
    } else if (code == "PPLQ" || code == "PPLH" || code == "PPLW" || code == "PPLCH") {
        value -= 0.1;
    }
    return static_cast<float>(std::clamp(value, 0.05, 0.97));
}

float importance_of_class(FeatureClass feature) {
    switch (feature) {
    case FeatureClass::country: return 0.87F;
    case FeatureClass::adm1: return 0.45F;
    case FeatureClass::region:
    case FeatureClass::sea: return 0.35F;
    case FeatureClass::adm2: return 0.25F;
    case FeatureClass::airport:
    case FeatureClass::camp: return 0.22F;
    case FeatureClass::island: return 0.2F;
    case FeatureClass::facility:
    case FeatureClass::mountain:
    case FeatureClass::water: return 0.12F;
    default: return 0.05F;
    }
}

} // namespace

float estimated_importance(FeatureClass feature, std::string_view code, std::uint32_t population) {
    if (feature == FeatureClass::city || feature == FeatureClass::district) {
        return importance_of_city(code, population);
    }
    constexpr float most_people_log = 10.5F;
    const float by_people = std::log10(static_cast<float>(population) + 1.0F) / most_people_log;
    return std::clamp(std::max(by_people, importance_of_class(feature)), 0.0F, 1.0F);
}

float estimated_radius_km(FeatureClass feature, std::uint32_t population) {
    constexpr double people_per_km2 = 4000.0;
    switch (feature) {
    case FeatureClass::country: return 300.0F;
    case FeatureClass::adm1: return 60.0F;
    case FeatureClass::region:
    case FeatureClass::sea: return 100.0F;
    case FeatureClass::adm2: return 20.0F;
    case FeatureClass::island:
    case FeatureClass::mountain:
    case FeatureClass::water: return 5.0F;
    case FeatureClass::city:
    case FeatureClass::district:
        return static_cast<float>(
            std::round(std::clamp(std::sqrt(population / people_per_km2 / std::numbers::pi), 1.0, 25.0)));
    default: return 2.0F;
    }
}

} // namespace yaqut::gazetteer
