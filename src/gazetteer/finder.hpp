// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "gazetteer/file_view.hpp"
#include "gazetteer/gazetteer.hpp"

namespace yaqut::gazetteer {

/// The search behind Gazetteer::find(). `file` is that of the gazetteer.
[[nodiscard]] std::vector<Found> find_names(const Gazetteer& gazetteer, const FileView& file, std::string_view name,
                                            const FindOptions& options);

} // namespace yaqut::gazetteer
