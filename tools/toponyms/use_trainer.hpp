// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "use_examples.hpp"
#include "use_priors.hpp"

namespace yaqut::training {

/// Weights of one feature, one per use; one more than there are uses, so that they are added in one step.
using UseRow = std::array<float, toponyms::use_count + 1>;

/// Learns weights of features, one row per row of the dictionary, from examples: stochastic gradient with a step per
/// weight (AdaGrad) on the likelihood of the uses that the labels leave open. Examples without labels are left out.
[[nodiscard]] std::vector<UseRow> learn_use_weights(const std::vector<const UseExample*>& examples,
                                                    const UseDictionary& dictionary, const std::vector<Prior>& priors,
                                                    const UseSettings& settings);

/// The probabilities of the uses of an example.
[[nodiscard]] toponyms::UseScores use_scores(const UseExample& example, const std::vector<UseRow>& weights);

} // namespace yaqut::training
