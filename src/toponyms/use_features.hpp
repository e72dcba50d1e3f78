// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/fixed_list.hpp"
#include "text/document.hpp"
#include "toponyms/cue_words.hpp"
#include "toponyms/names.hpp"
#include "toponyms/use_slots.hpp"

namespace yaqut::toponyms {

/// A feature whose value is a word. `token` is where the word stands (for people who read the weights).
struct WordFeature {
    UseSlot slot = UseSlot::name_word;
    std::uint64_t hash = 0; ///< of slot and word
    std::uint32_t token = 0;
};

/// All features of one candidate.
struct UseFeatures {
    FixedList<std::uint32_t, 1024> dense; ///< indices: use_slot_begin + value
    FixedList<WordFeature, 32> words;

    void clear() {
        dense.clear();
        words.clear();
    }
    void add(UseSlot slot, std::size_t value) {
        const auto at = static_cast<std::size_t>(slot);
        const std::size_t last = use_slots[at].size - std::size_t{1}; // NOLINT: an enum
        dense.push_back(use_slot_begin[at] + static_cast<std::uint32_t>(value < last ? value : last)); // NOLINT
    }
    void add_word(UseSlot slot, std::uint64_t word, std::size_t token) {
        words.push_back({slot, word_feature_hash(slot, word), static_cast<std::uint32_t>(token)});
    }
};

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
    std::uint8_t repeated = 0;  ///< mentions of the same name, up to 3
    bool elsewhere = false;     ///< another mention of the name clearly is a place
    bool named = false;         ///< another mention of the name follows a given name
    std::uint8_t dateline = 0;  ///< 1 before an agency in brackets, 2 before a dash, 3 a colon
};

/// Places in four groups: states, units, towns, the rest.
[[nodiscard]] std::size_t place_group(FeatureClass feature);

[[nodiscard]] Mark mark_of(const text::Document& document, std::size_t token);

/// Features of all candidates of one document.
class UseContext {
  public:
    UseContext(const text::Document& document, std::span<const WordInfo> words, const NameCandidates& candidates,
               Language language, const CountrySet& home_countries);

    void features(std::size_t candidate, UseFeatures& out) const;
    [[nodiscard]] const Surroundings& surroundings(std::size_t candidate) const { return m_surroundings[candidate]; }
    [[nodiscard]] const NameCandidates& candidates() const { return m_candidates; }
    [[nodiscard]] const text::Document& document() const { return m_document; }
    [[nodiscard]] std::span<const WordInfo> words() const { return m_words; }
    /// Countries that the article names beyond doubt, as a name or a nationality.
    [[nodiscard]] bool names_country(CountryCode code) const;
    [[nodiscard]] bool is_tweet() const { return m_tweet; }
    /// May there be phrases like "20 km east of"?
    [[nodiscard]] bool names_distance() const { return m_some_distance; }

  private:
    void look_around(std::size_t candidate);
    void find_governor(std::size_t candidate);
    void find_org_head(std::size_t candidate);
    void find_title(std::size_t candidate);
    void find_countries();
    void count_repetitions();
    void find_company();
    void find_datelines();
    void find_rare_words();
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
    void longer_name_features(std::size_t candidate, UseFeatures& out) const;
    void find_standings(const CountrySet& home_countries);
    [[nodiscard]] std::size_t company_of(const NameSummary& summary, bool counted) const;
    [[nodiscard]] std::size_t verb_after(const Surroundings& s) const;
    [[nodiscard]] bool is_power(const NameCandidate& name) const;
    [[nodiscard]] std::int32_t word_before(std::uint32_t token, std::uint32_t begin) const;
    [[nodiscard]] std::int32_t word_after(std::uint32_t token, std::uint32_t end) const;
    [[nodiscard]] std::size_t support(const NameSummary& summary) const;

    const text::Document& m_document;
    std::span<const WordInfo> m_words;
    const NameCandidates& m_candidates;
    bool m_arabic;
    bool m_tweet = false;
    std::vector<Surroundings> m_surroundings;
    std::vector<CountryCode> m_countries;
    /// How many unambiguous names the article has of each country, and of how many countries the names are.
    struct Company {
        CountryCode country = 0;
        std::uint32_t names = 0;
    };
    /// How a name and its countries stand in the article.
    struct Standing {
        std::uint8_t count = 0;     ///< mentions, up to 3
        std::uint8_t clear = 0;     ///< mentions that clearly are a place, up to 200
        bool named = false;         ///< some mention follows a given name
        bool counted = false;       ///< in m_company
        bool known = false;         ///< what follows is known
        bool home = false;          ///< its small places are named as a matter of course
        std::uint8_t supported = 0; ///< see support()
        std::uint8_t company = 0;   ///< see company_of()
    };
    std::vector<Company> m_company;           ///< most names first
    std::vector<Standing> m_standings;        ///< per summary
    std::size_t m_sport = 0;                  ///< how much the article is about sport: 0 to 3
    std::vector<std::uint32_t> m_sport_words; ///< tokens
    bool m_some_distance = false;             ///< some word is a Cue::distance
    bool m_some_states = false;               ///< some word is a Cue::states
};

} // namespace yaqut::toponyms
