// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

namespace yaqut::io {

/// Compares the sizes of base.dbf, base.shp and base.shx with what their headers say and with the number of events:
/// a disk that filled up late shows here. `shown` names the files in the message. Throws OutputError.
void check_shapefile(const std::string& base, const std::string& shown, std::uint64_t events);

} // namespace yaqut::io
