// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "core/event.hpp"
#include "core/event_type.hpp"
#include "events/rules.hpp"

namespace yaqut::events {

/// How sure the link between an event and its place or date is.
enum class Link : std::uint8_t {
    none,
    stated,  ///< in the event's own clause or sentence
    anaphor, ///< "in the city"
    topic,   ///< paragraph topic or section heading
    context, ///< another event of the same paragraph or of the lead
};

/// A place of the article that an event may be linked to: a toponym, or a word that stands for one.
struct PlaceLink {
    std::int32_t toponym = -1; ///< index of the resolved toponym
    Link link = Link::none;
    float odds = 0.0F;      ///< logarithm of those of the choice among all that was offered
    float land_odds = 0.0F; ///< the same for its country
    bool around = false;    ///< only near it: "a suburb east of the town"

    [[nodiscard]] bool known() const { return toponym >= 0; }
};

struct DateLink {
    std::int32_t timex = -1; ///< index of the time expression; -1 for ongoing events without one
    Link link = Link::none;
    std::optional<DateRange> range;
    bool ongoing = false;
    bool telling = false; ///< the day on which it was said: the event was then or before
    float sure = 1.0F;    ///< its share in what all choices are worth
    bool unsure = false;  ///< none, because no choice has a share that is large enough

    [[nodiscard]] bool known() const { return range.has_value() || ongoing || timex >= 0; }
};

/// Why a word of the tables may tell no event. The first that holds is taken; the gate weighs it (gate_model.hpp).
enum class Refusal : std::uint8_t {
    none,
    question,
    commemoration,
    governed,       ///< a duty, wish or condition stands before the conjunction of its clause
    habit,          ///< whenever it happens
    general,        ///< who somebody is or what they do as a rule
    possible,       ///< doubted after the noun
    regular_result, ///< what comes of something as a rule
    doubtful,       ///< perhaps
    prevented,
    absent,    ///< the absence of it
    prepared,  ///< made ready for it
    sought,    ///< still to be agreed on
    outlook,   ///< what is to come of it
    goal,      ///< what is done is done for it
    of_war,    ///< a war's name or law
    condition, ///< if it happens
    tried,
    necessary,
    hypothetical,
    called, ///< called for, proposed, refused
    aim,
    nothing_done,     ///< they did not agree, found no weapons
    planned_violence, ///< plans of it are hardly told as events
    standing,         ///< a state, in the present
    title,            ///< in a quotation of a few words: a name, a slogan
    weak,             ///< a weak word with nothing beside it that says it happened
    purpose,          ///< what something is done for
    charged,          ///< what somebody is charged with
    threatened,       ///< or warned of
    alleged,          ///< what somebody is accused of
    wished,
    averted,  ///< feared or kept from happening
    arriving, ///< comes to a place as it always does
    size,
};

/// Who takes part, where the text names them.
struct DraftActor {
    TextSpan span;
    std::string_view role; ///< as in Actor
};

/// The first few actors of an event.
class DraftActors {
  public:
    [[nodiscard]] bool empty() const { return m_size == 0; }
    [[nodiscard]] bool full() const { return m_size == m_actors.size(); }
    [[nodiscard]] const DraftActor* begin() const { return m_actors.data(); }
    [[nodiscard]] const DraftActor* end() const { return m_actors.data() + m_size; }
    /// Only when it is not full.
    void push_back(DraftActor actor) { m_actors[m_size++] = actor; }

  private:
    std::array<DraftActor, 4> m_actors{};
    std::uint32_t m_size = 0;
};

/// One mention of an event before mentions are merged.
struct Draft {
    EventType type = EventType::attack;
    Gate gate = Gate::weak;
    std::uint8_t traits = 0;
    FormFlag flags = FormFlag::none; ///< of the trigger word
    Group group = 0;                 ///< of the trigger word
    TokenRange trigger;              ///< tokens of the trigger
    TokenRange extent;               ///< from the first to the last word of its rule
    std::uint32_t sentence = 0;
    std::uint32_t block = 0;
    bool verb = false;
    bool headline = false; ///< in a headline or caption
    bool first_block = false;
    Refusal refusal = Refusal::none;
    std::uint32_t word = 0;   ///< of the rule's row: word_key()
    bool two_words = false;   ///< told by two words of a pattern
    bool another = false;     ///< said to be another one: a similar raid, a second blast
    bool tentative = false;   ///< a generic word (the attack): counts only if it joins an event told elsewhere
    std::int32_t charge = -1; ///< token of "accused of", "for his part in" before what somebody is tried for
    EventStatus status = EventStatus::asserted;
    bool pluperfect = false; ///< told as what went before
    bool ended = false;
    bool ongoing = false;
    float worth = 0.0F; ///< what the gate says of it: above 0, told as an event
    PlaceLink place;
    DateLink date;
    Quantity fatalities;
    Quantity injured;
    Quantity missing;
    Quantity displaced;
    DraftActors actors;
    TextSpan attribution; ///< who says so; empty: the article itself
};

/// "The attack", "his visit": told before.
[[nodiscard]] inline bool is_definite(const Draft& draft) {
    return has_flag(draft.flags, FormFlag::definite) || has_flag(draft.flags, FormFlag::possessed);
}

/// A word that may stand for events of several types: "the attack".
[[nodiscard]] inline bool is_generic(const Draft& draft) {
    return has_trait(draft.traits, Trait::generic) && draft.type != EventType::armed_clash;
}

/// A word of killing without its cause.
[[nodiscard]] inline bool is_orphan(const Draft& draft) { return has_trait(draft.traits, Trait::casualty); }

/// The sentence, the paragraph or the heading gives its place.
[[nodiscard]] inline bool has_own_place(const Draft& draft) {
    return draft.place.known() && draft.place.link != Link::context;
}

/// Not in the headline or the first two paragraphs.
[[nodiscard]] inline bool is_late(const Draft& draft) { return draft.block > 2; }

/// Events of one sphere are told of one place and day rather than those of different ones.
enum class Sphere : std::uint8_t { violence, politics, other };
/// By type; asked so often that it is looked up.
inline constexpr std::array<Sphere, event_type_count> spheres = [] {
    using T = EventType;
    std::array<Sphere, event_type_count> all{};
    for (const T type : {T::visit, T::meeting, T::agreement, T::statement, T::vote, T::appointment, T::sanction}) {
        all[static_cast<std::size_t>(type)] = Sphere::politics;
    }
    for (const T type : {T::trial, T::aid}) {
        all[static_cast<std::size_t>(type)] = Sphere::other;
    }
    return all;
}();
[[nodiscard]] inline Sphere sphere_of(EventType type) { return spheres[static_cast<std::size_t>(type)]; }

/// Parts a generic word may play: the attack, the shelling, the blast.
[[nodiscard]] bool is_violent(EventType type);
/// Deaths and injuries may be its result.
[[nodiscard]] bool may_cause_casualties(EventType type);

} // namespace yaqut::events
