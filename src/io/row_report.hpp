// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

namespace yaqut::io {

/// Who hears about the rows of a source. Messages begin with the row: "towns.csv:12: lat: expected ...".
struct RowReport {
    std::function<void(const std::string&)> skipped; ///< the row was left out
    std::function<void(const std::string&)> noted;   ///< the row was kept, without what is wrong in it
    std::function<void(double share)> progress{};    ///< share of the source that was read, 0 to 1; may be empty
};

} // namespace yaqut::io
