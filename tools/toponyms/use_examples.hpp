// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/span.hpp"
#include "gazetteer/gazetteer.hpp"
#include "toponyms/use_model.hpp"
#include "use_training.hpp"

namespace yaqut::training {

/// A candidate of a labelled text.
struct UseExample {
    std::vector<std::uint32_t> features; ///< rows of the dictionary
    unsigned allowed = 0;                ///< bits of ToponymUse that the labels leave open; 0: they say nothing
    float weight = 1.0F;
    std::uint32_t document = 0; ///< index into UseExamples::documents
    TextSpan span;              ///< bytes
    bool unknown = false;       ///< a name only because of its descriptor
    bool listed = false;        ///< it goes on the list of the candidate before it
};

/// Numbers features and remembers what they are called: dense ones first, then words.
class UseDictionary {
  public:
    std::uint32_t word(const toponyms::WordFeature& feature, const std::string& text);
    [[nodiscard]] std::size_t size() const { return toponyms::use_slot_begin.back() + m_words.size(); }
    /// Slot and text of a word.
    [[nodiscard]] const std::pair<toponyms::UseSlot, std::string>& name(std::uint32_t row) const {
        return m_words[row - toponyms::use_slot_begin.back()];
    }
    [[nodiscard]] toponyms::UseSlot slot_of(std::uint32_t row) const;

  private:
    std::unordered_map<std::uint64_t, std::uint32_t> m_rows;
    std::vector<std::pair<toponyms::UseSlot, std::string>> m_words;
};

struct UseDocument {
    std::size_t file = 0; ///< index of its corpus
    std::string id;
    std::string text;
};

/// All candidates of the corpora, document by document.
struct UseExamples {
    UseDictionary dictionary;
    std::vector<UseDocument> documents;
    std::vector<UseExample> examples;
};

/// Reads the files. `all`: candidates of which the labels say nothing, too. Tells on std::cerr how many labelled names
/// are candidates.
[[nodiscard]] UseExamples read_use_examples(const gazetteer::Gazetteer& gazetteer,
                                            const std::vector<WeightedCorpus>& corpora, Language language, bool all);

} // namespace yaqut::training
