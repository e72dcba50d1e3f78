// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "io/feature.hpp"

namespace yaqut::io {

/// Styles that QGIS applies to the side layers by itself (.qml), with the columns' names in English and Arabic.
/// Mentions: a small mark by use. Circles: an outline in the colour of the type, time by the days of the event. Areas:
/// shades by the number of events, of countries on maps of continents, of first-level units on maps of countries.
[[nodiscard]] std::string mention_style_qml(const FeatureSchema& schema);
[[nodiscard]] std::string circle_style_qml(const FeatureSchema& schema);
[[nodiscard]] std::string area_style_qml(const FeatureSchema& schema);

} // namespace yaqut::io
