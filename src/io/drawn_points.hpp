// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace yaqut::io {

/// What is drawn beside places that are sure: what is not keeps its columns without a point.
struct DrawnPoints {
    bool countries = false; ///< events of which only the country is known, at the country's point
    bool unsure = false;    ///< places that are less sure than a map wants
};

} // namespace yaqut::io
