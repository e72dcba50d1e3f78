// SPDX-License-Identifier: Apache-2.0
#include "toponyms/use_features.hpp"

#include "text/key_hash.hpp"

namespace yaqut::toponyms {

namespace {

constexpr std::uint16_t cues = cue_count;
constexpr std::uint16_t marks = static_cast<std::uint16_t>(Mark::other) + 1;
constexpr std::uint16_t places = static_cast<std::uint16_t>(FeatureClass::other) + 1;
using enum ValueKind;

} // namespace

constexpr std::array<UseSlotInfo, use_slot_count> use_slots{{
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
    {"agrees_before", number, 4},
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
    {"ha_for_ta", number, 3},
    {"power_governor", number, 27},
    {"power_before", number, 15},
    {"sport", number, 48},
    {"home_size", number, 16},
    {"home_place", number, 16},
    {"home_governor", number, 36},
    {"demonym_agrees", number, 12},
    {"company", number, 48},
    {"power_after", number, 30},
    {"sport_article", number, 48},
    {"title_power", number, 36},
    {"dateline", number, 4},
    {"named_elsewhere", number, 2},
    {"org_depth", number, 8},
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

namespace {

constexpr std::array<std::uint32_t, first_word_slot + 1> begins() {
    std::array<std::uint32_t, first_word_slot + 1> result{};
    for (std::size_t i = 0; i < first_word_slot; ++i) {
        result.at(i + 1) = result.at(i) + use_slots.at(i).size;
    }
    return result;
}

} // namespace

const std::array<std::uint32_t, first_word_slot + 1> use_slot_begin = begins();

std::uint64_t word_feature_hash(UseSlot slot, std::uint64_t word) {
    return text::extend_phrase(static_cast<std::uint64_t>(slot) + 1, word);
}

void UseFeatures::add_word(UseSlot slot, std::uint64_t word, std::size_t token) {
    words.push_back({slot, word_feature_hash(slot, word), static_cast<std::uint32_t>(token)});
}

} // namespace yaqut::toponyms
