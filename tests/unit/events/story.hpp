// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "events/extractor.hpp"

namespace yaqut::events::testing {

/// An article with hand-made place and time mentions, so that tests of events rest on events only.
class Story {
  public:
    explicit Story(std::string text, Language language = Language::ar);

    /// A mention at the n-th occurrence (from 0) of `name`. `lead` bytes of the occurrence's word that stand before it
    /// need no mention: spans are exact.
    Story& place(std::string_view name, std::string_view id, FeatureClass feature, Location location,
                 int occurrence = 0, MentionCue cues = MentionCue::none);
    Story& use(ToponymUse use); ///< of the place added last
    Story& fallback();          ///< the place added last merely contains the named one
    Story& date(std::string_view words, std::string_view first, std::string_view last, int occurrence = 0);
    Story& week(std::string_view words, std::string_view monday);
    Story& or_day(std::string_view day); ///< what the expression added last may mean, too
    Story& open_date(std::string_view words, std::string_view value);
    Story& duration(std::string_view words, std::string_view value = "P1W");
    Story& since(std::string_view words); ///< "for days now": a duration that lasts
    Story& radius(double km);             ///< of the place added last
    Story& of(std::string_view country);  ///< the place added last is in this country instead of Libya
    Story& part(FeatureClass descriptor); ///< the descriptor names the place added last so
    Story& published(std::string_view day);

    [[nodiscard]] std::vector<Event> events(LinkTrace* trace = nullptr) const;
    [[nodiscard]] const std::string& text() const { return m_article.text; }

  private:
    [[nodiscard]] TextSpan find(std::string_view words, int occurrence) const;
    [[nodiscard]] TokenRange tokens_of(TextSpan span) const;

    Article m_article;
    Language m_language;
    std::unique_ptr<text::Document> m_document;
    std::vector<ResolvedToponym> m_toponyms;
    std::vector<Timex> m_timexes;
};

/// The first event of the type; nullptr when there is none.
[[nodiscard]] const Event* find_event(const std::vector<Event>& events, EventType type);

/// The story's event of the type; the test fails when there is none.
[[nodiscard]] Event one(const Story& story, EventType type);

/// Name of the place of that event; "-" when it has none.
[[nodiscard]] std::string place_of(const Story& story, EventType type);

/// "AIRSTRIKE benghazi 2020-01-07 asserted; ..." for messages and comparisons.
[[nodiscard]] std::string describe(const std::vector<Event>& events);

inline constexpr Location tripoli{13.19, 32.89};
inline constexpr Location benghazi{20.07, 32.11};
inline constexpr Location benina{20.27, 32.10};
inline constexpr Location derna{22.64, 32.77};
inline constexpr Location sirte{16.59, 31.21};
inline constexpr Location cairo{31.25, 30.06};
inline constexpr Location libya{17.0, 28.0};

} // namespace yaqut::events::testing
