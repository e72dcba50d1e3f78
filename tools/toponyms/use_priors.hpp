// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "core/toponym.hpp"

namespace yaqut::training {

/// A weight that holds as long as no labels say otherwise.
struct Prior {
    std::uint32_t row = 0;
    ToponymUse use = ToponymUse::location;
    float weight = 0.0F;
};

/// What grammar says before any text is read. The labelled files tell places from the rest in plenty, but hold few
/// outlets, persons and governments.
[[nodiscard]] std::vector<Prior> priors_of_grammar();

} // namespace yaqut::training
