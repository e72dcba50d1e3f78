// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/location.hpp"
#include "core/place.hpp"
#include "core/span.hpp"

namespace yaqut {

/// How a place name is used. Only `location` may ever put an event on the map.
enum class ToponymUse : std::uint8_t {
    location, ///< the place itself
    metonym,  ///< the government or team that the name stands for ("Cairo confirms")
    org,      ///< part of an organisation's name
    demonym,  ///< nationality or origin adjective
    person,   ///< part of a person's name
    source,   ///< media outlet, credit
    other,    ///< none of these: an operation's name, a common word
};

inline constexpr std::size_t toponym_use_count = static_cast<std::size_t>(ToponymUse::other) + 1;

[[nodiscard]] std::string_view to_string(ToponymUse use);

/// How the surface form met the gazetteer.
enum class MatchKind : std::uint8_t {
    strict,     ///< identity-preserving key
    loose,      ///< folded key (hamza, ta marbuta, diacritics)
    fused,      ///< space-free key: hashtags, run-together names
    descriptor, ///< not in the gazetteer: recognised by the descriptor before it
    offset,     ///< computed from distance and direction to a named place
};

[[nodiscard]] std::string_view to_string(MatchKind match);

/// What the surroundings say about a mention, for the stages after recognition. Combined as bits.
enum class MentionCue : std::uint16_t {
    none = 0,
    locative = 1U << 0,         ///< governed by في، ب، على، قرب / in, at, near / à, en, dans
    origin = 1U << 1,           ///< قادما من X، غادر X: where a movement began
    title_complement = 1U << 2, ///< المبعوث إلى ليبيا: post of a person, never an event place
    region_gloss = 1U << 3,     ///< طبرق (شرق)، شرقي ليبيا: locates the mention before it
    list_member = 1U << 4,      ///< one of a list of places
    dateline = 1U << 5,         ///< where the article was written
    credit = 1U << 6,           ///< photo credit or source line
    heading = 1U << 7,          ///< inside a section heading or headline
    paragraph_topic = 1U << 8,  ///< وفي درنة، ... : holds to the end of the paragraph
    offset_anchor = 1U << 9,    ///< the place that a distance is counted from
    reporter_base = 1U << 10,   ///< مراسل الجزيرة بليبيا
    nested = 1U << 11,          ///< inside another mention
    ambiguous = 1U << 12,       ///< the name is an ordinary word or a person's name, too
    of_town = 1U << 13,         ///< what has the name or is in it belongs to towns: a court, a street
    of_state = 1U << 14,        ///< it belongs to countries: a border, a coast
};

[[nodiscard]] constexpr MentionCue operator|(MentionCue a, MentionCue b) {
    return static_cast<MentionCue>(static_cast<std::uint16_t>(a) | static_cast<std::uint16_t>(b));
}
[[nodiscard]] constexpr bool has_cue(MentionCue set, MentionCue cue) {
    return (static_cast<std::uint16_t>(set) & static_cast<std::uint16_t>(cue)) != 0;
}

/// A gazetteer entry that a mention may mean.
struct Candidate {
    PlaceIndex place = 0;
    MatchKind match = MatchKind::strict;
    float score = 0.0F;                 ///< set by the resolver: probability, 0 to 1
    NameKind name = NameKind::official; ///< what the name is to the place

    friend bool operator==(const Candidate&, const Candidate&) = default;
};

/// A place name found in the text, before it is resolved. The span excludes proclitics and the descriptor word and
/// keeps the article (للقاهرة gives لقاهرة).
struct ToponymMention {
    TextSpan span;
    TokenRange tokens;
    ToponymUse use = ToponymUse::location;
    float use_score = 0.0F;                      ///< probability of `use`, 0 to 1
    std::array<float, toponym_use_count> uses{}; ///< probabilities of all uses, in the order of ToponymUse
    bool doubtful = false;                       ///< a place by a narrow chance: for no map
    MentionCue cues = MentionCue::none;
    TextSpan descriptor;                            ///< مدينة in مدينة بنغازي; empty when there is none
    std::optional<FeatureClass> descriptor_feature; ///< the class that the descriptor names
    std::string key;                                ///< loose key of the name: mentions of one name share it
    std::vector<Candidate> candidates;

    friend bool operator==(const ToponymMention&, const ToponymMention&) = default;
};

/// One cause of a decision, for people and programs: a short code and its part of the score.
struct Reason {
    std::string_view code; ///< static string: "country context", "descriptor", "population", "containment" ...
    float weight = 0.0F;

    friend bool operator==(const Reason&, const Reason&) = default;
};

/// Is it judged which locations are for a map (ResolvedToponym::on_map)? Events do without, and are found faster.
enum class MapJudgement : std::uint8_t { left_out, made };

/// A place that a mention could have meant instead.
struct Alternative {
    Place place;
    float score = 0.0F;

    friend bool operator==(const Alternative&, const Alternative&) = default;
};

/// A mention with the place it was resolved to, or none.
struct ResolvedToponym {
    ToponymMention mention;
    std::optional<Place> place;            ///< nullopt: unresolved
    std::optional<Location> location;      ///< of the place, or computed for offset places
    std::optional<Place> within;           ///< of an unresolved mention: a place that it is in or near, for no map
    double radius_km = 0.0;                ///< uncertainty of `location`, or around `within`
    bool is_fallback = false;              ///< `place` merely contains the named place, which is not in the gazetteer
    float score = 0.0F;                    ///< calibrated probability that the place is right, 0 to 1
    float map_score = 0.0F;                ///< probability that use, level and place are right all together, 0 to 1
    bool on_map = false;                   ///< a location whose `map_score` is high enough to be shown as a fact
    std::string_view why_not_on_map;       ///< static; of a location that has a place, but is not on the map
    std::vector<Alternative> alternatives; ///< best first, without the chosen one
    std::vector<Reason> reasons;           ///< heaviest first

    friend bool operator==(const ResolvedToponym&, const ResolvedToponym&) = default;
};

} // namespace yaqut
