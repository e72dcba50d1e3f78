// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace yaqut::io {

/// The tag that the Humanitarian Exchange Language has for a column of events ("#event+type"); empty: none.
[[nodiscard]] std::string_view hxl_tag(std::string_view column);

} // namespace yaqut::io
