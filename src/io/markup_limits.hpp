// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace yaqut::io {

/// Refuses mark-up whose tags have so many attributes that reading them would take time that grows with the square:
/// libxml2 compares each attribute of a tag with all others. Throws yaqut::Error.
void check_attribute_counts(std::string_view markup);

} // namespace yaqut::io
