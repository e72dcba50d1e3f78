// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace yaqut::events {

/// Groups of words that the rules themselves ask for; each is a group of the event_* tables of the same name
/// (cue_names). A language need not have all of them.
enum class Cue : std::uint8_t {
    light,
    witness,
    negation,
    without,
    deny,
    future,
    planned,
    attempt,
    necessity,
    hypothetical,
    call,
    be,
    qad,
    after_that,
    relative,
    when,
    ended,
    ongoing,
    since,
    commemoration,
    say,
    according,
    that,
    in,
    on,
    against,
    to,
    from,
    leaving,
    anaphor_city,
    anaphor_capital,
    anaphor_country,
    anaphor_area,
    anaphor_site,
    there,
    person,
    dead,
    wounded,
    injury,
    losses,
    human,
    about,
    more_than,
    less_than,
    up_to,
    between,
    subset,
    tens,
    hundreds,
    thousands,
    several,
    rise,
    cumulative,
    armed,
    title,
    amid,
    member_of,
    aircraft,
    abstract,
    operation,
    arrive,
    by,
    no_event,
    direction,
    where,
    inhabitants,
    except,
    border,
    road,
    part,
    native,
    at_which,
    sport,
    saying_about,
    another,
    this_one,
    passive,
    count_word,
    guest,
    topic,
    before,
    takes_lam,
    prevent,
    absence,
    prepared,
    whenever,
    possible,
    general_result,
    generic_no,
    countryside,
    unit,
    clock,
    office_of,
    beside,
    lies,
    beginning,
    superlative,
    age,
    accused_of,
    would,
    goal_of,
    condition,
    killer,
    meanwhile,
    war_frame,
    following,
    matter,
    phone,
    stage,
    trade,
    science,
    size
};
inline constexpr auto cue_count = static_cast<std::size_t>(Cue::size);

inline constexpr std::array<std::string_view, cue_count> cue_names{
    "light",
    "witness",
    "negation",
    "without",
    "deny",
    "future",
    "planned",
    "attempt",
    "necessity",
    "hypothetical",
    "call",
    "be",
    "qad",
    "after_that",
    "relative",
    "when",
    "ended",
    "ongoing",
    "since",
    "commemoration",
    "say",
    "according",
    "that",
    "in",
    "on",
    "against",
    "to",
    "from",
    "leaving",
    "anaphor_city",
    "anaphor_capital",
    "anaphor_country",
    "anaphor_area",
    "anaphor_site",
    "there",
    "person",
    "dead",
    "wounded",
    "injury",
    "losses",
    "human",
    "about",
    "more_than",
    "less_than",
    "up_to",
    "between",
    "subset",
    "tens",
    "hundreds",
    "thousands",
    "several",
    "rise",
    "cumulative",
    "armed",
    "title",
    "amid",
    "member_of",
    "aircraft",
    "abstract",
    "operation",
    "arrive",
    "by",
    "no_event",
    "direction",
    "where",
    "inhabitants",
    "except",
    "border",
    "road",
    "part",
    "native",
    "at_which",
    "sport",
    "saying_about",
    "another",
    "this",
    "passive",
    "count_word",
    "guest",
    "topic",
    "before",
    "takes_lam",
    "prevent",
    "absence",
    "prepared",
    "whenever",
    "possible",
    "general_result",
    "generic_no",
    "countryside",
    "unit",
    "clock",
    "office_of",
    "beside",
    "lies",
    "beginning",
    "superlative",
    "age",
    "accused_of",
    "would",
    "goal_of",
    "if",
    "killer",
    "meanwhile",
    "war_frame",
    "following",
    "matter",
    "phone",
    "stage",
    "trade",
    "science",
};

/// The cues that a word is.
class CueSet {
  public:
    constexpr CueSet() = default;
    constexpr CueSet(std::initializer_list<Cue> cues) {
        for (const Cue cue : cues) {
            add(cue);
        }
    }

    constexpr void add(Cue cue) { m_bits[word_of(cue)] |= bit_of(cue); }
    [[nodiscard]] constexpr bool has(Cue cue) const { return (m_bits[word_of(cue)] & bit_of(cue)) != 0; }
    [[nodiscard]] constexpr bool has_any(const CueSet& others) const {
        return ((m_bits[0] & others.m_bits[0]) | (m_bits[1] & others.m_bits[1])) != 0;
    }

    constexpr CueSet& operator|=(const CueSet& others) {
        m_bits[0] |= others.m_bits[0];
        m_bits[1] |= others.m_bits[1];
        return *this;
    }
    friend constexpr bool operator==(const CueSet&, const CueSet&) = default;

  private:
    static constexpr std::size_t word_bits = 64;
    static_assert(cue_count <= 2 * word_bits);

    [[nodiscard]] static constexpr std::size_t word_of(Cue cue) { return static_cast<std::size_t>(cue) / word_bits; }
    [[nodiscard]] static constexpr std::uint64_t bit_of(Cue cue) {
        return std::uint64_t{1} << (static_cast<std::size_t>(cue) % word_bits);
    }

    std::array<std::uint64_t, 2> m_bits{};
};

} // namespace yaqut::events
