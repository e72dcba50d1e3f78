// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/scratch.hpp"
#include "events/calendar.hpp"
#include "events/date_features.hpp"
#include "events/draft.hpp"
#include "events/link_model.hpp"
#include "events/link_words.hpp"
#include "events/sentence_ties.hpp"
#include "events/tagged_text.hpp"

namespace yaqut::events {

/// Shares in what all choices are worth below which none of them is taken: chosen on held-out folds of articles
/// (tools/events/README.md).
inline constexpr float least_stated_share = 0.53F;
inline constexpr float least_inherited_share = 0.4F;

/// Links events to time expressions. Every expression of the sentence is a choice, "none" is another; named features
/// (events/date_features.hpp) and learned weights decide; then, for events without a date, whether that of an event
/// told before holds for them. Ongoing events are of the day of publication. Durations without days never date an
/// event, and the day of publication alone never does.
class DateLinker {
  public:
    /// `text` must outlive the linker, and so must `trace` (may be null), which takes down all choices.
    DateLinker(const TaggedText& text, std::optional<Date> dct, LinkTrace* trace = nullptr);

    void link(Draft& draft) const;
    /// For events without a date: that of the story before, of an event of the same type, of the lead, of most events,
    /// the expression named last or next. `drafts` are in order of their triggers.
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
        bool paired = false;      ///< one end of a stretch: "from Monday to Wednesday"
        std::optional<DateRange> range{};
        std::optional<Date> coming{}; ///< the day to come that a weekday may mean, too
    };
    /// "Two days after" an event, "a year before": how far from what the sentence tells, and the expression, if it is
    /// one.
    struct Count {
        int days = 0;
        int months = 0;
        bool vague = false; ///< "days after": at most as many days
        bool ahead = false; ///< the event is the later one
        std::int32_t timex = -1;
    };
    using DateScore = LinkScore<DateFeature>;
    using InheritanceScore = LinkScore<InheritanceFeature>;
    using Marks = std::span<const Mark>;
    /// A date that the context offers.
    struct Inherited {
        DateLink date;
        InheritanceScore score;
    };
    using Options = ScratchVector<Inherited>;

    void join_pairs();
    [[nodiscard]] bool are_joined(const Mark& first, const Mark& last) const;
    [[nodiscard]] std::optional<DateRange> stretch_of(const Mark& first, const Mark& last) const;
    [[nodiscard]] std::int32_t speech_of(const Mark& mark) const;
    [[nodiscard]] bool tells_act(std::uint32_t token) const;
    [[nodiscard]] bool is_start(const Draft& draft, const Mark& mark) const;
    [[nodiscard]] static bool is_of_charge(const Draft& draft, const Mark& mark);
    [[nodiscard]] bool lies_ahead(const Draft& draft, const Mark& mark) const;
    [[nodiscard]] bool is_of_reply(const Draft& draft, const Mark& mark) const;
    [[nodiscard]] bool is_of_clause(const Draft& draft, const Mark& mark) const;
    [[nodiscard]] bool is_amount(const Timex& timex) const;
    [[nodiscard]] std::optional<DateRange> range_of(const Timex& timex) const;
    [[nodiscard]] std::optional<Date> coming_of(const Timex& timex) const;
    [[nodiscard]] static std::optional<DateRange> range_for(const Draft& draft, const Mark& mark);
    [[nodiscard]] bool is_age(const Timex& timex) const;
    [[nodiscard]] bool lasts_elsewhere(const Draft& draft, const Mark& mark) const;
    [[nodiscard]] bool is_frame(const Draft& draft, const Mark& mark) const;
    [[nodiscard]] bool begins(const Draft& draft) const;
    [[nodiscard]] bool is_bound(const Mark& mark) const;
    [[nodiscard]] Marks marks_near(const Draft& draft) const;

