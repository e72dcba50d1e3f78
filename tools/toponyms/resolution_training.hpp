// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "use_training.hpp"

namespace yaqut::training {

/// Learns the weights of the grounds of resolution and writes the table.
void train_resolution(const gazetteer::Gazetteer& gazetteer, const std::vector<WeightedCorpus>& corpora,
                      const std::string& output);

/// Each fifth of the documents resolved with weights learned from the other four: prints, by file, how many labelled
/// places are right within 10 and 161 km, and how often a score is right. Grounds whose names are in `without` get no
/// weight. `errors`: a file for the wrong ones; empty: none.
void cross_resolution(const gazetteer::Gazetteer& gazetteer, const std::vector<WeightedCorpus>& corpora,
                      const std::vector<std::string>& without, const std::string& errors);

} // namespace yaqut::training
