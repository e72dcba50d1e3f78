// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <unordered_set>

#include "gazetteer/gazetteer.hpp"
#include "text/clitics.hpp"
#include "text/document.hpp"
#include "toponyms/cue_words.hpp"
#include "toponyms/names.hpp"

namespace yaqut::toponyms {

/// Looks for the longest gazetteer name that begins at a token.
class NameMatcher {
  public:
    NameMatcher(const gazetteer::Gazetteer& gazetteer, const text::Document& document, std::span<const WordInfo> words,
                bool lower_case_text, const NameFacts& facts)
        : m_gazetteer(gazetteer), m_document(document), m_words(words), m_lower_case_text(lower_case_text),
          m_starts(document, facts.starts) {}

    /// Brings what match() will read for a token a few steps later nearer.
    void fetch(std::size_t token) const;

    /// The best name that begins at `token`, which must be a word.
    [[nodiscard]] std::optional<NameCandidate> match(std::size_t token) const;

    /// A word read without ف or ك, when the word that remains is one of `established` (loose hashes).
    [[nodiscard]] std::optional<NameCandidate>
    match_rare_clitic(std::size_t token, const std::unordered_set<std::uint64_t>& established) const;

  private:
    [[nodiscard]] NameStarts starts_of(const text::Token& word) const;
    [[nodiscard]] NameStarts work_out_starts(const text::Token& word) const;
    [[nodiscard]] std::optional<NameCandidate> match_arabic(std::size_t token) const;
    [[nodiscard]] std::optional<NameCandidate> match_latin(std::size_t token) const;
    [[nodiscard]] std::optional<NameCandidate> match_reading(std::size_t token, const text::Reading& reading) const;
    [[nodiscard]] std::optional<NameCandidate> match_fused(std::size_t token) const;
    [[nodiscard]] std::optional<NameCandidate> extend(std::size_t token, const text::Reading& first) const;
    [[nodiscard]] bool is_adjective(const NameCandidate& reading, const NameCandidate& other) const;
    [[nodiscard]] bool means_country(const NameCandidate& reading, const NameCandidate& other) const;
    [[nodiscard]] bool written_as_name(const NameCandidate& candidate) const;

    const gazetteer::Gazetteer& m_gazetteer;
    const text::Document& m_document;
    std::span<const WordInfo> m_words;
    bool m_lower_case_text;
    text::WordFacts<NameStarts> m_starts;
};

/// A text without any capital letter is a message typed in haste: there, small letters say nothing.
[[nodiscard]] bool lower_case_text(const text::Document& document);

/// A Latin word without its possessive 's or s', or its elided l' or d'; nullopt when there is none.
[[nodiscard]] std::optional<text::Reading> without_apostrophe(const text::Document& document, const text::Token& token,
                                                              std::uint32_t& source_end);

} // namespace yaqut::toponyms
