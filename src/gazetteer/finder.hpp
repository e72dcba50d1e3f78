// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "gazetteer/gazetteer.hpp"
#include "gazetteer/key_list.hpp"

namespace yaqut::gazetteer {

/// The search behind Gazetteer::find(). `keys` are those of the same gazetteer.
[[nodiscard]] std::vector<Found> find_names(const Gazetteer& gazetteer, const KeyList& keys, std::string_view name,
                                            const FindOptions& options);

} // namespace yaqut::gazetteer
