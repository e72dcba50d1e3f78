// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "io/column.hpp"
#include "io/json_writer.hpp"

namespace yaqut::io {

/// The value of a column; null when it is not known.
void write_field(JsonWriter& json, const Column& column, const FieldValue& value);

} // namespace yaqut::io
