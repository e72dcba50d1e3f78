// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "events/draft.hpp"
#include "events/tagged_text.hpp"

namespace yaqut::events {

/// Links events to time expressions: one of the clause, else of the sentence, else of the event whose story goes on;
/// ongoing events to the day of publication. Durations never date an event, and the day of publication alone never
/// does.
class DateLinker {
  public:
    DateLinker(const TaggedText& text, std::optional<Date> dct);

    void link(Draft& draft) const;
    /// Across sentences: what goes on telling the event of the sentence before is of the same day.
    void inherit(std::vector<Draft>& drafts) const;
    /// Within one sentence: "the attack came on Tuesday when a bomber stormed ..." dates both.
    void share(std::vector<Draft>& drafts) const;

  private:
    struct Mark {
        std::int32_t timex = -1;
        TokenRange tokens;
        std::uint32_t sentence = 0;
        std::int32_t speech = -1; ///< token of the verb of saying that it may date instead of an event
        bool bound = false;       ///< directly after an event's word, so that it dates that one
    };

    [[nodiscard]] float distance(const Draft& draft, const Mark& mark) const;
    [[nodiscard]] float relation(const Draft& draft, const Mark& mark) const;
    [[nodiscard]] std::int32_t speech_of(const Mark& mark) const;
    [[nodiscard]] bool tells_act(std::uint32_t token) const;
    [[nodiscard]] bool another_act_between(const Draft& draft, const Mark& mark) const;
    [[nodiscard]] bool may_be_sole(const Draft& draft, const Mark& mark) const;
    [[nodiscard]] bool continues(const Draft& before, const Draft& draft) const;
    [[nodiscard]] bool is_bound(const Mark& mark) const;
    [[nodiscard]] bool dates_crime(const Draft& draft, const Mark& mark) const;
    [[nodiscard]] bool lasts(const Draft& draft) const;
    void take(Draft& draft, const Mark& mark) const;
    void set_ongoing(Draft& draft) const;

    const TaggedText& m_text;
    std::optional<Date> m_dct;
    std::vector<Mark> m_marks; ///< in order of tokens
};

/// Do the two ranges share a day, give or take `slack` days? Open ends reach to infinity.
[[nodiscard]] bool dates_overlap(const DateRange& a, const DateRange& b, int slack);

} // namespace yaqut::events
