// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/geocode_options.hpp"
#include "gazetteer/gazetteer.hpp"

namespace yaqut::cli {

/// Looks up the rows of the table `options.common.inputs.front()`; gives an ExitCode. Throws Error, UsageError.
[[nodiscard]] int geocode_table(const GeocodeOptions& options, const gazetteer::Gazetteer& gazetteer);

} // namespace yaqut::cli
