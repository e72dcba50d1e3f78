// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/document.hpp"
#include "toponyms/cue_words.hpp"
#include "toponyms/names.hpp"

namespace yaqut::toponyms {

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
    agrees_before,
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
    demonym_agrees,
    company,
    power_after,
    sport_article,
    title_power,
    dateline,
    named_elsewhere,
    org_depth,

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

extern const std::array<UseSlotInfo, use_slot_count> use_slots;

/// Where the values of a slot begin in a dense weight table; the last entry is the table's size.
extern const std::array<std::uint32_t, first_word_slot + 1> use_slot_begin;

/// A feature whose value is a word. `token` is where the word stands (for people who read the weights).
struct WordFeature {
    UseSlot slot = UseSlot::name_word;
    std::uint64_t hash = 0; ///< of slot and word
    std::uint32_t token = 0;
};

/// All features of one candidate.
struct UseFeatures {
    std::vector<std::uint32_t> dense; ///< indices: use_slot_begin + value
    std::vector<WordFeature> words;

    void clear() {
        dense.clear();
        words.clear();
    }
    void add(UseSlot slot, std::size_t value) {
        const auto at = static_cast<std::size_t>(slot);
        const std::size_t last = use_slots[at].size - std::size_t{1};
        dense.push_back(use_slot_begin[at] + static_cast<std::uint32_t>(value < last ? value : last));
    }
    void add_word(UseSlot slot, std::uint64_t word, std::size_t token);
};

[[nodiscard]] std::uint64_t word_feature_hash(UseSlot slot, std::uint64_t word);

/// Facts about the surroundings of one candidate that both features and cues need.
struct Surroundings {
    std::int32_t before1 = -1; ///< nearest word before, at most one mark away, same sentence; -1: none
    std::int32_t before2 = -1;
    std::int32_t before3 = -1;
    std::int32_t after1 = -1;
    std::int32_t after2 = -1;
    std::uint8_t before_mark = 0; ///< Mark directly before the name
    std::uint8_t after_mark = 0;
    std::uint8_t governor = 0;  ///< 1 + preposition that governs the name, also through coordination; 0: none
    std::int32_t org_head = -1; ///< token of the head of an organisation that the name is part of
    std::int32_t title = -1;    ///< token of a title or given name that the name follows
};

/// Places in four groups: states, units, towns, the rest.
[[nodiscard]] std::size_t place_group(FeatureClass feature);

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

[[nodiscard]] Mark mark_of(const text::Document& document, std::size_t token);

/// Features of all candidates of one document.
class UseContext {
  public:
    UseContext(const text::Document& document, std::span<const WordInfo> words, const NameCandidates& candidates,
               Language language, std::span<const std::string_view> home_countries);

    void features(std::size_t candidate, UseFeatures& out) const;
    [[nodiscard]] const Surroundings& surroundings(std::size_t candidate) const { return m_surroundings[candidate]; }
    [[nodiscard]] const NameCandidates& candidates() const { return m_candidates; }
    [[nodiscard]] const text::Document& document() const { return m_document; }
    [[nodiscard]] std::span<const WordInfo> words() const { return m_words; }
    /// Countries that the article names beyond doubt, as a name or a nationality.
    [[nodiscard]] bool names_country(std::string_view code) const;
    [[nodiscard]] bool is_tweet() const { return m_tweet; }

  private:
    void look_around(std::size_t candidate);
    void find_governor(std::size_t candidate);
    void find_org_head(std::size_t candidate);
    void find_title(std::size_t candidate);
    void find_countries();
    void count_repetitions();
    void find_company();
    void find_datelines();
    void measure_sport();
    void unknown_features(const NameCandidate& name, UseFeatures& out) const;
    void name_features(std::size_t candidate, UseFeatures& out) const;
    void word_features(std::size_t candidate, UseFeatures& out) const;
    [[nodiscard]] bool follows_its_noun(std::size_t candidate) const;
    [[nodiscard]] std::size_t shape_of_word(std::size_t token) const;
    void sport_features(std::size_t candidate, UseFeatures& out) const;
    void cue_features(std::size_t candidate, UseFeatures& out) const;
    void chain_features(std::size_t candidate, UseFeatures& out) const;
    void country_features(std::size_t candidate, UseFeatures& out) const;
    void place_features(std::size_t candidate, UseFeatures& out) const;
    void neighbour_features(std::size_t candidate, UseFeatures& out) const;
    void latin_features(std::size_t candidate, UseFeatures& out) const;
    void government_features(std::size_t candidate, UseFeatures& out) const;
    void title_features(std::size_t candidate, UseFeatures& out) const;
    [[nodiscard]] std::size_t company_of(std::size_t candidate) const;
    [[nodiscard]] std::size_t verb_after(const Surroundings& s) const;
    [[nodiscard]] bool is_power(const NameCandidate& name) const;
    [[nodiscard]] std::int32_t word_before(std::uint32_t token, std::uint32_t begin) const;
    [[nodiscard]] std::int32_t word_after(std::uint32_t token, std::uint32_t end) const;
    [[nodiscard]] std::size_t support(const NameSummary& summary) const;

    const text::Document& m_document;
    std::span<const WordInfo> m_words;
    const NameCandidates& m_candidates;
    std::span<const std::string_view> m_home_countries;
    bool m_arabic;
    bool m_tweet = false;
    std::vector<Surroundings> m_surroundings;
    std::vector<std::string_view> m_countries;
    /// How many unambiguous names the article has of each country, and of how many countries the names are.
    struct Company {
        std::string_view country;
        std::uint32_t names = 0;
    };
    std::vector<Company> m_company;        ///< most names first
    std::size_t m_sport = 0;               ///< how much the article is about sport: 0 to 3
    std::vector<std::uint8_t> m_repeated;  ///< per candidate: mentions of the same name, up to 3
    std::vector<std::uint8_t> m_elsewhere; ///< per candidate: another mention of the name clearly is a place
    std::vector<std::uint8_t> m_named;     ///< per candidate: another mention of the name follows a given name
    std::vector<std::uint8_t> m_dateline; ///< per candidate: 1 before an agency in brackets, 2 before a dash, 3 a colon
};

} // namespace yaqut::toponyms
