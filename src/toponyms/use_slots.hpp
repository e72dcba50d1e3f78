// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "core/place.hpp"
#include "text/key_hash.hpp"
#include "toponyms/cue_words.hpp"

namespace yaqut::toponyms {

/// Kinds of marks, with what stands where a word would.
enum class Mark : std::uint8_t {
    none,
    edge,
    opening,
    closing,
    quote,
    comma,
    colon,
    hyphen,
    slash,
    stop,
    hash,
    number,
    other
};

/// What a feature's value is, which says how the weight table writes it.
enum class ValueKind : std::uint8_t {
    number,  ///< a small number: buckets, yes (1) or no (0)
    cue,     ///< a class of words, by name
    feature, ///< a class of places, by name
    word,    ///< a word of the text: its loose key
};

/// Everything that tells how a name is used. `X_cue` are the classes of the word at X.
enum class UseSlot : std::uint8_t {
    bias,
    words,
    letters,
    match,
    ambiguous,
    place,
    size,
    name_kind,
    demonym,
    article,
    clitic,
    clitic_ambiguous,
    letters_ambiguous,
    place_ambiguous,
    capital,
    capital_ambiguous,
    hashtag,
    tweet,
    tweet_match,
    own_cue,
    before1_cue,
    before1_cue_ambiguous,
    before1_cue_place,
    before2_cue,
    before3_cue,
    after1_cue,
    after1_cue_ambiguous,
    after2_cue,
    before_mark,
    after_mark,
    before_clitic,
    org_chain,
    org_after,
    title_chain,
    descriptor_place,
    governor,
    governor_ambiguous,
    neighbour_before,
    neighbour_after,
    alone_in_brackets,
    quoted,
    block,
    position,
    repeated,
    supported,
    supported_ambiguous,
    has_before,
    capital_before,
    capital_after,
    verb_after,
    envoy,
    listed,
    after_offset,
    elsewhere,
    elsewhere_ambiguous,
    size_ambiguous,
    states_list,
    unknown_shape,
    unknown_cue,
    unknown_ordinary,
    ordinary,
    ha_for_ta,
    power_governor,
    power_before,
    sport,
    home_size,
    home_place,
    home_governor,
    demonym_before,
    company,
    power_after,
    sport_article,
    title_power,
    dateline,
    named_elsewhere,
    org_depth,
    goes_on,

    name_word,
    token_word,
    before1_word,
    before2_word,
    after1_word,
    after2_word,
    descriptor_word,
    before1_end,
    after1_start,
    org_word,
};

inline constexpr std::size_t use_slot_count = static_cast<std::size_t>(UseSlot::org_word) + 1;
inline constexpr std::size_t first_word_slot = static_cast<std::size_t>(UseSlot::name_word);

struct UseSlotInfo {
    std::string_view name;
    ValueKind kind;
    std::uint16_t size; ///< how many values; 0 for words
};

namespace use_slot_table {

using enum ValueKind;
inline constexpr std::uint16_t cues = cue_count;
inline constexpr std::uint16_t marks = static_cast<std::uint16_t>(Mark::other) + 1;
inline constexpr std::uint16_t places = static_cast<std::uint16_t>(FeatureClass::other) + 1;

inline constexpr std::array<UseSlotInfo, use_slot_count> rows{{
    {"bias", number, 1},
    {"words", number, 5},
    {"letters", number, 9},
    {"match", number, 5},
    {"ambiguous", number, 2},
    {"place", feature, places},
    {"size", number, 8},
    {"name_kind", number, 8},
    {"demonym", number, 3},
    {"article", number, 2},
    {"clitic", number, 8},
    {"clitic_ambiguous", number, 16},
    {"letters_ambiguous", number, 18},
    {"place_ambiguous", number, places * 2},
    {"capital", number, 5},
    {"capital_ambiguous", number, 20},
    {"hashtag", number, 3},
    {"tweet", number, 2},
    {"tweet_match", number, 20},
    {"own_cue", cue, cues},
    {"before1_cue", cue, cues},
    {"before1_cue_ambiguous", cue, cues},
    {"before1_cue_place", number, cues * 4},
    {"before2_cue", cue, cues},
    {"before3_cue", cue, cues},
    {"after1_cue", cue, cues},
    {"after1_cue_ambiguous", cue, cues},
    {"after2_cue", cue, cues},
    {"before_mark", number, marks},
    {"after_mark", number, marks},
    {"before_clitic", number, 8},
    {"org_chain", number, 80},
    {"org_after", number, 40},
    {"title_chain", number, 40},
    {"descriptor_place", number, places* places},
    {"governor", number, 9},
    {"governor_ambiguous", number, 18},
    {"neighbour_before", number, 24},
    {"neighbour_after", number, 24},
    {"alone_in_brackets", number, 3},
    {"quoted", number, 2},
    {"block", number, 5},
    {"position", number, 4},
    {"repeated", number, 4},
    {"supported", number, 3},
    {"supported_ambiguous", number, 24},
    {"has_before", number, 1},
    {"capital_before", number, 6},
    {"capital_after", number, 6},
    {"verb_after", number, 6},
    {"envoy", number, 3},
    {"listed", number, 8},
    {"after_offset", number, 2},
    {"elsewhere", number, 2},
    {"elsewhere_ambiguous", number, 4},
    {"size_ambiguous", number, 16},
    {"states_list", number, 2},
    {"unknown_shape", number, 32},
    {"unknown_cue", cue, cues},
    {"unknown_ordinary", cue, cues},
    {"ordinary", number, 3},
    {"ha_for_ta", number, 4},
    {"power_governor", number, 27},
    {"power_before", number, 15},
    {"sport", number, 48},
    {"home_size", number, 16},
    {"home_place", number, 16},
    {"home_governor", number, 36},
    {"demonym_before", number, 2},
    {"company", number, 48},
    {"power_after", number, 30},
    {"sport_article", number, 48},
    {"title_power", number, 36},
    {"dateline", number, 4},
    {"named_elsewhere", number, 2},
    {"org_depth", number, 8},
    {"goes_on", number, 12},
    {"name_word", word, 0},
    {"token_word", word, 0},
    {"before1_word", word, 0},
    {"before2_word", word, 0},
    {"after1_word", word, 0},
    {"after2_word", word, 0},
    {"descriptor_word", word, 0},
    {"before1_end", word, 0},
    {"after1_start", word, 0},
    {"org_word", word, 0},
}};

} // namespace use_slot_table

/// How the table of weights names the slots and writes their values.
inline constexpr const std::array<UseSlotInfo, use_slot_count>& use_slots = use_slot_table::rows;

[[nodiscard]] constexpr std::array<std::uint32_t, first_word_slot + 1> make_use_slot_begin() {
    std::array<std::uint32_t, first_word_slot + 1> result{};
    for (std::size_t i = 0; i < first_word_slot; ++i) {
        result.at(i + 1) = result.at(i) + use_slots.at(i).size;
    }
    return result;
}

/// Where the values of a slot begin in a dense weight table; the last entry is the table's size.
inline constexpr std::array<std::uint32_t, first_word_slot + 1> use_slot_begin = make_use_slot_begin();

/// Hash of a word as the value of a slot.
[[nodiscard]] constexpr std::uint64_t word_feature_hash(UseSlot slot, std::uint64_t word) {
    return text::extend_phrase(static_cast<std::uint64_t>(slot) + 1, word);
}

} // namespace yaqut::toponyms