    [[nodiscard]] bool may_date(const Draft& draft, const Mark& mark) const;
    [[nodiscard]] bool dates_crime(const Draft& draft, const Mark& mark) const;
    [[nodiscard]] bool another_act_between(const Draft& draft, const Mark& mark) const;
    [[nodiscard]] bool is_sole_day(const Draft& draft, const Mark& mark) const;
    [[nodiscard]] bool lasts(const Draft& draft) const;
    [[nodiscard]] bool lasts_since(const Draft& draft, const Mark& mark) const;
    [[nodiscard]] bool is_ago(const Draft& draft, const Mark& mark) const;
    [[nodiscard]] LinkTarget target_of(const Mark& mark) const;
    [[nodiscard]] DateScore score_none(const Draft& draft) const;
    [[nodiscard]] DateScore score_mark(const Draft& draft, const Mark& mark, Marks marks) const;
    void add_distance(DateScore& score, const Draft& draft, const Mark& mark) const;
    void add_grammar(DateScore& score, const Draft& draft, const Mark& mark) const;
    [[nodiscard]] bool follows_since(const Mark& mark, TokenRange trigger) const;
    [[nodiscard]] static bool tells(const Draft& draft, const Mark& mark);
    [[nodiscard]] bool that_between(std::uint32_t begin, std::uint32_t end) const;
    [[nodiscard]] bool has_rival_beyond(const Draft& draft, const Mark& mark) const;
    void add_time(DateScore& score, const Draft& draft, const Mark& mark) const;
    void add_rivals(DateScore& score, const Draft& draft, const Mark& mark, Marks marks) const;
    void take(Draft& draft, const Mark& mark) const;
    [[nodiscard]] LinkOption option_of(const Draft& draft, const Mark& mark, DateScore& score) const;
    void decide(Draft& draft, const Mark* best, float share) const;
    void settle(Draft& draft, const Mark* best) const;
    void set_ongoing(Draft& draft) const;

    [[nodiscard]] const Draft* told_before(const std::vector<Draft>& drafts, std::size_t index) const;
    [[nodiscard]] const Mark* named_before(const Draft& draft) const;
    [[nodiscard]] const Mark* named_after(const Draft& draft) const;
    [[nodiscard]] Calendar calendar(const std::vector<Draft>& drafts) const;
    /// What the whole article says.
    struct Story {
        Calendar calendar;
        SentenceTies ties;
    };
    [[nodiscard]] InheritanceScore score_unknown(const Draft& draft, const Story& story) const;
    void add_ties(Inherited& option, const Draft& draft, SentenceTies& ties) const;
    InheritanceScore& option_for(Options& options, const Draft& draft, const DateLink& date) const;
    void add_told(Options& options, const std::vector<Draft>& drafts, std::size_t index) const;
    void add_named(Options& options, const Draft& draft) const;
    void add_next(Options& options, const std::vector<Draft>& drafts, std::size_t index) const;
    [[nodiscard]] bool is_reported(const Draft& draft) const;
    [[nodiscard]] CueSet cues_around(const Draft& draft) const;
    void add_twins(Options& options, const std::vector<Draft>& drafts, std::size_t index) const;
    void add_twin(Options& options, const Draft& draft, const Draft& twin) const;
    void add_full(Options& options, const Draft& draft, const Calendar& calendar) const;
    void add_lead(Options& options, const Draft& draft) const;
    [[nodiscard]] bool tells_now(std::uint32_t begin, std::uint32_t end) const;
    void add_now(Options& options, const Draft& draft, const Calendar& calendar) const;
    [[nodiscard]] static std::optional<Count> count_in(std::string_view value);
    [[nodiscard]] static std::optional<DateRange> counted(const Draft& draft, const Count& count, Date from);
    [[nodiscard]] std::optional<Count> count_of(const Draft& draft) const;
    [[nodiscard]] std::optional<Date> counted_from(const std::vector<Draft>& drafts, std::size_t index) const;
    void add_counted(Options& options, const std::vector<Draft>& drafts, std::size_t index) const;
    void add_near(Inherited& option, const std::vector<Draft>& drafts, std::size_t index) const;
    void add_presence(Inherited& option, const Draft& draft, const Calendar& calendar) const;
    [[nodiscard]] bool same_place(const Draft& a, const Draft& b) const;
    [[nodiscard]] Options options_of(const std::vector<Draft>& drafts, std::size_t index, Story& story) const;
    void trace(const Draft& draft, Options& options, InheritanceScore& unknown) const;
    void inherit_date(std::vector<Draft>& drafts, std::size_t index, Story& story) const;
    [[nodiscard]] const Timex& timex_of(const Mark& mark) const {
        return m_text.timexes()[static_cast<std::size_t>(mark.timex)];
    }

    const TaggedText& m_text;
    std::optional<Date> m_dct;
    LinkTrace* m_trace;
    const LinkWeights& m_weights;
    const LinkWeights& m_inheritance_weights;
    LinkWords m_words;
    LinkWords m_own_words;       ///< of events without a date of their own
    ScratchVector<Mark> m_marks; ///< in order of tokens
};

/// Of these one tells since when, of an arrest or a visit when.
[[nodiscard]] bool goes_on_for_days(EventType type);
/// Do the two ranges share a day, give or take `slack` days? Open ends reach to infinity.
[[nodiscard]] bool dates_overlap(const DateRange& a, const DateRange& b, int slack);

} // namespace yaqut::events
