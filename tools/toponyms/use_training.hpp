// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
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

/// How the weights of uses are learned. README.md tells how the values were chosen.
struct UseSettings {
    int runs = 1; ///< in different orders; their mean counts
    int epochs = 12;
    float rate = 0.15F;
    float decay_dense = 2.0F; ///< strength of the pull of each weight to zero
    float decay_word = 5.0F;
    unsigned fewest_words = 3; ///< a word seen less often gets no weight
    /// One visit in so many hides what the name is, so that its surroundings learn to do without: names never met
    /// before must be judged by them alone. 0: none.
    float doubt = 0.0F; ///< labels that the weights contradict count less: by the power of their probability
    unsigned forget_name = 3;
    std::vector<std::string> without; ///< features that get no weights
};

/// Learns the weights of uses from labelled files and writes the table. The same input gives the same bytes.
void train_uses(const gazetteer::Gazetteer& gazetteer, const std::vector<WeightedCorpus>& corpora, Language language,
                const UseSettings& settings, const std::string& output);

/// Judges each third of each file, in text order, with weights learned from the other two thirds, and writes for each
/// document file, id and toponyms: all candidates with the probabilities of their uses, in the order of ToponymUse.
void cross_uses(const gazetteer::Gazetteer& gazetteer, const std::vector<WeightedCorpus>& corpora, Language language,
                const UseSettings& settings, const std::string& output);

/// Recognises the names of `file` with the weights of `table` and writes records for a scorer: id and toponyms (start
/// and end in code points, use). `place_share`: probability from which a name counts as a place, if not the program's.
void judge_uses(const gazetteer::Gazetteer& gazetteer, const std::string& file, Language language,
                const std::string& table, std::optional<float> place_share, const std::string& output);

} // namespace yaqut::training
