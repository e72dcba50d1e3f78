// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "corpus.hpp"
#include "toponyms/resolution.hpp"
#include "use_training.hpp"

namespace yaqut::training {

/// A labelled document with the names that the recognizer finds in it.
struct LabelledNames {
    GoldDocument gold;
    std::vector<ToponymMention> mentions;
    std::size_t corpus = 0; ///< index of its file
    float weight = 1.0F;
};

/// What the places that a name may mean have for them, and which of them are right.
struct ResolutionExample {
    std::vector<toponyms::Grounds> choices; ///< the last one: none of them
    std::vector<bool> right;
    float weight = 1.0F;
};

/// A labelled place and the group of names that it was recognised as.
struct MatchedGold {
    const GoldToponym* gold = nullptr;
    const toponyms::NameGroup* group = nullptr; ///< nullptr: not recognised
    std::size_t mention = 0;
};

/// Reads the files and recognises the names. Throws std::exception.
[[nodiscard]] std::vector<LabelledNames> read_labelled_names(const gazetteer::Gazetteer& gazetteer,
                                                             const std::vector<WeightedCorpus>& corpora);

/// The labelled places with coordinates, nested and suspect ones left out.
[[nodiscard]] std::vector<MatchedGold> match_gold(const LabelledNames& labelled,
                                                  const toponyms::Resolution& resolution);

/// Is it the labelled place, or one within so many kilometres of it?
[[nodiscard]] bool is_right(const GoldToponym& gold, const Place& place, double km);

/// The example of a labelled place: right are the places within 10 km; if there are none, those within 161 km; else
/// none.
[[nodiscard]] ResolutionExample example_of(const MatchedGold& matched, float weight);

} // namespace yaqut::training
