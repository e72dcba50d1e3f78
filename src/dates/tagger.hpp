// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/date.hpp"
#include "core/dct_candidate.hpp"
#include "core/language.hpp"
#include "core/timex.hpp"
#include "text/document.hpp"

namespace yaqut::dates {

/// The time expressions of an article, and its day of publication as far as its text gives it.
struct DatedText {
    std::vector<Timex> timexes;
    std::optional<Date> dct;                  ///< as given, or from the dateline
    bool from_dateline = false;               ///< the text gave it
    std::vector<DctCandidate> dct_candidates; ///< without a dct: what the text says about it
};

/// Finds the time expressions of a text and places them on the calendar. Holds the tables of all languages; one tagger
/// serves any number of threads. Accepts any document; throws nothing after construction (TableError there).
class Tagger {
  public:
    Tagger();
    ~Tagger();
    Tagger(Tagger&&) noexcept;
    Tagger& operator=(Tagger&&) noexcept;

    /// All expressions in the order of the text, without overlaps. What is relative to the day of publication has no
    /// range when `dct` is not known. For Language::other only ISO dates are found.
    [[nodiscard]] std::vector<Timex> tag(const text::Document& document, std::optional<Date> dct,
                                         Language language) const;
    /// The same for an article: a day of publication that is not given is looked for in the dateline.
    [[nodiscard]] DatedText read(const text::Document& document, std::optional<Date> dct, Language language) const;

  private:
    struct Tables;
    std::unique_ptr<const Tables> m_tables;
};

} // namespace yaqut::dates
