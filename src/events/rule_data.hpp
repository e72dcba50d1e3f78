// SPDX-License-Identifier: Apache-2.0
// What the event tables of one language come to. Plain data without gaps between members: the build makes it and puts
// it into the program as it lies in memory (events/rule_image.hpp).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include "core/event_type.hpp"
#include "events/cues.hpp"
#include "events/word_forms.hpp"
#include "text/key_hash.hpp"

namespace yaqut::events {

/// How much a word needs beside it to tell an event.
enum class Gate : std::uint8_t {
    strong, ///< enough alone
    weak,   ///< needs a light verb, casualties, a date or a place near it
    lone,   ///< yields to any other event of its sentence
};

enum class Trait : std::uint8_t {
    none = 0,
    casualty = 1,
    generic = 2,
    state = 4,
    place = 8,
    lone = 16,
    adopt = 32,
    wide = 64 ///< the words of `unless` may stand further off
};
[[nodiscard]] constexpr bool has_trait(std::uint8_t set, Trait trait) {
    return (set & static_cast<std::uint8_t>(trait)) != 0;
}

using Group = std::uint16_t;

/// Some of the numbers 0, 1, 2 ...: what may_have() and may_meet() deny is so; numbers beyond 127 share bits with
/// others.
class NumberSet {
  public:
    constexpr void add(std::uint32_t number) { m_bits[number / 64 % 2] |= std::uint64_t{1} << (number % 64); }
    [[nodiscard]] constexpr bool may_have(std::uint32_t number) const {
        return ((m_bits[number / 64 % 2] >> (number % 64)) & 1U) != 0;
    }
    constexpr NumberSet& operator|=(const NumberSet& others) {
        m_bits[0] |= others.m_bits[0];
        m_bits[1] |= others.m_bits[1];
        return *this;
    }
    [[nodiscard]] constexpr bool may_meet(const NumberSet& others) const {
        return ((m_bits[0] & others.m_bits[0]) | (m_bits[1] & others.m_bits[1])) != 0;
    }

    friend constexpr bool operator==(const NumberSet&, const NumberSet&) = default;

  private:
    std::array<std::uint64_t, 2> m_bits{};
};

/// A part of another list.
struct Slice {
    std::uint32_t first = 0;
    std::uint32_t count = 0;

    friend bool operator==(const Slice&, const Slice&) = default;
};

/// What a group of word forms tells when it stands alone.
struct TriggerRule {
    EventType type = EventType::attack;
    Gate gate = Gate::weak;
    std::uint8_t traits = 0;
    std::uint8_t unused = 0;
    std::uint32_t word = 0; ///< word_key() of its row
    Slice unless;           ///< no event with one of these groups close after it
};

/// Names a row of the event tables to what is learned about it: its type, and "noun WORD" or "FIRST + SECOND".
[[nodiscard]] constexpr std::uint32_t word_key(std::string_view type, std::string_view row) {
    return static_cast<std::uint32_t>(text::KeyHash().add(type).add("\t").add(row).value());
}

/// An event told by two groups.
struct PatternRule {
    EventType type = EventType::attack;
    Gate gate = Gate::weak;
    std::uint8_t traits = 0;
    std::uint8_t gap = 0;
    bool head_second = false;
    std::uint8_t unused = 0;
    Group second = 0;
    std::uint16_t second_number = 0; ///< of `second` among the groups that stand second in some rule
    std::uint16_t rank = 0;          ///< order in the table: the first rule that matches wins
    std::uint32_t word = 0;          ///< word_key() of its row
    Slice unless;                    ///< as in TriggerRule
};

/// One reading of a word form.
struct Sense {
    Group group = 0;
    FormFlag flags = FormFlag::none;

    friend bool operator==(const Sense&, const Sense&) = default;
};

/// What is asked of every word of a text, so that few entries are looked into.
enum class WordMark : std::uint8_t {
    extends = 1, ///< a phrase begins so
    matters = 2, ///< to whether a sentence may tell an event: a trigger, harm, a side of a rule
    opens = 4,   ///< begins a clause
    place = 8,   ///< stands for a place named before
    topic = 16,  ///< tells the field of an article
};
[[nodiscard]] constexpr bool has_mark(std::uint8_t marks, WordMark mark) {
    return (marks & static_cast<std::uint8_t>(mark)) != 0;
}

/// Cues of words that stand for a place named before.
inline constexpr std::array place_cues{Cue::anaphor_city, Cue::anaphor_capital, Cue::anaphor_country,
                                       Cue::anaphor_area, Cue::anaphor_site,    Cue::there};

/// Cues of words that tell the field of an article.
inline constexpr CueSet topic_cues{Cue::sport, Cue::stage, Cue::trade, Cue::science};

/// Everything known about a word form or phrase; forms of which the same is known share one.
struct Entry {
    CueSet cues;
    NumberSet seconds; ///< its groups that stand second in some rule
    NumberSet wanted;  ///< second groups of the rules that its groups stand first in
    Slice senses;
    FormFlag forms = FormFlag::none; ///< of all senses
    std::uint8_t marks = 0;          ///< bits of WordMark
    bool casualty = false;           ///< some reading is a word of killing
    bool event = false;              ///< some reading tells an event that is no mere casualty
    bool harm = false;               ///< somebody comes to harm: a word of killing, or one of the cues of the kind
    std::uint16_t unused = 0;

    friend bool operator==(const Entry&, const Entry&) = default;
};

/// What a group is.
struct GroupData {
    std::int32_t trigger = -1; ///< index of its TriggerRule; -1: none
    Slice patterns;            ///< rules that it stands first in
};

/// The name of a group in the tables.
struct GroupName {
    Slice text;
    std::uint32_t group = 0;
};

template <typename T>
inline constexpr bool is_plain = std::is_trivially_copyable_v<T>&& std::has_unique_object_representations_v<T>;
static_assert(is_plain<Entry> && is_plain<Sense> && is_plain<TriggerRule> && is_plain<PatternRule> &&
              is_plain<GroupData> && is_plain<GroupName>);

} // namespace yaqut::events
