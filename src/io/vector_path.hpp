// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace yaqut::io {

/// The path under which GDAL opens a table or map layer: the file itself, the only such file in a .zip, or what a .gz
/// holds. Throws InputError: no such file, or an archive with none or several (names them).
[[nodiscard]] std::string vector_path(const std::string& source);

} // namespace yaqut::io
