// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/date.hpp"
#include "core/language.hpp"
#include "core/timex.hpp"
#include "text/document.hpp"

namespace yaqut::dates {

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

  private:
    struct Tables;
    std::unique_ptr<const Tables> m_tables;
};

} // namespace yaqut::dates
