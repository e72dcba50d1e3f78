// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <span>
#include <vector>

#include "gazetteer/gazetteer.hpp"
#include "text/clitics.hpp"
#include "text/document.hpp"
#include "toponyms/cue_words.hpp"
#include "toponyms/names.hpp"

namespace yaqut::toponyms {

/// Looks for the longest gazetteer name that begins at a token. There is one at a time for a memory.
class NameMatcher {
  public:
    NameMatcher(const gazetteer::Gazetteer& gazetteer, const text::Document& document, std::span<const WordInfo> words,
                const NameFacts& facts, NameMemory& memory);

    /// The tokens at which match() may find a name, and descriptors, by position.
    [[nodiscard]] std::span<const std::uint32_t> worth_a_look() const { return m_worth_a_look; }
    /// The tokens at which match_rare_clitic() may find a name, by position.
    [[nodiscard]] std::span<const std::uint32_t> rare() const { return m_rare; }

    /// Brings nearer what match() will read a few steps after worth_a_look()[at].
    void look_on(std::size_t at) const;

    /// The best name that begins at `token`, which must be a word.
    [[nodiscard]] std::optional<NameCandidate> match(std::size_t token) const;

    /// A word read without ف or ك, when the word that remains is one of `established` (sorted loose hashes).
    [[nodiscard]] std::optional<NameCandidate> match_rare_clitic(std::size_t token,
                                                                 std::span<const std::uint64_t> established) const;

  private:
    static constexpr std::size_t block = 8; ///< words: reading them takes more than the time that memory does
    /// A word without a number, and its readings.
    struct NewWord {
        std::uint32_t token = 0;
        text::LooseReadings readings;
    };
    /// Those of a block.
    class NewWords {
      public:
        [[nodiscard]] const NewWord* begin() const { return m_words.data(); }
        [[nodiscard]] const NewWord* end() const { return m_words.data() + m_size; }
        [[nodiscard]] NewWord& add(std::size_t token) {
            NewWord& word = m_words[m_size++]; // NOLINT: once for each word of a block at most
            word.token = static_cast<std::uint32_t>(token);
            return word;
        }
        void clear() { m_size = 0; }

      private:
        std::array<NewWord, block> m_words;
        std::size_t m_size = 0;
    };

    void find_starts(const NameFacts& facts);
    void find_new_starts(std::span<const std::uint32_t> tokens, const text::WordFacts<NameStarts>& known);
    void read_ahead(std::span<const std::uint32_t> tokens, NewWords& words) const;
    void look_nearer(const NewWords& words) const;
    void fetch_names() const;
    [[nodiscard]] std::span<const KnownReading> readings_known(std::size_t token) const;
    void find_readings(const text::Token& word, text::LooseReadings& out) const;
    [[nodiscard]] NameStarts starts_of(const text::Token& word) const;
    [[nodiscard]] NameStarts starts_of(const text::Token& word, const text::LooseReadings& readings) const;
    [[nodiscard]] bool latin_may_start(const text::Token& word);
    [[nodiscard]] KnownReading known_reading(const text::Reading& reading) const;
    [[nodiscard]] ReadingRange keep_readings(const text::Token& word, NameStarts starts) const;
    [[nodiscard]] std::optional<NameCandidate> match_arabic(std::size_t token) const;
    [[nodiscard]] std::optional<NameCandidate> match_latin(std::size_t token) const;
    [[nodiscard]] std::optional<NameCandidate> match_reading(std::size_t token, const KnownReading& known) const;
    [[nodiscard]] std::optional<NameCandidate> match_fused(std::size_t token) const;
    [[nodiscard]] std::optional<NameCandidate> extend(std::size_t token, const text::Reading& first) const;
    [[nodiscard]] std::optional<NameCandidate> extend(std::size_t token, const text::Reading& first,
                                                      gazetteer::Probe probe) const;
    [[nodiscard]] bool is_adjective(const NameCandidate& reading, const NameCandidate& other) const;
    [[nodiscard]] bool means_country(const NameCandidate& reading, const KnownReading& known,
                                     const NameCandidate& other, const KnownReading& other_known) const;
    [[nodiscard]] bool some_country(std::span<const gazetteer::NameEntry> names) const;
    [[nodiscard]] bool written_as_name(const NameCandidate& candidate) const;

    const gazetteer::Gazetteer& m_gazetteer;
    const text::Document& m_document;
    std::span<const WordInfo> m_words;
    NameMemory& m_memory;
    text::WordFacts<ReadingRange> m_readings;
    bool m_lower_case_text = true;
    bool m_latin = false;              ///< some Latin word was seen, and so m_lower_case_text is known
    std::vector<NameStarts>& m_starts; ///< per token
    std::vector<std::uint32_t>& m_worth_a_look;
    std::vector<std::uint32_t>& m_rare;
};

/// A Latin word without its possessive 's or s', or its elided l' or d'; nullopt when there is none.
[[nodiscard]] std::optional<text::Reading> without_apostrophe(const text::Document& document, const text::Token& token,
                                                              std::uint32_t& source_end);

} // namespace yaqut::toponyms
