// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/place.hpp"
#include "lexicon/phrase_table.hpp"
#include "text/document.hpp"

namespace yaqut::geocode {

/// One way to read the name that is asked for.
struct NameForm {
    std::string loose; ///< loose words, joined by single spaces
    std::uint64_t phrase = 0;
    std::uint64_t strict = 0; ///< 0: not known
    std::uint64_t fused = 0;
    /// What a word beside the name says it is ("محافظة", "Governorate"); the word is not in `loose`.
    std::optional<FeatureClass> descriptor;
};

/// A name with what stands around it: "Tarhuna, Libya", "الفلوجة (محافظة الأنبار)".
struct Query {
    std::vector<NameForm> forms; ///< the whole name first; empty when there is no word
    std::vector<std::string>
        containers; ///< what the name is said to lie in, as written, the widest first; four at most
};

/// Takes texts of cells apart, with the tables of descriptors. Const and thread-safe.
class QueryReader {
  public:
    QueryReader();
    [[nodiscard]] Query read(std::string_view text) const;

    /// The form of loose words that are joined by single spaces.
    [[nodiscard]] static NameForm form_of_loose(std::string_view loose);

  private:
    void add_forms(const text::Document& document, TokenRange name, Query& query) const;

    std::vector<FeatureClass> m_features; ///< of the values in m_descriptors
    lexicon::PhraseTable m_descriptors;
};

} // namespace yaqut::geocode
