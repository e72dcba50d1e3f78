// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "core/language.hpp"
#include "gazetteer/gazetteer.hpp"

namespace yaqut::training {

/// A corpus and how much its documents count.
struct WeightedCorpus {
    std::string file;
    float weight = 1.0F;
};

/// Learns the weights of uses from labelled files and writes the table. The same input gives the same bytes.
void train_uses(const gazetteer::Gazetteer& gazetteer, const std::vector<WeightedCorpus>& corpora, Language language,
                const std::string& output);

/// Learns the weights of the grounds of resolution and writes the table.
void train_resolution(const gazetteer::Gazetteer& gazetteer, const std::vector<WeightedCorpus>& corpora,
                      Language language, const std::string& output);

} // namespace yaqut::training
