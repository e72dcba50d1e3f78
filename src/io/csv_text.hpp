// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace yaqut::io {

/// Adds a cell as RFC 4180 has it, in quotes where it needs them; what is not UTF-8 becomes U+FFFD, NUL is left out.
void append_csv_cell(std::string& out, std::string_view value, char delimiter = ',');

} // namespace yaqut::io
