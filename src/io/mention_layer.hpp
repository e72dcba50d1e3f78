// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "io/column.hpp"

namespace yaqut::io {

/// Columns of the layer of mentions; the rows are made by mentions_of().
[[nodiscard]] std::vector<Column> mention_columns();

} // namespace yaqut::io
