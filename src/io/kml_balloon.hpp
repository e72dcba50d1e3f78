// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "core/event.hpp"

namespace yaqut::io {

/// "Air strike: Benghazi".
[[nodiscard]] std::string kml_title(const Event& event);

/// What Google Earth shows of an event when it is clicked: HTML in which all that comes from the article is text.
[[nodiscard]] std::string kml_balloon(const Event& event);

} // namespace yaqut::io
