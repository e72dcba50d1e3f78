// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <span>
#include <tuple>
#include <vector>

#include "core/scratch.hpp"
#include "events/draft.hpp"

namespace yaqut::events {

/// The dates that an article names, and which events it says were then.
class Calendar {
  public:
    struct Day {
        std::tuple<int, int, DatePrecision> key{};
        DateLink date;               ///< of the first event that tells it
        std::array<int, 3> events{}; ///< dated so by their own sentences, by sphere
        bool lead = false;           ///< of an event of the headline or the first paragraph
    };

    /// `named`: the range of every expression; `drafts`: of which those with dates of their own count. Days are news
    /// when they are within a month of the day of publication.
    Calendar(std::optional<Date> dct, std::span<const DateRange> named, const std::vector<Draft>& drafts);

    /// What the article says of the date; nothing that it never names.
    [[nodiscard]] const Day& of(const DateRange& range) const;
    /// Different single days that are news.
    [[nodiscard]] int days() const { return m_days; }
    /// The date of most events of the sphere, of equals the first told; nullptr when there is none.
    [[nodiscard]] const Day* fullest(Sphere sphere) const;

  private:
    void tell(const Draft& draft);
    [[nodiscard]] Day* find(const DateRange& range);

    ScratchVector<Day> m_all; ///< by key
    std::array<std::ptrdiff_t, 3> m_fullest{-1, -1, -1};
    int m_days = 0;
};

} // namespace yaqut::events
