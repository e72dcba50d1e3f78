// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/toponym.hpp"
#include "toponyms/use_features.hpp"

namespace yaqut::toponyms {

/// What the surroundings of a candidate say to the stages after recognition. Offset anchors are marked elsewhere.
[[nodiscard]] MentionCue mention_cues(const UseContext& context, std::size_t candidate);

} // namespace yaqut::toponyms
